import SurveyStatistics

/// The content of a cell: lines that stand under one another.
struct ReportCell: ExpressibleByStringLiteral {
  /// The lines; a Markdown cell joins them.
  var lines: [String]
  /// The verdict that the cell states, for its colour.
  var verdict: Verdict?
  /// How the cell's rate lies to what it is compared with, for its shade.
  var heat: ReportHeat?

  /// A cell of lines.
  init(_ lines: [String], verdict: Verdict? = nil, heat: ReportHeat? = nil) {
    self.lines = lines
    self.verdict = verdict
    self.heat = heat
  }

  /// A cell of one line.
  init(_ line: String) {
    self.init([line])
  }

  /// A cell of one line.
  init(stringLiteral value: String) {
    self.init([value])
  }

  /// The columns of its widest line.
  var width: Int { lines.map { DisplayText.width($0) }.max() ?? 0 }
}

/// How a rate lies to a target, or to the whole in its period where there is no target; said only where
/// the rate can be told from it.
enum ReportHeat: String {
  /// More than ten points below.
  case farBelow
  /// Below.
  case below
  /// At it or above.
  case above
  /// More than five points above.
  case farAbove
  /// From fewer than ten answers, whatever it is.
  case few
}
