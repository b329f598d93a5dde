/// A place in the YAML text: line and column from 1, the column in Unicode scalars.
struct YAMLMark: Equatable, Comparable {
  var line: Int
  var column: Int

  static func < (left: YAMLMark, right: YAMLMark) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A node of a definition; a scalar is its text, whatever YAML would make of it.
struct YAMLNode: Sendable {
  enum Content: Sendable {
    /// `isEmpty` where nothing at all is written, which is not the same as `""`.
    case text(String, isEmpty: Bool)
    case list([YAMLNode])
    case map([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let keyMark: YAMLMark
    let value: YAMLNode
  }

  let content: Content
  let mark: YAMLMark
}

/// A problem that keeps a text from being read as YAML.
struct YAMLProblem: Error {
  let code: DefinitionCode
  let arguments: [String: String]
  let mark: YAMLMark
}
