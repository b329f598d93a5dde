import Testing

@testable import CivicSurvey

/// A rejects file as its reader sees it.
struct RejectsFile {
  let header: [String]
  /// Each row by column; of equally named columns the last.
  let rows: [[String: String]]
  let cells: [[String]]

  init(_ bytes: [UInt8]) throws {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    try #require(hasMark, "Excel needs the byte order mark")
    let records = OracleCSV.records(Array(bytes.dropFirst(3))).map { record in
      record.fields.map { String(validating: $0, as: UTF8.self) ?? "no text" }
    }
    let header = try #require(records.first)
    self.header = header
    cells = Array(records.dropFirst())
    rows = cells.map { Dictionary(zip(header, $0)) { _, last in last } }
    for record in records { #expect(record.count == header.count) }
  }
}
