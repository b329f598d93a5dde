import SurveyCSV
import SurveyDefinition

/// Puts the dates of a workbook's sheet into its CSV by value: what a cell shows may leave out the
/// year, and in Excel's usual formats tells nobody whether its day or its month comes first.
package struct SheetDates {
  /// How many dates a sheet has as numbers, and how many as text.
  package struct Counts: Equatable {
    /// Cells that are numbers.
    package var numbers = 0
    /// Cells that hold anything else, such as a date that was typed as text.
    package var texts = 0
    /// Whether a number has a day of the month behind the twelfth.
    fileprivate var hasLateNumber = false
    /// Whether a text that reads has a day up to the twelfth, and whether one has a later one.
    fileprivate var hasEarlyText = false
    fileprivate var hasLateText = false

    /// Fewer numbers than this may all be early in their months by chance.
    private static let fewestNumbers = 4

    /// Whether a spreadsheet seems to have taken days for months: what can be read that way has
    /// become a date, and what cannot, with a day behind the twelfth, has stayed text.
    package var looksExchanged: Bool {
      numbers >= Self.fewestNumbers && !hasLateNumber && hasLateText && !hasEarlyText
    }
  }

  private let place: HeaderPlace
  private let formats: [TimestampFormat]
  private let file: String

  /// - Parameters:
  ///   - place: where the header has the date.
  ///   - formats: the survey's; dates are written in the first that keeps them.
  ///   - file: what messages call the sheet.
  package init(_ place: HeaderPlace, formats: [TimestampFormat], file: String) {
    self.place = place
    self.formats = formats
    self.file = file
  }

  /// Hands on the sheet as it is shown, but for its dates.
  ///
  /// - Parameters:
  ///   - shown: the sheet as CSV, cells as they are shown.
  ///   - cells: the same sheet's cells, at its first row.
  ///   - write: is handed the bytes piece by piece.
  /// - Throws: ``RunError`` `io.sheet-not-aligned` where both do not have the same rows and columns,
  ///   or what reading or `write` throws.
  package func write(
    _ shown: consuming ByteSource, _ cells: inout SpreadsheetCells,
    to write: ([UInt8]) throws(RunError) -> Void
  ) throws(RunError) -> Counts {
    var records = SheetRecords(shown)
    var header: [[UInt8]] = []
    var columns = [place.dateColumn] + place.dayColumns
    // The days of a register's steps say nothing of the date that a response has.
    var counts = columns.map { _ in Counts() }
    var output: [UInt8] = []
    var row = 0
    while try Self.next(&records) {
      row += 1
      guard try cells.nextRow() else { throw notAligned(row) }
      if records.line == place.line, place.dateColumn < records.fields.count {
        header = columns.map { $0 < records.fields.count ? Array(records.field($0)) : [] }
      } else if let name = header.first {
        // A header in the middle, of an export pasted below, may have its columns in another order, and
        // lack some: those are nowhere then.
        if records.place(of: name) != nil {
          columns = header.map { records.place(of: $0) ?? .max }
        } else {
          var texts: [(column: Int, text: String)] = []
          for (number, column) in columns.enumerated() {
            if let text = try date(records, cells, column, row: row, &counts[number]) {
              texts.append((column, text))
            }
          }
          var end = 0
          for (column, text) in texts.sorted(by: { $0.column < $1.column }) {
            let field = records.fields[column]
            output += records.bytes[end..<field.lowerBound]
            output += Self.quoted(text)
            end = field.upperBound
          }
          output += records.bytes[end...]
          if output.count > 64 << 10 { try Self.hand(&output, to: write) }
          continue
        }
      }
      output += records.bytes
      if output.count > 64 << 10 { try Self.hand(&output, to: write) }
    }
    guard !header.isEmpty else { throw notAligned(place.line) }
    while try cells.nextRow() {
      row += 1
      guard cells.isEmpty else { throw notAligned(row) }
    }
    try Self.hand(&output, to: write)
    return counts[0]
  }

  /// The text that a cell's number is written as; `nil` of any other cell.
  private func date(
    _ records: borrowing SheetRecords, _ cells: borrowing SpreadsheetCells, _ column: Int, row: Int,
    _ counts: inout Counts
  ) throws(RunError) -> String? {
    switch cells.cell(column) {
    case .empty:
      guard records.isEmpty(column) else { throw notAligned(row) }
      return nil
    case .text:
      guard !records.isEmpty(column) else { return nil }
      counts.texts += 1
      if let day = dayOfMonth(records, column) {
        counts.hasEarlyText = counts.hasEarlyText || day <= 12
        counts.hasLateText = counts.hasLateText || day > 12
      }
      return nil
    case .number:
      guard column < records.fields.count else { throw notAligned(row) }
      counts.texts += 1
      return nil
    case .time(let time):
      guard column < records.fields.count else { throw notAligned(row) }
      counts.numbers += 1
      counts.hasLateNumber = counts.hasLateNumber || time.day.components.day > 12
      return TimestampFormat.text(of: time, in: formats)
    }
  }

  /// The day of the month of a date that was typed as text, where a format reads it.
  private func dayOfMonth(_ records: borrowing SheetRecords, _ column: Int) -> Int? {
    let text = records.bytes[records.fields[column]]
    let bare = Array(text.filter { $0 != UInt8(ascii: "\"") })
    for format in formats {
      if let time = format.read(bare.span) { return time.day.components.day }
    }
    return nil
  }

  private func notAligned(_ row: Int) -> RunError {
    RunError(
      .data, .ioSheetNotAligned, ["path": file, "rowCount": String(row)],
      at: Message.Place(file: file))
  }

  private static func next(_ records: inout SheetRecords) throws(RunError) -> Bool {
    do throws(ByteSourceError) {
      return try records.next()
    } catch {
      throw RunError(error)
    }
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    writer.append(text, isTrusted: true)
    return writer.bytes
  }

  private static func hand(
    _ output: inout [UInt8], to write: ([UInt8]) throws(RunError) -> Void
  ) throws(RunError) {
    guard !output.isEmpty else { return }
    try write(output)
    output.removeAll(keepingCapacity: true)
  }
}
