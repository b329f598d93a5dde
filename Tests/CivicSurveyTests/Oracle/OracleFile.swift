/// One file as rows of fields, and its bytes.
struct OracleFile {
  struct Row {
    var fields: [[UInt8]]
    /// Written instead of the fields: a line of another width.
    var ragged: String?
    /// Blank lines before the row.
    var blanksBefore = 0
  }

  var name: String
  var header: [String]
  var rows: [Row] = []
  /// For each row and field, whether it is quoted though it need not be.
  var quotes: [[Bool]] = []
  var lineEnd = "\n"

  /// The bytes, and the physical line on which each row begins.
  var written: (bytes: [UInt8], lines: [UInt64]) {
    var bytes = Array((header.joined(separator: ",") + lineEnd).utf8)
    var lines: [UInt64] = []
    var line: UInt64 = 2
    for (place, row) in rows.enumerated() {
      for _ in 0..<row.blanksBefore {
        bytes += Array(lineEnd.utf8)
        line += 1
      }
      lines.append(line)
      if let ragged = row.ragged {
        bytes += Array((ragged + lineEnd).utf8)
        line += 1
        continue
      }
      for (column, field) in row.fields.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += Self.field(field, isQuoted: quotes[place][column])
        line += UInt64(field.count { $0 == UInt8(ascii: "\n") })
      }
      bytes += Array(lineEnd.utf8)
      line += 1
    }
    return (bytes, lines)
  }

  private static func field(_ field: [UInt8], isQuoted: Bool) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    let special = Set(Array("\",\r\n".utf8))
    guard isQuoted || field.contains(where: special.contains) else { return field }
    return [quote] + field.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
