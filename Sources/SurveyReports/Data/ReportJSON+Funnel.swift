import CivicSurvey
import SurveyDefinition

extension ReportJSON {
  /// `funnel`, a row for each measure and unit.
  func write<Failure>(
    _ table: FunnelTable, to writer: inout JSONWriter, _ sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    writer.key("funnel")
    writer.beginArray()
    for funnel in table.measures {
      for row in funnel.rows {
        writer.beginObject()
        writer.member("measure", funnel.measure)
        writer.member("period", table.period.map(periodJSON) ?? .null)
        writer.member("dimension", table.dimension)
        writer.member("category", row.category)
        writer.member("n", row.n)
        writer.member("satisfied", .optional(row.satisfied))
        writer.member("estimate", row.value)
        writer.member("lower95", row.limits.lower95)
        writer.member("upper95", row.limits.upper95)
        writer.member("lower998", row.limits.lower998)
        writer.member("upper998", row.limits.upper998)
        writer.member("outside", row.outside?.rawValue)
        writer.member("adjustedPValue", row.adjustedPValue)
        writer.member("pooled", funnel.center)
        writer.member("phi", funnel.phi)
        writer.endObject()
        try writer.flush(to: sink)
      }
    }
    writer.endArray()
  }

  /// A unit that sent far less than before.
  func lowVolumeJSON(_ unit: LowVolume) -> JSONValue {
    .object([
      ("dimension", .string(unit.dimension)), ("category", .string(unit.category)),
      ("period", periodJSON(unit.period)), ("responses", .int(unit.drop.count)),
      ("expected", .number(unit.drop.expected)), ("pValue", .number(unit.drop.pValue)),
    ])
  }
}
