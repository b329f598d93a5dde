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
  /// Lines to be copied as they are; they fit the width already.
  case code([String])
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
  /// The number of rows.
  private(set) var rowCount: Int
  /// Makes a row, with as many cells as the header; it is asked for more than once.
  private(set) var row: (Int) -> [ReportCell]
  /// The line that stands over a group of rows, by the first row of the group.
  private(set) var group: (Int) -> String?

  /// A table whose rows are made when they are laid out.
  init(
    header: [ReportCell], alignments: [Alignment], rowCount: Int,
    row: @escaping (Int) -> [ReportCell], group: @escaping (Int) -> String? = { _ in nil }
  ) {
    self.header = header
    self.alignments = alignments
    self.rowCount = rowCount
    self.row = row
    self.group = group
  }

  /// A table of few rows.
  init(
    header: [ReportCell], alignments: [Alignment], rows: [[ReportCell]],
    groups: [Int: String] = [:]
  ) {
    self.init(
      header: header, alignments: alignments, rowCount: rows.count, row: { rows[$0] },
      group: { groups[$0] })
  }
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
