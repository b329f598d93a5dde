import CivicSurvey
import SurveyCSV
import SurveyDefinition
import SurveyStatistics

/// The estimates of a report as tidy CSV: UTF-8, one row for each, lines end with LF alone.
///
/// Columns: `measure`; one for each axis in the order asked for, `*` for all; the first and last
/// day of the period; counts; figures with a decimal point, empty where undefined with the
/// `reason`; `flags` joined by `;`; where the survey has a design, its figures; where volumes are given, who
/// took part. A cell of text is safe from formulas.
struct ReportCSV {
  /// The report.
  let report: Report

  /// Hands the CSV over piece by piece.
  func write<Failure>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var writer = CSVWriter(lineEnd: .lf)
    var figures = WrittenFigures()
    let designColumns =
      report.design == nil ? [] : DesignRow.names + [DesignRow.degreesOfFreedom]
    let volumeColumns = report.volumes == nil ? [] : Self.volumeColumns
    for name in ["measure"] + report.query.by + Self.fixedColumns + designColumns + volumeColumns {
      writer.append(name)
    }
    writer.endRecord()
    for estimate in report.estimates {
      append(estimate, to: &writer, &figures)
      if writer.bytes.count >= 64 << 10 {
        try sink(writer.bytes)
        writer.removeAll()
      }
    }
    try sink(writer.bytes)
  }

  private static let fixedColumns = [
    "first", "last", "n", "satisfied", "accepted", "noOpinion", "missing", "notApplicable",
    "invalid", "estimate", "lower", "upper", "level", "method", "flags", "reason",
  ]

  private static let volumeColumns = ["served", "offered", "participation"]

  private func append(
    _ estimate: Estimate, to writer: inout CSVWriter, _ figures: inout WrittenFigures
  ) {
    let domain = estimate.domain
    writer.append(estimate.measure)
    for axis in report.query.by {
      writer.append(domain.entries.first { $0.axis == axis }.map { $0.value.id } ?? "*")
    }
    let period = domain.shortestPeriod
    writer.append(period?.first.description ?? "")
    writer.append(period?.last.description ?? "")
    let counts = estimate.counts
    writer.append(counts.answered)
    if let satisfied = estimate.satisfied { writer.append(satisfied) } else { writer.append("") }
    writer.append(counts.accepted)
    writer.append(counts.noOpinion)
    writer.append(counts.missing)
    writer.append(counts.notApplicable)
    writer.append(counts.invalid)
    writer.append(fieldsOf: figures.fields(of: estimate))
    writer.append(estimate.flags(in: report).map(\.id).joined(separator: ";"))
    writer.append(estimate.reason?.rawValue ?? "")
    if report.design != nil {
      for (_, figure) in DesignRow.members(estimate.design) {
        writer.append(figure?.description ?? "", isTrusted: true)
      }
      writer.append(
        estimate.design.map { String($0.degreesOfFreedom) } ?? "", isTrusted: true)
    }
    if let participation = report.volumes?.participation(of: estimate) {
      for count in [participation.served, participation.offered] {
        writer.append(count.map { String($0) } ?? "", isTrusted: true)
      }
      writer.append(participation.rate?.description ?? "", isTrusted: true)
    }
    writer.endRecord()
  }
}

extension Domain {
  /// The period of the domain; of several, the shortest, which lies in the others.
  var shortestPeriod: Period? {
    var found: Period?
    for entry in entries {
      guard case .period(let period) = entry.value else { continue }
      if let known = found,
        known.last.number - known.first.number
          <= period.last.number - period.first.number
      {
        continue
      }
      found = period
    }
    return found
  }
}

/// The rates and intervals that rows had before: small domains have few different ones, and to find
/// the digits of a number takes longer than all else of a row.
private struct WrittenFigures {
  private struct Entry {
    var bits = SIMD4<UInt64>(repeating: .max)
    var fields = CSVWriter()
  }

  private static let size = 1 << 10
  private var entries = [Entry](repeating: Entry(), count: size)

  /// An estimate's rate, interval, level and method, as fields.
  mutating func fields(of estimate: Estimate) -> CSVWriter {
    guard let value = estimate.value, let interval = estimate.interval else {
      return Self.written(estimate)
    }
    // A measure has one method; the rare figures and limits that are those of a measure with another
    // one are written anew.
    guard interval.method != .mean else { return Self.written(estimate) }
    let bits = SIMD4(
      value.bitPattern, interval.lower.bitPattern, interval.upper.bitPattern,
      interval.level.bitPattern)
    let hash = (bits.x ^ bits.y) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: hash >> 54)
    if entries[place].bits != bits {
      entries[place] = Entry(bits: bits, fields: Self.written(estimate))
    }
    return entries[place].fields
  }

  private static func written(_ estimate: Estimate) -> CSVWriter {
    var writer = CSVWriter()
    let interval = estimate.interval
    for figure in [estimate.value, interval?.lower, interval?.upper, interval?.level] {
      if let figure, figure.isFinite {
        writer.append(figure.description, isTrusted: true)
      } else {
        writer.append("")
      }
    }
    writer.append(interval?.method.rawValue ?? "")
    return writer
  }
}
