/// The text of others on a terminal: control characters are shown, not obeyed.
enum EscapedControls {
  static func text(_ text: String) -> String {
    escaped(text) { "\\u{" + $0 + "}" }
  }

  /// Whole lines of a table, with such characters as a report in text shows them, `[U+001B]`.
  static func table(_ bytes: [UInt8]) -> [UInt8] {
    let text = escaped(String(decoding: bytes, as: UTF8.self), keepsLines: true) {
      "[U+" + String(repeating: "0", count: max(0, 4 - $0.utf8.count)) + $0 + "]"
    }
    return Array(text.utf8)
  }

  private static func escaped(
    _ text: String, keepsLines: Bool = false, _ shown: (String) -> String
  ) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar), !keepsLines || scalar != "\n" {
        result += shown(String(scalar.value, radix: 16, uppercase: true))
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
