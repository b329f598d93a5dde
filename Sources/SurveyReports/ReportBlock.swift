import SurveyStatistics

/// A piece of a report for people, before a format lays it out.
enum ReportBlock {
  /// What must be read before anything else.
  case alarm(String)
  /// A heading; level 1 is the title.
  case heading(Int, String)
  /// Running text.
  case paragraph(String)
  /// Short items, each on lines of its own.
  case list([String])
  /// Rows under a header.
  case table(ReportTable)
}

/// Rows of cells under a header.
struct ReportTable {
  /// How a column is aligned.
  enum Alignment {
    case left
    case right
  }

  /// The header.
  var header: [ReportCell]
  /// The alignment of each column.
  var alignments: [Alignment]
  /// The rows, each with as many cells as the header.
  var rows: [[ReportCell]]

  /// Lines that stand over groups of rows, by the first row of the group.
  var groups: [Int: String] = [:]
}

/// The content of a cell: lines that stand under one another.
struct ReportCell: ExpressibleByStringLiteral {
  /// The lines; a Markdown cell joins them.
  var lines: [String]
  /// The verdict that the cell states, for its colour.
  var verdict: Verdict?

  /// A cell of lines.
  init(_ lines: [String], verdict: Verdict? = nil) {
    self.lines = lines
    self.verdict = verdict
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
