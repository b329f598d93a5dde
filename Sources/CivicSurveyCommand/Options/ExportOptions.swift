import ArgumentParser
import CivicSurvey
import SurveyCSV

/// How the exports of a run are written, where they do not say so themselves.
struct ExportOptions: ParsableArguments {
  @Option(
    name: [.customShort("d"), .long],
    help: "The character between fields: , ; | or tab (default: as the header shows).")
  var separator: String?

  @Option(
    help: """
      The encoding of the exports: UTF-8, UTF-16LE, UTF-16BE, Windows-1258, TCVN3, TCVN5712-1 or \
      VNI-Windows (default: as the definition says, or as the text shows).
      """)
  var encoding: String?

  @Option(
    name: .customLong("sheet"),
    help: ArgumentHelp(
      """
      Of workbooks, read this sheet; may be given several times (default: all that have the survey's \
      columns).
      """, valueName: "name"))
  var workbookSheets: [String] = []

  /// The options that were given, as they are typed.
  var given: [String] {
    (separator.map { ["--separator", $0] } ?? []) + (encoding.map { ["--encoding", $0] } ?? [])
      + workbookSheets.flatMap { ["--sheet", $0] }
  }

  /// Tells a run what is known of its exports.
  ///
  /// - Throws: ``RunError`` `usage.bad-separator`, `usage.encoding`.
  func apply(to options: inout Tabulator.Options) throws(RunError) {
    options.separator = try separatorByte()
    options.encoding = try textEncoding()
  }

  /// Tells a draft what is known of its exports.
  ///
  /// - Throws: ``RunError`` `usage.bad-separator`, `usage.encoding`.
  func apply(to options: inout DraftOptions) throws(RunError) {
    options.separator = try separatorByte()
    options.encoding = try textEncoding()
  }

  private func separatorByte() throws(RunError) -> UInt8? {
    guard let separator else { return nil }
    if ["tab", "\\t"].contains(separator.lowercased()) { return 0x09 }
    let bytes = Array(separator.utf8)
    guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != UInt8(ascii: "\""),
      bytes[0] >= 0x20 || bytes[0] == 0x09
    else { throw RunError(.usage, .usageBadSeparator, ["value": separator]) }
    return bytes[0]
  }

  private func textEncoding() throws(RunError) -> TextEncoding? {
    guard let encoding else { return nil }
    if let known = TextEncoding(name: encoding) { return known }
    let names = TextEncoding.offered.map(\.rawValue).joined(separator: ", ")
    throw RunError(.usage, .usageEncoding, ["value": encoding, "names": names])
  }
}
