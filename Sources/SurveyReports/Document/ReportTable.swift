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

extension ReportTable {
  /// The table with words for what it shows.
  func captioned(_ caption: String) -> ReportTable {
    var table = self
    table.caption = caption
    return table
  }
}
