import CivicSurvey
import SurveyCSV

/// The rows of a comparison as tidy CSV: UTF-8, lines end with LF alone.
///
/// A side is its id on its axis, `_rest` for every other category; of a period also its first and last
/// day. Figures have a decimal point and are empty where undefined, with the `reason`.
struct ComparisonCSV {
  /// The comparison.
  let comparison: ComparisonReport

  private static let columns = [
    "measure", "firstAxis", "first", "firstFrom", "firstTo", "firstN", "firstSatisfied",
    "firstEstimate", "secondAxis", "second", "secondFrom", "secondTo", "secondN",
    "secondSatisfied", "secondEstimate", "difference", "lower", "upper", "level", "method",
    "standardError", "test", "statistic", "degreesOfFreedom", "pValue", "adjustedPValue",
    "adjustment", "finding", "reason", "flags", "denominatorDegreesOfFreedom",
  ]

  /// Hands the CSV over piece by piece.
  func write<Failure>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var writer = CSVWriter(lineEnd: .lf)
    for name in Self.columns { writer.append(name) }
    writer.endRecord()
    for row in comparison.rows {
      append(row, to: &writer)
      if writer.bytes.count >= 64 << 10 {
        try sink(writer.bytes)
        writer.removeAll()
      }
    }
    try sink(writer.bytes)
  }

  private func append(_ row: ComparisonRow, to writer: inout CSVWriter) {
    writer.append(row.measure)
    for side in [row.first, row.second] {
      writer.append(side.domain.entries.first?.axis ?? "")
      writer.append(side.domain.entries.first?.value.id ?? "")
      writer.append(side.period?.first.description ?? "")
      writer.append(side.period?.last.description ?? "")
      writer.append(side.n)
      writer.append(side.satisfied.map(String.init) ?? "", isTrusted: true)
      append(row.answers == nil ? side.value : nil, to: &writer)
    }
    let (limits, test) = (row.comparison.limits, row.comparison.test)
    for figure in [row.comparison.difference, limits?.lower, limits?.upper, limits?.level] {
      append(figure, to: &writer)
    }
    writer.append(limits?.method ?? "")
    append(limits?.standardError, to: &writer)
    writer.append(test?.name ?? "")
    append(test?.statistic, to: &writer)
    append(test?.degreesOfFreedom, to: &writer)
    append(test?.pValue, to: &writer)
    append(row.adjustedPValue, to: &writer)
    writer.append(test == nil ? "" : row.adjustment.rawValue)
    writer.append(row.finding.rawValue)
    writer.append(row.reasonName ?? "")
    writer.append(row.flags.map(\.rawValue).joined(separator: ";"))
    append(test?.denominatorDegreesOfFreedom, to: &writer)
    writer.endRecord()
  }

  private func append(_ figure: Double?, to writer: inout CSVWriter) {
    writer.append(figure.map { $0.isFinite ? $0.description : "" } ?? "", isTrusted: true)
  }
}
