import Testing

@testable import SurveyDefinition

/// A definition with what must be said about it written into it: `‹code›` stands before each place.
struct BrokenDefinition: Sendable, CustomTestStringConvertible {
  struct Finding: Equatable, CustomStringConvertible {
    let code: String
    let line: Int
    let column: Int

    var description: String { "\(line):\(column) \(code)" }
  }

  let marked: String

  init(_ marked: String) {
    self.marked = marked
  }

  var testDescription: String { marked }

  /// The text without the marks, and the marks in the order of their places.
  var parts: (text: String, expected: [Finding]) {
    var text = ""
    var expected: [Finding] = []
    var rest = marked[...]
    while let open = rest.firstIndex(of: "‹"), let close = rest[open...].firstIndex(of: "›") {
      text += rest[..<open]
      let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      expected.append(
        Finding(
          code: "survey.\(rest[rest.index(after: open)..<close])", line: line.count,
          column: (line.last?.count ?? 0) + 1))
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, expected)
  }

  /// What the parser says.
  var found: (survey: Survey?, diagnostics: [Diagnostic], findings: [Finding]) {
    let (survey, diagnostics) = SurveyParser.parse(bytes: Array(parts.text.utf8), file: "x.yaml")
    let findings = diagnostics.map {
      Finding(code: $0.code.rawValue, line: $0.place.line, column: $0.place.column)
    }
    return (survey, diagnostics, findings)
  }
}

extension BrokenDefinition {
  static let header = """
    survey: s
    version: "1"
    title: { en: T }
    coverage: sample

    """

  static let question = """
    questions:
      q: { text: { en: Q }, columns: [q], choices: { a: { en: A }, b: { en: B } } }

    """

  static let times = """
    survey: s
    version: "1"
    title: { en: T }
    coverage: sample
    timeZone: Z

    """

  /// A header and a question around one section.
  init(section: String) {
    self.init(Self.header + Self.question + section)
  }

  /// A header with a time zone and a question around one section.
  init(timed section: String) {
    self.init(Self.times + Self.question + section)
  }

  /// A question of the given text after a scale.
  init(question: String) {
    self.init(
      Self.header + """
        scales:
          s2: { choices: { a: { en: A }, b: { en: B } }, satisfied: [a] }
        questions:
          p: { text: { en: P }, columns: [p], scale: s2 }
          q: \(question)

        """)
  }

  /// One target after a closed and an open dimension and a measure.
  init(target: String) {
    self.init(
      Self.times + """
        source: { submittedAt: { columns: [t] } }
        dimensions:
          d: { columns: [d], categories: { x: { en: X }, y: { en: Y } } }
          o: { columns: [o], open: true }
        questions:
          q: { text: { en: Q }, columns: [q], choices: { a: { en: A }, b: { en: B } } }
          c: { text: { en: C }, columns: [c], type: text }
        measures:
          m: { rule: topbox, question: q, satisfied: [a] }
          n: { rule: mean, question: q, values: { a: 5, b: 1 } }
          p: { rule: mean100, question: q, values: { a: 5, b: 1 } }
        targets:
          - \(target)

        """)
  }
}
