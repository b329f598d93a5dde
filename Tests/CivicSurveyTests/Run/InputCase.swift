import SurveyCSV
import Testing

@testable import CivicSurvey

/// One bad input, and what becomes of it.
struct InputCase: CustomTestStringConvertible, Sendable {
  /// A rejected record, as the rejects file names it.
  struct Reject: Equatable, Sendable {
    var code: String
    var line: Int
    var column = ""
    var byte: Int?

    static func == (left: Reject, right: Reject) -> Bool {
      left.code == right.code && left.line == right.line && left.column == right.column
        && (left.byte == nil || right.byte == nil || left.byte == right.byte)
    }
  }

  let name: String
  let bytes: [UInt8]
  var yaml = InputCase.yaml()
  /// The codes of the error that stops the run.
  var stops: [String] = []
  var stopLine: Int?
  var rejects: [Reject] = []
  var accepted = 0
  var blank = 0
  /// What is counted beside the rejections.
  var alsoByCode: [String: Int] = [:]
  /// Invalid answers to `overall`, and unmapped fields.
  var invalid = 0
  var unmapped = 0
  var responses: Int?

  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  /// A survey with every kind of column.
  static func yaml(unknown: String = "unmapped", invalid: String = "keep") -> String {
    """
    survey: input
    version: "1"
    title: { en: Input }
    coverage: sample
    timeZone: "+07:00"
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [date] }
      frequency: { columns: [n] }
    dimensions:
      field: { columns: [field], unknown: \(unknown), categories: { land: { en: Land } } }
    scales:
      two: { satisfied: [good], choices: { good: { en: Good }, bad: { en: Bad } } }
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: two, invalid: \(invalid) }
      comment: { text: { en: Comment }, columns: [comment], type: text, personal: true, optional: true }
    """
  }

  /// Header and first record have 30 bytes each: what follows them begins on line 3, at byte 60.
  static let header = "id,date,n,field,overall,extra\n"
  static let first = "a1,2025-01-01,1,land,good,xxx\n"

  /// The text with each `¿` replaced by a byte that no character begins with.
  static func broken(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { $0 == "¿" ? [0xFF] : Array(String($0).utf8) }
  }
}
