/// A table on a sheet of its own.
struct SheetTable {
  /// A chart of the table's rates.
  struct Chart {
    /// What it shows.
    let title: String
    /// A line in time, else bars under one another.
    let isLine: Bool
    /// The column of labels.
    let categories: Int
    /// Columns of rates by name, the main one first, limits after it.
    let series: [(name: String, column: Int)]
    /// The rows that it shows.
    let rows: Range<Int>
    /// The least rate that it shows, 0…1.
    let lowest: Double
    /// The highest value of its axis.
    let greatest: Double
    /// Whether the axis is in percent.
    let isPercent: Bool
  }

  /// What the tab is called.
  let name: String
  /// Lines above the table.
  var notes: [String] = []
  /// The head of each column.
  let header: [String]
  /// The width of each column, in characters.
  let widths: [Int]
  /// The columns that stay in sight.
  var frozenColumns = 1
  /// The number of rows.
  var rowCount: Int
  /// Makes a row.
  let row: (Int) -> [SheetCell]
  /// What is drawn under the table.
  var chart: Chart?
}

extension SheetTable {
  /// The table with its first rows, at most `limit`, and a note on the number of the others.
  func cut(to limit: Int, saying note: (Int) -> String) -> SheetTable {
    guard rowCount > limit else { return self }
    var table = self
    table.rowCount = limit
    table.notes.append(note(rowCount - limit))
    return table
  }
}
