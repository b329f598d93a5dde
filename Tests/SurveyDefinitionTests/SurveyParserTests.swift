import SurveyTestSupport
import Testing

@testable import SurveyDefinition

@Suite struct BrokenDefinitionTests {
  @Test(arguments: BrokenDefinition.all)
  func saysWhatIsWrongAndWhere(_ definition: BrokenDefinition) {
    let (survey, diagnostics, findings) = definition.found
    #expect(findings == definition.parts.expected)
    #expect((survey == nil) == diagnostics.contains { $0.severity == .error })
    let lines = definition.parts.text.split(separator: "\n", omittingEmptySubsequences: false)
    for diagnostic in diagnostics {
      #expect(diagnostic.arguments.keys.sorted() == diagnostic.code.argumentNames)
      #expect(diagnostic.excerpt == lines[diagnostic.place.line - 1])
      #expect(diagnostic.place.file == "x.yaml")
    }
  }

  /// Lines may end in LF, CRLF or CR: the same is said at the same places.
  @Test(arguments: ["\r\n", "\r"])
  func lineEndsDoNotMatter(_ end: String) {
    for definition in BrokenDefinition.all {
      let other = BrokenDefinition(definition.marked.replacing("\n", with: end))
      #expect(other.found.findings == definition.found.findings)
    }
  }

  /// Codes that need more than a small text are in ``LimitTests``, those of plans in
  /// ``PlanParserTests``.
  @Test func everyCodeHasACase() {
    let met = Set(BrokenDefinition.all.flatMap { $0.parts.expected.map(\.code) })
    let elsewhere: [DefinitionCode] = [
      .notUTF8, .tooLarge, .tooDeep, .tooManyAliases, .tooManyNodes,
    ]
    for code in DefinitionCode.allCases
    where !elsewhere.contains(code) && !code.rawValue.hasPrefix("plan.") {
      #expect(met.contains(code.rawValue), "\(code)")
    }
  }

  @Test func columnsCountCharacters() {
    // NFD: the d with a dot below and every vowel with its marks are one character each.
    let definition = BrokenDefinition(
      section:
        "missing: [\"Đa\u{302}\u{301}t 😀\", x]\nnotApplicable: [\"e\u{301}😀\", ‹duplicate-spelling›X]\n"
    )
    #expect(definition.found.findings == definition.parts.expected)
  }

  @Test func suggestsTheNearestKey() throws {
    let definition = BrokenDefinition(section: "‹misspelt-key›targtes: []\n")
    let diagnostic = try #require(definition.found.diagnostics.first)
    #expect(diagnostic.arguments == ["key": "targtes", "suggestion": "targets"])
  }
}
