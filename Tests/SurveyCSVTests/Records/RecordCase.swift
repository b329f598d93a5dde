import Testing

@testable import SurveyCSV

/// One input and what must be read from it, whatever the sizes of reads and blocks.
struct RecordCase: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var separator: UInt8?
  var header: [String]
  var headerLine: UInt64
  var events: [Event]
  var blankCount: Int
  var lineCount: UInt64
  var badText: [String]

  init(
    _ name: String, _ input: String, separator: Character? = nil, header: [String],
    headerLine: UInt64 = 1, _ events: [Event], blank: Int = 0, lines: UInt64
  ) {
    self.init(
      name, bytes: Array(input.utf8), separator: separator?.asciiValue, header: header,
      headerLine: headerLine, events, blank: blank, lines: lines)
  }

  init(
    _ name: String, bytes: [UInt8], separator: UInt8? = nil, header: [String],
    headerLine: UInt64 = 1, _ events: [Event], blank: Int = 0, lines: UInt64,
    badText: [String] = []
  ) {
    self.name = name
    self.bytes = bytes
    self.separator = separator
    self.header = header
    self.headerLine = headerLine
    self.events = events
    blankCount = blank
    lineCount = lines
    self.badText = badText
  }

  var testDescription: String { name }
}
