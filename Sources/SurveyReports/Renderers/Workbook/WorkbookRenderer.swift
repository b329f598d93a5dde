import CivicSurvey

/// Lays sheets out in a workbook.
struct WorkbookRenderer {
  /// The workbook.
  let file: WorkbookFile

  /// Writes a whole workbook.
  ///
  /// - Throws: ``RunError`` `io.cannot-write`.
  static func write(
    _ sheets: [WorkbookSheet], title: String, to path: String, folder: String
  ) throws(RunError) {
    do throws(WorkbookFile.Failure) {
      try QuietLibrary.run { () throws(WorkbookFile.Failure) in
        let file = try WorkbookFile(path: path, folder: folder, title: title)
        WorkbookRenderer(file: file).write(sheets)
        try file.close()
      }
    } catch {
      throw RunError(
        .cannotWrite, .ioCannotWrite, ["path": path, "reason": error.reason],
        at: Message.Place(file: path))
    }
  }

  /// Writes the sheets in their order.
  func write(_ sheets: [WorkbookSheet]) {
    for sheet in sheets {
      switch sheet {
      case .text(let name, let blocks): write(blocks, name: name)
      case .table(let table): write(table)
      }
    }
  }

  /// The columns of a sheet of text: a wide one, and those of its tables.
  private static let textWidths = [60, 44, 44]

  /// Blocks under one another.
  private func write(_ blocks: [ReportBlock], name: String) {
    file.beginSheet(name, widths: Self.textWidths)
    var row = 0
    for block in blocks.flatMap(\.flat) {
      switch block {
      case .alarm(let text):
        line(text, SheetStyle(isBold: true, colour: .missed), &row)
      case .warnings(let title, let items):
        line(title, SheetStyle(isBold: true, colour: .missed), &row)
        for item in items { line("• " + item, SheetStyle(colour: .missed), &row) }
      case .heading(let level, let text):
        if level > 1 { row += 1 }
        line(text, SheetStyle(isBold: true, isTitle: level == 1), &row)
      case .paragraph(let text): line(text, SheetStyle(), &row)
      case .list(let items):
        for item in items { line("• " + item, SheetStyle(), &row) }
      case .code(let lines):
        for text in lines { line(text, SheetStyle(), &row) }
      case .entry(let entry):
        for text in [entry.head] + entry.parts.flatMap(\.paragraphs) {
          line(text, SheetStyle(), &row)
        }
      case .table(let table): write(table, &row)
      case .chart, .columns: break
      }
    }
  }

  /// Text goes on in the next row where it would run out of the sheet's columns.
  private func line(_ text: String, _ style: SheetStyle, _ row: inout Int) {
    for line in DisplayText.wrap(text, to: Self.textWidths.reduce(0, +) - 8) {
      file.setHeight(lines: 1, row: row, isTitle: style.isTitle)
      file.write(.text(line), row: row, column: 0, style: style)
      row += 1
    }
  }

  private func write(_ table: ReportTable, _ row: inout Int) {
    for (column, cell) in table.header.enumerated() {
      file.write(
        .text(cell.lines.joined(separator: " ")), row: row, column: column,
        style: SheetStyle(isHeader: true))
    }
    row += 1
    for index in 0..<table.rowCount {
      if let group = table.group(index) { line(group, SheetStyle(isBold: true), &row) }
      let cells = table.row(index).map { cell in
        SheetCell(
          value: .text(cell.lines.joined(separator: "\n")),
          style: SheetStyle(isWrapped: true, colour: cell.verdict.map(\.colour)))
      }
      file.setHeight(lines: Self.lines(of: cells, widths: Self.textWidths), row: row)
      for (column, cell) in cells.enumerated() {
        file.write(cell.value, row: row, column: column, style: cell.style)
      }
      row += 1
    }
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
}
