import SurveyCSV

/// Every kind of bad input once.
///
/// Lines and offsets are counted by hand.
enum InputCases {
  private static let head = InputCase.header + InputCase.first

  private static func make(
    _ name: String, _ bytes: [UInt8], _ change: (inout InputCase) -> Void
  ) -> InputCase {
    var made = InputCase(name, bytes)
    change(&made)
    return made
  }

  private static func make(
    _ name: String, _ text: String, _ change: (inout InputCase) -> Void
  ) -> InputCase {
    make(name, Array(text.utf8), change)
  }

  static let all = stopping + columns + splitting + values + texts

  /// A file of which nothing can be read.
  static let stopping: [InputCase] = [
    make("empty file", "") {
      $0.stops = ["header.empty-file"]
      $0.stopLine = 1
    },
    make("only blank lines", "\n \n\n") {
      $0.stops = ["header.empty-file"]
      $0.stopLine = 3
    },
    make("zip", [0x50, 0x4B, 3, 4, 0, 0]) {
      $0.stops = ["header.not-text-zip"]
      $0.stopLine = 1
    },
    make("UTF-16", [0xFF, 0xFE, 0x69, 0]) {
      $0.stops = ["header.missing-column", "header.missing-column", "header.missing-column"]
      $0.stopLine = 1
    },
    make("only NUL", String(repeating: "\0", count: 3 << 20)) {
      $0.stops = ["header.not-text-binary"]
      $0.stopLine = 1
    },
    make("binary", [0x69, 0, 0, 0, 0x2C, 1, 0, 0x0A]) {
      $0.stops = ["header.not-text-binary"]
      $0.stopLine = 1
    },
    make("bad text in the header", InputCase.broken("\nid,da¿te,n,field,overall\n")) {
      $0.stops = ["header.bad-text"]
      $0.stopLine = 2
    },
    make("unclosed quote in the header", "id,\"date,n\n") {
      $0.stops = ["header.unreadable"]
      $0.stopLine = 1
    },
    make("a million columns", String(repeating: "x,", count: 999_999) + "x\n") {
      $0.stops = ["header.too-long"]
      $0.stopLine = 1
    },
    make("5,000 columns", String(repeating: "x,", count: 4_999) + "x\n") {
      $0.stops = ["header.too-many-columns"]
      $0.stopLine = 1
    },
  ]

  static let columns: [InputCase] = [
    make("missing columns, all at once", "\nid,date,n,feld,zzzzzzzz\n") {
      $0.stops = ["header.missing-column-like", "header.missing-column"]
      $0.stopLine = 2
    },
    make("column twice", "id,date,n,field,Overall, OVERALL \n") {
      $0.stops = ["header.column-twice"]
      $0.stopLine = 1
    },
    make("an unused column twice", "id,date,n,field,overall,x,x\n1,,1,land,bad,,\n") {
      $0.accepted = 1
    },
    make("header only", InputCase.header) { _ in },
    make("header only, without a line end", String(InputCase.header.dropLast())) { _ in },
    make("neither id nor count, which a file may lack", "date,field,overall\n,land,bad\n") {
      $0.accepted = 1
    },
  ]

  static let splitting: [InputCase] = [
    make("a field too many", head + "b,2025-01-01,1,land,good,x,y\nc,,1,land,bad,\n") {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.field-count", line: 3, byte: 60)]
    },
    make("a field too few", head + "b,2025-01-01,1,land,good\n") {
      $0.accepted = 1
      $0.rejects = [.init(code: "csv.field-count", line: 3, byte: 60)]
    },
    make("a quote that opens and never closes", head + "b,,1,\"land,good,x\nc,,1,land,bad,\n") {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.unclosed-quote", line: 3, byte: 60)]
    },
    make(
      "text after a quote, and what is left", head + "b,,1,land,good,\"x\"y\nz\nc,,1,land,bad,\n"
    ) {
      $0.accepted = 2
      $0.rejects = [
        .init(code: "csv.text-after-quote", line: 3, byte: 60),
        .init(code: "csv.fragment", line: 4, byte: 80),
      ]
    },
    make("blank lines and empty records", head + "\n  \n,,,,,\n\"\",\"\",,,,\n") {
      $0.accepted = 1
      $0.blank = 4
    },
    make(
      "a record of 2 MiB",
      head + "b,,1,land,good," + String(repeating: "x", count: 2 << 20) + "\nc,,1,land,bad,\n"
    ) {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.record-too-long", line: 3, byte: 60)]
    },
    make(
      "a record of 5,000 fields",
      head + String(repeating: "x,", count: 4_999) + "x\nc,,1,land,bad,\n"
    ) {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.too-many-fields", line: 3, byte: 60)]
    },
    make(
      "a record of a million fields",
      head + String(repeating: "x,", count: 999_999) + "x\nc,,1,land,bad,\n"
    ) {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.record-too-long", line: 3, byte: 60)]
    },
    make(
      "a field of 500,000 quotes",
      head + "b,,1,land,good,\"" + String(repeating: "\"\"", count: 250_000)
        + "\"\nc,,1,land,bad,\n"
    ) {
      $0.accepted = 3
    },
    make(
      "2 MiB of quotes",
      head + String(repeating: "\"", count: 2 << 20) + "\nc,,1,land,bad,\n"
    ) {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.record-too-long", line: 3, byte: 60)]
    },
    make(
      "2 MiB of NUL", head + String(repeating: "\0", count: 2 << 20) + "\nc,,1,land,bad,\n"
    ) {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.record-too-long", line: 3, byte: 60)]
    },
    make("a line of NUL", head + "\0\0\0\nc,,1,land,bad,\n") {
      $0.accepted = 2
      $0.rejects = [.init(code: "csv.field-count", line: 3, byte: 60)]
    },
    make("every line an opened quote", head + String(repeating: "b,,1,\"land,good,\n", count: 9)) {
      $0.accepted = 1
      $0.rejects = (0..<9).map {
        .init(
          code: $0 == 0 ? "csv.unclosed-quote" : "csv.fragment", line: 3 + $0, byte: 60 + 17 * $0)
      }
    },
    make(
      "a line break in a field moves lines on", head + "b,,1,land,good,\"x\ny\"\nc,,x,land,bad,\n"
    ) {
      $0.accepted = 2
      $0.rejects = [.init(code: "response.unreadable-frequency", line: 5, column: "n", byte: 81)]
    },
  ]

  static let values: [InputCase] = [
    make("unknown category, kept", head + "b,,1,lond,good,\n") {
      $0.accepted = 2
      $0.unmapped = 1
    },
    make("unknown category, refused", head + "b,,1,lond,good,\n") {
      $0.yaml = InputCase.yaml(unknown: "reject")
      $0.accepted = 1
      $0.rejects = [.init(code: "response.unknown-category", line: 3, column: "field")]
    },
    make("rating off the scale, kept", head + "b,,1,land,7,\n") {
      $0.accepted = 2
      $0.invalid = 1
    },
    make("rating off the scale, refused", head + "b,,1,land,7,\n") {
      $0.yaml = InputCase.yaml(invalid: "reject")
      $0.accepted = 1
      $0.rejects = [.init(code: "response.invalid-answer", line: 3, column: "overall")]
    },
    make("31 February", head + "b,2025-02-31,1,land,good,\n") {
      $0.accepted = 1
      $0.rejects = [.init(code: "response.unreadable-date", line: 3, column: "date")]
    },
    make(
      "counts",
      head
        + [" 5 ", "0", "1000000000", "1000000001", "1.5", "-1", "+1", "", "1e3", "٣"]
        .map { "b,,\($0),land,good,\n" }.joined()
    ) {
      $0.accepted = 4
      $0.rejects = (6...12).map {
        .init(code: "response.unreadable-frequency", line: $0, column: "n")
      }
      // 1 + 5 + 0 + 10⁹.
      $0.responses = 1_000_000_006
    },
    make("the first thing that is wrong decides", head + "b,x,x,x,x,\nb,,x,x,x,\nb,,1,x,x,\n") {
      $0.yaml = InputCase.yaml(unknown: "reject", invalid: "reject")
      $0.accepted = 1
      $0.rejects = [
        .init(code: "response.unreadable-date", line: 3, column: "date"),
        .init(code: "response.unreadable-frequency", line: 4, column: "n"),
        .init(code: "response.unknown-category", line: 5, column: "field"),
      ]
    },
  ]

  /// Bytes that are no text make the value unreadable that they stand in, and no other.
  static let texts: [InputCase] = [
    make("bad text in an answer", InputCase.broken(head + "b,,1,land,go¿od,\n")) {
      $0.accepted = 2
      $0.invalid = 1
    },
    make("bad text in an answer, refused", InputCase.broken(head + "b,,1,land,go¿od,\n")) {
      $0.yaml = InputCase.yaml(invalid: "reject")
      $0.accepted = 1
      $0.rejects = [.init(code: "response.invalid-answer", line: 3, column: "overall")]
    },
    make("bad text in a category", InputCase.broken(head + "b,,1,la¿nd,good,\n")) {
      $0.accepted = 2
      $0.unmapped = 1
    },
    make("bad text in an id", InputCase.broken(head + "b¿,,1,land,good,\n")) {
      $0.accepted = 1
      $0.rejects = [.init(code: "response.unreadable-id", line: 3, column: "id", byte: 60)]
    },
    make("bad text in a date", InputCase.broken(head + "b,¿,1,land,good,\n")) {
      $0.accepted = 1
      $0.rejects = [.init(code: "response.unreadable-date", line: 3, column: "date")]
    },
    make("bad text in a count", InputCase.broken(head + "b,,1¿,land,good,\n")) {
      $0.accepted = 1
      $0.rejects = [.init(code: "response.unreadable-frequency", line: 3, column: "n")]
    },
    make("bad text in a column that is not used", InputCase.broken(head + "b,,1,land,good,¿\n")) {
      $0.accepted = 2
      $0.alsoByCode = ["text.invalid": 1]
    },
    make(
      "bad text in a comment",
      InputCase.broken("id,date,n,field,overall,comment\nb,,1,land,good,¿\n,,1,land,good,ok\n")
    ) {
      $0.accepted = 2
      $0.alsoByCode = ["text.invalid": 1]
    },
  ]
}
