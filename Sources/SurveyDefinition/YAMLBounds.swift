/// The bounds of a definition's YAML; nothing that a survey needs comes near them.
enum YAMLBounds {
  /// The most bytes that a definition may have.
  static let byteLimit = 1 << 20
  /// The deepest nesting of maps and lists.
  static let depthLimit = 64
  /// The most references by `*name`: enough for any survey, too few to build a bomb of.
  static let aliasLimit = 200
  /// The most nodes, aliases replaced by what they stand for.
  static let nodeLimit = 200_000

  /// Refuses what would exhaust the YAML parser, which recurses and compares keys without a limit.
  ///
  /// The check works on the text alone and errs on the side of refusing.
  static func check(_ lines: DefinitionLines) throws(YAMLProblem) {
    var brackets = 0
    var aliases = 0
    var complexKey: YAMLMark?
    var previous: Unicode.Scalar = "\n"
    for line in 1...max(lines.count, 1) {
      let text = Array(lines.text(line).unicodeScalars)
      var indicators = 0
      var isIndent = true
      for (index, scalar) in text.enumerated() {
        let mark = YAMLMark(line: line, column: index + 1)
        let next = index + 1 < text.count ? text[index + 1] : "\n"
        let startsToken = isSpace(previous) || "[{,:".unicodeScalars.contains(previous)
        switch scalar {
        case "[", "{": brackets += 1
        case "]", "}":
          brackets = max(brackets - 1, 0)
          if isFollowedByColon(text, index) { complexKey = complexKey ?? mark }
        case "*" where startsToken && !isSpace(next):
          aliases += 1
          let end = text[index...].firstIndex(where: isSpace) ?? text.count
          if isFollowedByColon(text, end - 1) { complexKey = complexKey ?? mark }
        case "?" where startsToken && isSpace(next): complexKey = complexKey ?? mark
        default: break
        }
        if isIndent, "-?:".unicodeScalars.contains(scalar), isSpace(next) {
          indicators += 1
        } else if !isSpace(scalar) {
          isIndent = false
        }
        if brackets > depthLimit || indicators > depthLimit {
          throw YAMLProblem(
            code: .tooDeep, arguments: ["limit": String(depthLimit)], mark: mark)
        }
        let limit = complexKey == nil ? aliasLimit : 8
        if aliases > limit {
          throw YAMLProblem(
            code: .tooManyAliases, arguments: ["limit": String(limit)], mark: mark)
        }
        previous = scalar
      }
      previous = "\n"
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n"
  }

  private static func isFollowedByColon(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    text.dropFirst(index + 1).first { !isSpace($0) } == ":"
  }
}
