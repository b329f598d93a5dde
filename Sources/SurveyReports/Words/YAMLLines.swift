import SurveyDefinition

/// Lists of YAML on as many lines as a terminal has room for.
enum YAMLLines {
  private static let width = 80

  /// `key: [a, b]` on as many lines as it takes to fit the width.
  static func flowList(key: String, _ values: [String], indent: String) -> [String] {
    var lines: [String] = []
    var line = indent + key + ": ["
    let deeper = indent + "  "
    for (index, value) in values.enumerated() {
      let end = index == values.count - 1 ? "]" : ","
      let text = YAMLText.scalar(value) + end
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
    let whole = indent + YAMLText.scalar(value) + end
    guard DisplayText.width(whole) > width else { return [whole] }
    var lines: [String] = []
    var line = indent + "\""
    for piece in YAMLText.escaped(value) {
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
}
