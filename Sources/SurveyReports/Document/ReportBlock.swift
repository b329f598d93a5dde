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
  /// A picture of figures that a table has too.
  case chart(ReportChart)
  /// Blocks side by side where there is room, else one after the other.
  case columns([[ReportBlock]])
}

extension ReportBlock {
  /// The block itself, or those that stand side by side, one after the other.
  var flat: [ReportBlock] {
    guard case .columns(let columns) = self else { return [self] }
    return columns.flatMap { $0.flatMap(\.flat) }
  }
}

/// A part of a report under one heading.
struct ReportSection {
  /// What links and styles call it.
  let id: String
  /// Its heading; `nil` where the blocks have one of their own.
  var title: String?
  /// What it says.
  let blocks: [ReportBlock]
  /// Whether its tables are wide, so that they are printed across.
  var isWide = false
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
  /// What the table shows, for those who cannot see where it stands.
  var caption = ""

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

/// How a rate lies to a target, or to the overall rate where there is no target.
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
