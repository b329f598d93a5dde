import SurveyCSV
import SurveyDefinition

/// Sheets of a workbook of which nothing is known.
extension SurveyInput {
  /// So many rows tell whether a column is of dates.
  private static let rowsLookedAt = 1_000

  /// Which of a workbook's sheets, each as CSV, are the survey's: those with the header below which
  /// most is written.
  package static func draftSheets(_ sheets: [(csv: String, isTable: Bool)]) -> [Bool] {
    let headers = sheets.map { sheet -> [String]? in
      guard sheet.isTable, let reader = path(sheet.csv).draftReader,
        DraftHeader.isHeader(reader.header)
      else { return nil }
      return reader.header.map(LabelFolding.fold).sorted()
    }
    var sizes: [[String]: Int] = [:]
    for (sheet, header) in zip(sheets, headers) {
      guard let header else { continue }
      sizes[header, default: 0] += (try? ByteSource(path: sheet.csv, unpacking: .none).size) ?? 0
    }
    let best = sizes.max {
      ($0.value, $1.key.joined()) < ($1.value, $0.key.joined())
    }?.key
    return headers.map { $0 != nil && $0 == best }
  }

  /// Where a sheet's header stands, and which columns below it are dates; `nil` where none is.
  ///
  /// - Parameter cells: the sheet's cells, at its first row.
  /// - Throws: ``RunError`` where they cannot be read.
  package func draftPlace(_ cells: inout SpreadsheetCells) throws(RunError) -> HeaderPlace? {
    guard let reader = draftReader else { return nil }
    let line = Int(reader.headerLine)
    var dates = Array(repeating: 0, count: reader.header.count)
    var row = 0
    while row < Self.rowsLookedAt, try cells.nextRow() {
      row += 1
      for column in dates.indices where cells.isDate(column) { dates[column] += 1 }
    }
    let columns = dates.indices.filter { dates[$0] > 0 }
    guard let first = columns.first else { return nil }
    return HeaderPlace(line: line, dateColumn: first, dayColumns: Array(columns.dropFirst()))
  }

  private var draftReader: DraftSheetHeader? {
    guard let source = try? open(.standard),
      let reader = try? RecordReader(
        source, dialect: CSVDialect(separator: UInt8(ascii: ",")), isHeader: DraftHeader.isHeader)
    else { return nil }
    return DraftSheetHeader(header: reader.header, headerLine: reader.headerLine)
  }
}

/// The header of a sheet.
private struct DraftSheetHeader {
  let header: [String]
  let headerLine: UInt64
}
