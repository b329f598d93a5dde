import CivicSurvey

/// Lays a report out as a workbook: a summary to read, a sheet a table, and the method.
struct WorkbookRenderer {
  let document: ReportDocument
  let file: WorkbookFile

  func write() {
    let title = DisplayText.plain(
      document.report.survey.title.text(in: document.report.query.locale.rawValue))
    write(
      [.heading(1, title)] + (document.summary?.blocks ?? []), name: document.word(.summary))
    for sheet in document.sheets { sheet.write(to: file) }
    let closing =
      document.pageMethod.map { [.heading(1, $0.title ?? "")] + $0.blocks } ?? []
    let printed = document.report.query.printedOn.map {
      ReportBlock.paragraph(document.word(.printedOn, ["day": document.numbers.day($0)]))
    }
    write(
      closing + document.accounting + document.notices + [printed].compactMap { $0 },
      name: document.word(.method))
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
      case .heading(let level, let text):
        if level > 1 { row += 1 }
        line(text, SheetStyle(isBold: true, isTitle: level == 1), &row)
      case .paragraph(let text): line(text, SheetStyle(), &row)
      case .list(let items):
        for item in items { line("• " + item, SheetStyle(), &row) }
      case .code(let lines):
        for text in lines { line(text, SheetStyle(), &row) }
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
      file.setHeight(lines: SheetCell.lines(of: cells, widths: Self.textWidths), row: row)
      for (column, cell) in cells.enumerated() {
        file.write(cell.value, row: row, column: column, style: cell.style)
      }
      row += 1
    }
  }
}

extension Report {
  /// Writes the report as an .xlsx workbook, in the language of its query.
  ///
  /// The same report gives the same bytes; no cell is a formula.
  /// - Parameters:
  ///   - path: a file that may be overwritten; what is left there after an error is of no use.
  ///   - folder: where rows lie while the workbook is written.
  /// - Throws: ``RunError`` `io.cannot-write`.
  /// - Complexity: O(rows of the report), in memory that does not grow with them.
  public func writeWorkbook(to path: String, folder: String) throws(RunError) {
    do throws(WorkbookFile.Failure) {
      let file = try WorkbookFile(
        path: path, folder: folder,
        title: DisplayText.plain(survey.title.text(in: query.locale.rawValue)))
      WorkbookRenderer(document: ReportDocument(self), file: file).write()
      try file.close()
    } catch {
      throw RunError(
        .cannotWrite, .ioCannotWrite, ["path": path, "reason": error.reason],
        at: Message.Place(file: path))
    }
  }
}
