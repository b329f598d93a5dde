import CivicSurvey
import SurveyDefinition

/// A comparison as JSON: `schemaVersion: 1`, described by `Surveys/compare.schema.json`.
struct ComparisonJSON {
  /// The comparison.
  let comparison: ComparisonReport

  private var report: Report { comparison.report }
  private var query: ComparisonQuery { comparison.query }

  /// Hands the JSON over piece by piece, row by row.
  func write<Failure>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let locale = report.query.locale
    let base = ReportJSON(report: report)
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("schemaVersion", ReportSchema.version)
    writer.member("query", queryJSON)
    writer.member("periods", .array(sides.compactMap(Self.periodJSON)))
    writer.member("survey", comparison.survey.json(shapeHash: report.shapeHash, in: locale))
    writer.member("measures", .array(comparison.measures.map(\.json)))
    writer.member("questions", .array(comparison.questions.map { .string($0) }))
    writer.member("dimensions", base.dimensionsJSON)
    writer.member("accounting", report.accounting.json(selected: report.selected))
    writer.member("secondPart", secondPartJSON)
    writer.member("breaks", .array(comparison.breaks.map(Self.breakJSON)))
    writer.key("comparisons")
    writer.beginArray()
    for row in comparison.rows {
      writer.write(row.json)
      try writer.flush(to: sink)
    }
    writer.endArray()
    writer.member("decompositions", .array(comparison.mixes.map(Self.mixJSON)))
    writer.member("diagnostics", .array(report.diagnostics.map { $0.json(in: locale) }))
    writer.member("sources", .array(report.sources.map(\.json)))
    writer.endObject()
    writer.finish()
    try writer.flush(atLeast: 1, to: sink)
  }

  /// The two sides where they are periods.
  private var sides: [ComparedSide] {
    comparison.rows.prefix(1).flatMap { [$0.first, $0.second] }
  }

  private static func periodJSON(_ side: ComparedSide) -> JSONValue? {
    side.period.map { ReportJSON.periodJSON($0, isComplete: side.isComplete) }
  }

  private var queryJSON: JSONValue {
    var members: [(String, JSONValue)] = []
    switch query.subject {
    case .periods(let first, with: let second):
      members = [
        ("compare", .string("periods")), ("first", .string(first.id)),
        ("second", .string(second.id)),
      ]
    case .category(let axis, let names):
      members = [
        ("compare", .string("rest")), ("dimension", .string(axis)),
        ("categories", .array(names.map { DomainValue(condition: $0).json })),
      ]
    case .eachWithRest(let axis):
      members = [("compare", .string("rest")), ("dimension", .string(axis))]
    case .pairs(let axis): members = [("compare", .string("each")), ("dimension", .string(axis))]
    }
    return .object(
      members + [
        ("adjust", .string(query.adjustment.rawValue)),
        ("acrossBreaks", .bool(query.crossesBreaks)),
        ("period", .optional(report.query.period?.id)),
        ("calendar", .string((report.query.calendar ?? report.survey.calendar).rawValue)),
        (
          "where",
          .object(
            report.query.filters.map { filter in
              (filter.dimension, .array(filter.categories.map { DomainValue(condition: $0).json }))
            })
        ),
        ("level", .number(report.query.level)), ("locale", .string(report.query.locale.rawValue)),
        ("asOf", .optional(report.asOf?.description)),
      ])
  }

  private var secondPartJSON: JSONValue {
    guard let part = comparison.secondPart else { return .null }
    return .object([
      (
        "survey", part.survey.json(shapeHash: part.shapeHash, in: report.query.locale)
      ), ("accounting", part.accounting.json(selected: part.accounting.responses)),
    ])
  }

  private static func breakJSON(_ found: SeriesBreak) -> JSONValue {
    .object([
      ("kind", .string(found.kind.rawValue)), ("measure", .optional(found.measure)),
      ("first", .string(found.first)), ("second", .string(found.second)),
    ])
  }

  private static func mixJSON(_ mix: MixChange) -> JSONValue {
    .object([
      ("measure", .string(mix.measure)), ("first", mix.first.domain.json),
      ("second", mix.second.domain.json), ("dimension", .string(mix.dimension)),
      ("difference", .number(mix.difference)), ("mix", .number(mix.mix)),
      ("rate", .number(mix.rate)),
      (
        "categories",
        .array(
          mix.categories.map {
            .object([
              ("category", $0.value.json), ("mix", .number($0.mix)), ("rate", .number($0.rate)),
            ])
          })
      ),
    ])
  }
}
