import SurveyCSV

/// Writes rejected records as a CSV file that an office can mend and hand in again.
///
/// The columns are those of all files, in the order first seen, with the record's full content;
/// behind them stand the source, line, offset, column, code, message and remedy. A record that could
/// not be split has its bytes in `civicsurvey_raw` instead. The file begins with a byte order mark,
/// so that Excel reads it as UTF-8.
struct RejectsWriter {
  static let markers = [
    "source", "line", "byte", "column", "code", "message", "remedy", "raw", "escaped",
  ].map { "civicsurvey_" + $0 }

  private let columns: [HeaderColumn]
  private let locale: ReportLocale
  private var writer = CSVWriter()
  /// What stands before the first record, until it has been taken away.
  private var byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// One column of the union: its name, and which of equally named ones in a file it is.
  private struct HeaderColumn: Hashable {
    let name: String
    let occurrence: Int

    static func all(of header: [String]) -> [HeaderColumn] {
      var seen: [String: Int] = [:]
      return header.map { name in
        defer { seen[name, default: 0] += 1 }
        return HeaderColumn(name: name, occurrence: seen[name, default: 0])
      }
    }
  }

  init(headers: [[String]], locale: ReportLocale) {
    var columns: [HeaderColumn] = []
    var seen: Set<HeaderColumn> = []
    for column in headers.flatMap(HeaderColumn.all) where seen.insert(column).inserted {
      columns.append(column)
    }
    self.columns = columns
    self.locale = locale
    for column in columns { writer.append(column.name) }
    for marker in Self.markers { writer.append(marker) }
    writer.endRecord()
  }

  /// The bytes written since the last call.
  mutating func takeBytes() -> [UInt8] {
    defer {
      writer.removeAll()
      byteOrderMark = []
    }
    return byteOrderMark + writer.bytes
  }

  /// For each column of the union, its place in a file with `header`.
  func places(in header: [String]) -> [Int?] {
    let own = HeaderColumn.all(of: header)
    return columns.map { own.firstIndex(of: $0) }
  }

  /// Writes what was rejected in one batch, in the order of the source.
  mutating func write(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, places: [Int?],
    header: [String], source: String
  ) {
    batch.locateRecords()
    var fault = 0
    for record in 0...batch.recordCount {
      while fault < batch.faults.count, batch.faults[fault].recordsBefore == record {
        write(batch.faults[fault], expected: batch.width, source: source)
        fault += 1
      }
      guard record < batch.recordCount, let code = responses.fates[record].code else { continue }
      write(batch, record, places: places)
      let column = Int(responses.fateColumns[record])
      let name = column >= 0 ? header[column] : ""
      let message = Message(code, ["column": name])
      write(
        source: source, line: batch.line(of: record), byte: batch.byteOffset(of: record),
        column: name, message: message)
      writer.append("")
      writer.append(Self.hasBadText(batch, record) ? "1" : "")
      writer.endRecord()
    }
  }

  private mutating func write(
    _ batch: borrowing RecordBatch, _ record: Int, places: [Int?]
  ) {
    let isEscaped = Self.hasBadText(batch, record)
    for place in places {
      guard let place else {
        writer.append("")
        continue
      }
      let value = batch.value(record: record, column: place)
      if isEscaped {
        writer.append(EscapedText.escaped(value))
      } else {
        writer.append(value)
      }
    }
  }

  private mutating func write(_ fault: CSVFault, expected: Int, source: String) {
    for _ in columns { writer.append("") }
    let message = Message(
      fault.code.rawValue,
      ["found": fault.fieldCount.map(String.init) ?? "?", "expected": String(expected)])
    write(
      source: source, line: fault.line, byte: fault.byteOffset, column: "", message: message)
    if let text = String(validating: fault.raw, as: UTF8.self) {
      writer.append(text)
      writer.append("")
    } else {
      writer.append(EscapedText.escaped(fault.raw))
      writer.append("1")
    }
    writer.endRecord()
  }

  private mutating func write(
    source: String, line: UInt64, byte: UInt64, column: String, message: Message
  ) {
    writer.append(source)
    writer.append(String(line))
    writer.append(String(byte))
    writer.append(column)
    writer.append(message.code)
    writer.append(message.text(in: locale))
    writer.append(message.remedy(in: locale))
  }

  private static func hasBadText(_ batch: borrowing RecordBatch, _ record: Int) -> Bool {
    !batch.badTextRecords.isEmpty && batch.badTextRecords[record]
  }
}
