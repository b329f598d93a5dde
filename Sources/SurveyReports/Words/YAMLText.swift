/// Writes text as YAML that reads as exactly that text, whatever is in it.
enum YAMLText {
  private static let width = 80

  /// Words that some readers of YAML take for something other than text.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// A scalar: plain where that is safe, else between double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : "\"" + escaped(text).joined() + "\""
  }

  /// `key: [a, b]` on as many lines as it takes to fit the width.
  static func flowList(key: String, _ values: [String], indent: String) -> [String] {
    var lines: [String] = []
    var line = indent + key + ": ["
    let deeper = indent + "  "
    for (index, value) in values.enumerated() {
      let end = index == values.count - 1 ? "]" : ","
      let text = scalar(value) + end
      let space = line.hasSuffix("[") ? "" : " "
      if DisplayText.width(line + space + text) <= width {
        line += space + text
        continue
      }
      lines.append(line)
      var pieces = folded(value, end: end, indent: deeper)
      line = pieces.removeLast()
      lines += pieces
    }
    return lines + [line]
  }

  /// A value on lines of its own; a long one is broken between double quotes, by `\\`.
  private static func folded(_ value: String, end: String, indent: String) -> [String] {
    let whole = indent + scalar(value) + end
    guard DisplayText.width(whole) > width else { return [whole] }
    var lines: [String] = []
    var line = indent + "\""
    for piece in escaped(value) {
      // A space at the beginning of a line would be left out.
      let isHidden = line == indent && piece == " "
      let next = isHidden ? "\\x20" : piece
      if DisplayText.width(line + next) > width - 3 {
        lines.append(line + "\\")
        line = indent + (piece == " " ? "\\x20" : piece)
      } else {
        line += next
      }
    }
    return lines + [line + "\"" + end]
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
  private static func escaped(_ text: String) -> [String] {
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
