extension WorkbookRenderer {
  /// Writes a table; one with too many rows goes on on the next sheet.
  func write(_ table: SheetTable) {
    let head = table.notes.isEmpty ? 0 : table.notes.count + 1
    let most = WorkbookFile.mostRows - head - 1
    var first = 0
    repeat {
      let rows = first..<min(table.rowCount, first + most)
      write(table, rows, headerRow: head)
      first = rows.upperBound
    } while first < table.rowCount
  }

  private func write(_ table: SheetTable, _ rows: Range<Int>, headerRow: Int) {
    let widths = table.widths
    let name = file.beginSheet(table.name, widths: widths)
    for (place, note) in table.notes.enumerated() {
      let style = SheetStyle(isTitle: place == 0)
      file.setHeight(lines: 1, row: place, isTitle: style.isTitle)
      file.write(.text(DisplayText.plain(note)), row: place, column: 0, style: style)
    }
    // A head stands over its numbers, which lie to the right.
    let first = rows.isEmpty ? [] : table.row(rows.lowerBound)
    let heads = table.header.enumerated().map { column, title in
      SheetCell.text(
        title, SheetStyle(isHeader: true, isRight: column < first.count && first[column].isNumber))
    }
    file.setHeight(lines: Self.lines(of: heads, widths: widths), row: headerRow)
    for (column, head) in heads.enumerated() {
      file.write(head.value, row: headerRow, column: column, style: head.style)
    }
    for index in rows {
      let cells = table.row(index)
      let place = headerRow + 1 + index - rows.lowerBound
      file.setHeight(lines: Self.lines(of: cells, widths: widths), row: place)
      for (column, cell) in cells.enumerated() {
        file.write(cell.value, row: place, column: column, style: cell.style)
      }
    }
    file.freeze(
      row: headerRow + 1, column: table.frozenColumns, header: headerRow,
      columns: table.header.count,
      lastRow: headerRow + rows.count)
    guard let chart = table.chart, rows.lowerBound == 0, !chart.rows.isEmpty,
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
      }, row: headerRow + rows.count + 2, column: 0,
      axis: (chart.lowest, chart.greatest, chart.isPercent))
  }
}
