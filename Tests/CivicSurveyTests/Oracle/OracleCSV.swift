/// Splits well-formed records, one byte after the other.
enum OracleCSV {
  struct Record {
    /// The physical line on which it begins, from 1.
    var line: UInt64
    var fields: [[UInt8]]

    /// An empty line, only spaces and tabs, or only empty fields.
    var isBlank: Bool {
      fields.allSatisfy { $0.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
    }
  }

  /// Lines end in LF or CRLF; a quote opens at a field's start and closes at its end.
  static func records(_ bytes: [UInt8], separator: Character = ",") -> [Record] {
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    var records: [Record] = []
    var record = Record(line: 1, fields: [[]])
    var line: UInt64 = 1
    var isOpen = false
    var wasQuote = false
    for byte in bytes {
      if byte == newline { line += 1 }
      if isOpen {
        if byte == quote {
          isOpen = false
          wasQuote = true
        } else {
          record.fields[record.fields.count - 1].append(byte)
        }
        continue
      }
      // A quote behind a quote that seemed to close the field stands for itself.
      if byte == quote {
        if wasQuote { record.fields[record.fields.count - 1].append(quote) }
        isOpen = true
      } else if byte == separator.asciiValue {
        record.fields.append([])
      } else if byte == newline {
        records.append(record)
        record = Record(line: line, fields: [[]])
      } else if byte != UInt8(ascii: "\r") {
        record.fields[record.fields.count - 1].append(byte)
      }
      wasQuote = false
    }
    if record.fields != [[]] { records.append(record) }
    return records
  }
}
