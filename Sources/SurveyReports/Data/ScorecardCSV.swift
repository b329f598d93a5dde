import CivicSurvey
import SurveyCSV
import SurveyDefinition
import SurveyStatistics

/// The rows of a scorecard as tidy CSV: UTF-8, lines end with LF alone.
///
/// Figures have a decimal point and are empty where undefined, with the `reason`. A cell of text is
/// safe from formulas. Where a source has a design, what it says of each figure stands in the last
/// columns, as in a report's CSV.
struct ScorecardCSV: ScorecardPiece {
  let context: ScorecardContext

  private static let columns = [
    "target", "title", "kind", "domain", "bound", "share", "inForceFrom", "period", "first",
    "last", "complete", "source", "measure", "n", "satisfied", "estimate", "lower", "upper",
    "verdict", "reason", "flags", "changeFrom", "change", "changeLower", "changeUpper",
    "changePValue", "changeFinding", "read", "accepted", "rejected",
    "duplicate", "outOfScope",
  ]

  /// The CSV.
  var bytes: [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    for name in Self.columns { writer.append(name) }
    if context.hasDesign {
      for name in DesignRow.names { writer.append(name) }
      writer.append(DesignRow.degreesOfFreedom)
    }
    writer.endRecord()
    for row in card.rows { append(row, to: &writer) }
    return writer.bytes
  }

  private func append(_ row: ScorecardRow, to writer: inout CSVWriter) {
    let target = row.target
    var verdict: TargetVerdict?
    var reason = ""
    switch row.content {
    case .figure(let figure): verdict = figure
    case .noData: reason = "no-data"
    case .failed: reason = "failed"
    }
    let judgement = verdict?.judgement
    let domain = verdict?.domain.entries.map { "\($0.axis)=\($0.value.id)" } ?? []
    let side = if case .atLeast = target.bound { "atLeast" } else { "atMost" }
    let period = verdict?.period
    for text in [target.id, text(target.title), verdict?.kind.rawValue ?? ""] {
      writer.append(text)
    }
    writer.append(domain.joined(separator: ";"))
    writer.append(side)
    append(target.bound.value.value, to: &writer)
    for text in [
      target.from.description, period?.id, period?.first.description, period?.last.description,
      period == nil ? nil : verdict?.isComplete == true ? "true" : "false", target.source,
      target.measure?.text,
    ] {
      writer.append(text ?? "")
    }
    append(verdict?.n, to: &writer)
    append(verdict?.satisfied, to: &writer)
    for figure in [verdict?.value, judgement?.interval?.lower, judgement?.interval?.upper] {
      append(figure, to: &writer)
    }
    writer.append((judgement?.verdict ?? .notJudged).rawValue)
    writer.append(judgement?.reason?.rawValue ?? reason)
    writer.append(verdict?.flags.map(\.rawValue).joined(separator: ";") ?? "")
    let change = row.change
    writer.append(row.before?.period?.id ?? "")
    for figure in [
      change?.comparison.difference, change?.comparison.limits?.lower,
      change?.comparison.limits?.upper,
      change?.comparison.test?.pValue,
    ] {
      append(figure, to: &writer)
    }
    writer.append(change?.finding.rawValue ?? "")
    let sums = row.source.flatMap { card.sources[$0].report?.accounting }
    for count in [
      sums?.read, sums?.accepted, sums?.rejected,
      sums.map { $0.identicalDuplicates + $0.conflictingDuplicates }, sums?.outOfScope,
    ] {
      append(count, to: &writer)
    }
    if context.hasDesign {
      for (_, figure) in DesignRow.members(verdict?.design) { append(figure, to: &writer) }
      append(verdict?.design?.degreesOfFreedom, to: &writer)
    }
    writer.endRecord()
  }

  private func append(_ count: Int?, to writer: inout CSVWriter) {
    writer.append(count.map(String.init) ?? "", isTrusted: true)
  }

  private func append(_ figure: Double?, to writer: inout CSVWriter) {
    writer.append(figure.map { $0.isFinite ? $0.description : "" } ?? "", isTrusted: true)
  }
}
