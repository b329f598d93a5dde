/// The lines of a definition, cut where YAML cuts them, for excerpts and columns.
struct DefinitionLines {
  private let lines: [String]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      let length = Self.lineEndLength(bytes[place...])
      if length > 0 {
        lines.append(String(decoding: bytes[start..<place], as: UTF8.self))
        start = place + length
      }
      place += max(length, 1)
    }
    lines.append(String(decoding: bytes[start...], as: UTF8.self))
    self.lines = lines
  }

  /// The bytes of the line end that a text begins with, else 0: LF, CR, both, NEL, LS or PS.
  private static func lineEndLength(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first {
    case 0x0A: 1
    case 0x0D: bytes.dropFirst().first == 0x0A ? 2 : 1
    case 0xC2: bytes.dropFirst().first == 0x85 ? 2 : 0
    case 0xE2:
      bytes.starts(with: [0xE2, 0x80, 0xA8]) || bytes.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: 0
    }
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
