import CivicSurvey
import SurveyCSV
import SurveyDefinition
import SurveyStatistics

/// The estimates of a report as tidy CSV: UTF-8, one row for each, lines end with LF alone.
///
/// Columns: `measure`; one for each axis in the order asked for, `*` for all; the first and last
/// day of the period; counts; figures with a decimal point, empty where undefined with the
/// `reason`; `flags` joined by `;`. A cell of text is safe from formulas.
struct ReportCSV {
  /// The report.
  let report: Report

  /// Hands the CSV over piece by piece.
  func write<Failure>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var writer = CSVWriter(lineEnd: .lf)
    for name in ["measure"] + report.query.by + Self.fixedColumns {
      writer.append(name)
    }
    writer.endRecord()
    for estimate in report.estimates {
      append(estimate, to: &writer)
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

  private func append(_ estimate: Estimate, to writer: inout CSVWriter) {
    let domain = estimate.domain
    writer.append(estimate.measure)
    for axis in report.query.by {
      writer.append(domain.entries.first { $0.axis == axis }.map { $0.value.id } ?? "*")
    }
    let period = domain.shortestPeriod
    writer.append(period?.first.description ?? "")
    writer.append(period?.last.description ?? "")
    let counts = estimate.counts
    for count in [
      counts.answered, estimate.satisfied, counts.accepted, counts.noOpinion, counts.missing,
      counts.notApplicable, counts.invalid,
    ] {
      writer.append(String(count), isTrusted: true)
    }
    let interval = estimate.interval
    for figure in [estimate.rate, interval?.lower, interval?.upper, interval?.level] {
      writer.append(figure.map { $0.isFinite ? $0.description : "" } ?? "", isTrusted: true)
    }
    writer.append(interval?.method.rawValue ?? "")
    writer.append(estimate.flags(in: report).joined(separator: ";"))
    writer.append(estimate.reason?.rawValue ?? "")
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
