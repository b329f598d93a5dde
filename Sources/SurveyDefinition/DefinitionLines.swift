/// The lines of a definition, cut where YAML cuts them, for excerpts and columns.
struct DefinitionLines {
  private let lines: [String]

  init(_ text: String) {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(line))
        line.removeAll(keepingCapacity: true)
      default: line.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    lines.append(String(line))
    self.lines = lines
  }

  var count: Int { lines.count }

  /// The text of a line, from 1; empty where there is none.
  func text(_ line: Int) -> String {
    lines.indices.contains(line - 1) ? lines[line - 1] : ""
  }

  /// The column in characters, as a reader counts them, of a mark counted in Unicode scalars.
  func characterColumn(_ mark: YAMLMark) -> Int {
    String(text(mark.line).unicodeScalars.prefix(max(mark.column - 1, 0))).count + 1
  }

  /// Where a scalar first occurs.
  func mark(ofScalarValue value: Int32) -> YAMLMark? {
    for (index, line) in lines.enumerated() {
      for (column, scalar) in line.unicodeScalars.enumerated() where scalar.value == value {
        return YAMLMark(line: index + 1, column: column + 1)
      }
    }
    return nil
  }

  /// Where the key at `first` stands a second time in its map, or `first` if that is not plain.
  func repetition(ofKeyAt first: YAMLMark) -> YAMLMark {
    let line = Array(text(first.line).unicodeScalars)
    let start = first.column - 1
    guard line.indices.contains(start) else { return first }
    let token = line[start...].prefix { $0 != ":" }
    for number in (first.line + 1)..<max(count + 1, first.line + 2) {
      let other = Array(text(number).unicodeScalars)
      let indent = other.prefix { $0 == " " }.count
      if indent == start, other.dropFirst(indent).starts(with: token),
        other.dropFirst(indent + token.count).first(where: { $0 != " " }) == ":"
      {
        return YAMLMark(line: number, column: indent + 1)
      }
      if indent < start, indent < other.count, other[indent] != "#" { break }
    }
    var index = start + token.count
    while index + token.count < line.count {
      if " ,{".unicodeScalars.contains(line[index - 1]), line[index...].starts(with: token),
        line[(index + token.count)...].first(where: { $0 != " " }) == ":"
      {
        return YAMLMark(line: first.line, column: index + 1)
      }
      index += 1
    }
    return first
  }
}
