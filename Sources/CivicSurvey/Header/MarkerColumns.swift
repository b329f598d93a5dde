import SurveyCSV
import SurveyDefinition

/// Where the program's own columns stand in the header of a rejects file that has come back.
struct MarkerColumns: Sendable {
  static let prefix = "civicsurvey_"
  /// The names of all, in the order in which they are written.
  static let names = [
    "source", "line", "byte", "column", "code", "message", "remedy", "raw", "escaped",
  ].map { prefix + $0 }

  private let source: Int
  private let line: Int
  private let byte: Int
  private let code: Int
  private let raw: Int
  private let escaped: Int
  /// All columns that are the program's own.
  let all: Set<Int>

  /// Finds them; `nil` where the file is no rejects file.
  ///
  /// - Throws: ``RunError`` `header.no-marker-columns` where some are there and others are not.
  init?(_ header: [String], at place: Message.Place) throws(RunError) {
    let names = header.map(LabelFolding.fold)
    all = Set(names.indices.filter { names[$0].hasPrefix(Self.prefix) })
    guard !all.isEmpty else { return nil }
    var missing: [String] = []
    func find(_ name: String) -> Int {
      if let column = names.firstIndex(of: Self.prefix + name) { return column }
      missing.append(Self.prefix + name)
      return 0
    }
    source = find("source")
    line = find("line")
    byte = find("byte")
    code = find("code")
    raw = find("raw")
    escaped = find("escaped")
    guard missing.isEmpty else {
      throw RunError(
        .data, .headerNoMarkerColumns, ["columns": missing.joined(separator: ", ")], at: place)
    }
  }

  /// Whether bytes, of one byte a letter or of two, name one of the columns.
  static func areNamed(in bytes: ArraySlice<UInt8>) -> Bool {
    let narrow = Array(prefix.utf8)
    var wide: [UInt8] = []
    for byte in narrow { wide += [byte, 0] }
    // A header stands near the beginning, below a few title lines.
    let head = bytes.prefix(64 << 10)
    return head.firstRange(of: narrow) != nil || head.firstRange(of: wide.dropLast()) != nil
  }

  /// Whether a header, split rightly or not, is a rejects file's.
  static func occur(in header: [String]) -> Bool {
    header.contains { LabelFolding.fold($0).contains(prefix) }
  }

  /// A column's name as it was before it was written to the rejects file.
  static func columnName(_ name: String) -> String {
    FormulaGuard.isGuarded(name.utf8) ? String(name.dropFirst()) : name
  }

  /// The name of the file that one row's record is from, as a part of an id.
  func filePart(of record: Int, in batch: borrowing RecordBatch) -> String {
    let name = FormulaGuard.removed(from: batch.value(record: record, column: source))
    return FilePart.of(String(decoding: name, as: UTF8.self))
  }

  /// What one row says of the record that it stands for.
  func row(_ batch: borrowing RecordBatch, _ record: Int) -> ReturnedRow {
    func text(_ column: Int) -> String {
      let bytes = FormulaGuard.removed(from: batch.value(record: record, column: column))
      return String(decoding: bytes, as: UTF8.self)
    }
    let isEscaped = LabelFolding.fold(text(escaped)) == "1"
    let raw = FormulaGuard.removed(from: batch.value(record: record, column: raw))
    return ReturnedRow(
      source: text(source), line: UInt64(LabelFolding.fold(text(line))),
      byte: UInt64(LabelFolding.fold(text(byte))),
      isFragment: LabelFolding.fold(text(code)) == CSVFaultCode.fragment.rawValue,
      raw: isEscaped ? EscapedText.unescaped(raw) : raw, isEscaped: isEscaped,
      isFilled: (0..<batch.width).contains { column in
        !all.contains(column)
          && batch.value(record: record, column: column).contains { $0 != 0x20 && $0 != 0x09 }
      })
  }
}

/// One row of a rejects file that has come back.
struct ReturnedRow {
  /// The file that the record is from, as it was called then.
  let source: String
  /// The line on which the record begins; `nil` where that is no number any more.
  let line: UInt64?
  /// The offset of its first byte; `nil` likewise.
  let byte: UInt64?
  /// Whether the record is what was left over from a broken one.
  let isFragment: Bool
  /// The bytes of the first line of a record that could not be split; else empty.
  let raw: [UInt8]
  /// Whether bytes that are no text stand escaped in the row.
  let isEscaped: Bool
  /// Whether anything stands in the original columns.
  let isFilled: Bool

  /// A hash of what shows that a record is the one that the row stands for.
  ///
  /// Of the bytes the first kilobyte counts: a spreadsheet cuts long cells.
  var check: UInt64 { Self.check(line: line ?? 0, raw: raw) }

  static func check(line: UInt64, raw: [UInt8]) -> UInt64 {
    XXH3.hash64(Array(String(line).utf8) + [0x0A] + raw.prefix(1024))
  }
}
