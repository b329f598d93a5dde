import CivicSurvey
import SurveyDefinition

extension ReportJSON {
  /// What arrived when: `responses` has a number for each of `halfMonths`.
  func arrivalsJSON(_ table: ArrivalTable) -> JSONValue {
    .object([
      ("dimension", .string(table.dimension)),
      (
        "halfMonths",
        .array(
          table.halfMonths.map {
            .object([
              ("first", .string($0.first.description)), ("last", .string($0.last.description)),
            ])
          })
      ),
      ("rows", .array(table.rows.map { rowJSON($0, on: table.dimension) })),
    ])
  }

  private func rowJSON(_ row: ArrivalTable.Row, on dimension: String) -> JSONValue {
    .object([
      ("category", row.value.json),
      ("label", .string(report.labels.value(row.value, on: dimension))),
      (
        "expected",
        .array(
          row.expected.map {
            .object([
              ("from", .optional($0.from?.description)),
              ("until", .optional($0.until?.description)),
            ])
          })
      ),
      ("responses", .array(row.responses.map { .int($0) })),
      ("undated", .int(row.undated)),
      ("stray", .int(row.stray)),
    ])
  }

  /// An expected category that sent nothing in a period.
  func silenceJSON(_ silence: Silence) -> JSONValue {
    .object([
      ("dimension", .string(silence.dimension)),
      ("category", .string(DomainValue.escapedID(silence.category))),
      ("label", .string(report.labels.category(silence.category, on: silence.dimension))),
      ("period", silence.period.map(periodJSON) ?? .null),
    ])
  }
}

extension ReportJSON {
  /// Another part's series of the main measure.
  func write(_ part: PartTrend, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("version", part.version)
    writer.member("shapeHash", part.shapeHash)
    writer.member("formula", part.measure.formula)
    writer.key("estimates")
    writer.beginArray()
    for estimate in part.estimates { write(estimate, to: &writer) }
    writer.endArray()
    writer.endObject()
  }
}
