/// Writes text as YAML that reads as exactly that text, whatever is in it.
package enum YAMLText {
  /// Words that some readers of YAML take for something other than text.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// A scalar: plain where that is safe, else between double quotes.
  package static func scalar(_ text: String) -> String {
    isPlain(text) ? text : "\"" + escaped(text).joined() + "\""
  }

  /// `key: [a, b]` on one line.
  package static func flowList(key: String, _ values: [String]) -> String {
    key + ": [" + values.map(scalar).joined(separator: ", ") + "]"
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isWord(first), last != " ", !words.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy { isWord($0) || " -+_./()%".unicodeScalars.contains($0) }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: false
    }
  }

  /// The characters as they stand between double quotes; what cannot be seen is spelled out.
  package static func escaped(_ text: String) -> [String] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      default: isVisible(scalar) ? String(scalar) : code(scalar)
      }
    }
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse,
      .unassigned, .surrogate, .nonspacingMark, .enclosingMark, .spacingMark:
      return false
    default: return true
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let length = scalar.value > 0xFFFF ? 8 : 4
    let zeros = String(repeating: "0", count: max(0, length - digits.count))
    return (length == 8 ? "\\U" : "\\u") + zeros + digits
  }
}
