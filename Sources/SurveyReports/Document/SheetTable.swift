import CivicSurvey

/// One cell of a sheet.
struct SheetCell {
  var value: SheetValue
  var style = SheetStyle()

  /// Whether it lies to the right.
  var isNumber: Bool {
    if case .text = value { false } else { true }
  }

  static let empty = SheetCell(value: .empty)

  static func text(_ text: String, _ style: SheetStyle = SheetStyle()) -> SheetCell {
    SheetCell(value: .text(DisplayText.plain(text)), style: style)
  }

  /// The lines that the tallest of some cells takes: not every program finds out for itself.
  static func lines(of cells: [SheetCell], widths: [Int]) -> Int {
    var most = 1
    for (cell, width) in zip(cells, widths) {
      guard cell.style.isWrapped || cell.style.isHeader, case .text(let text) = cell.value else {
        continue
      }
      // Letters are about as wide as a column's unit, bold ones a little wider.
      let room = max(
        4, cell.style.isBold || cell.style.isHeader ? width - 2 - width / 10 : width - 1)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + DisplayText.wrap(String($1), to: room).count }
      most = max(most, lines)
    }
    return most
  }

  static func count(_ count: Int, _ style: SheetStyle = SheetStyle()) -> SheetCell {
    SheetCell(value: .count(count), style: style)
  }
}

/// A table on a sheet of its own.
struct WorkbookSheet {
  /// A chart of the table's rates.
  struct Chart {
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
  let rowCount: Int
  /// Makes a row.
  let row: (Int) -> [SheetCell]
  /// What is drawn under the table.
  var chart: Chart?

  /// Writes it; a table with too many rows goes on on the next sheet.
  func write(to file: WorkbookFile) {
    let head = notes.isEmpty ? 0 : notes.count + 1
    let most = WorkbookFile.mostRows - head - 1
    var first = 0
    repeat {
      let rows = first..<min(rowCount, first + most)
      write(rows, headerRow: head, to: file)
      first = rows.upperBound
    } while first < rowCount
  }

  private func write(_ rows: Range<Int>, headerRow: Int, to file: WorkbookFile) {
    let name = file.beginSheet(self.name, widths: widths)
    for (place, note) in notes.enumerated() {
      let style = SheetStyle(isTitle: place == 0)
      file.setHeight(lines: 1, row: place, isTitle: style.isTitle)
      file.write(.text(DisplayText.plain(note)), row: place, column: 0, style: style)
    }
    // A head stands over its numbers, which lie to the right.
    let first = rows.isEmpty ? [] : row(rows.lowerBound)
    let heads = header.enumerated().map { column, title in
      SheetCell.text(
        title, SheetStyle(isHeader: true, isRight: column < first.count && first[column].isNumber))
    }
    file.setHeight(lines: SheetCell.lines(of: heads, widths: widths), row: headerRow)
    for (column, head) in heads.enumerated() {
      file.write(head.value, row: headerRow, column: column, style: head.style)
    }
    for index in rows {
      let cells = row(index)
      let place = headerRow + 1 + index - rows.lowerBound
      file.setHeight(lines: SheetCell.lines(of: cells, widths: widths), row: place)
      for (column, cell) in cells.enumerated() {
        file.write(cell.value, row: place, column: column, style: cell.style)
      }
    }
    file.freeze(
      row: headerRow + 1, column: frozenColumns, header: headerRow, columns: header.count,
      lastRow: headerRow + rows.count)
    guard let chart, rows.lowerBound == 0, !chart.rows.isEmpty,
      chart.rows.upperBound <= rows.count
    else { return }
    let shown = headerRow + 1 + chart.rows.lowerBound...headerRow + chart.rows.upperBound
    func range(_ column: Int) -> WorkbookFile.Range {
      WorkbookFile.Range(sheet: name, rows: shown, column: column)
    }
    file.insertChart(
      isLine: chart.isLine, title: DisplayText.plain(chart.title),
      categories: range(chart.categories),
      series: chart.series.enumerated().map { place, series in
        WorkbookFile.Series(
          name: DisplayText.plain(series.name), values: range(series.column), isThin: place > 0)
      }, row: headerRow + rows.count + 2, column: 0, lowest: chart.lowest)
  }
}
