import Foundation
import SurveyTestSupport
import Testing

@testable import SurveyDefinition

/// What a plan may say, and what is told of one that says something else.
@Suite struct PlanParserTests {
  private static let header = """
    plan: p
    title: { vi: Kế hoạch, en: Plan }
    from: 2025-03-27
    sources:
      s: { definition: ../s/1.yaml, files: [data/] }

    """

  private func parse(_ text: String) -> (plan: ScorecardPlan?, diagnostics: [Diagnostic]) {
    PlanParser.parse(bytes: Array(text.utf8), file: "plan.yaml")
  }

  /// The text without its marks, and `line:column code` for each `‹code›` in it.
  private func unmarked(_ marked: String) -> (text: String, expected: [String]) {
    var (text, expected, rest) = ("", [String](), marked[...])
    while let open = rest.firstIndex(of: "‹"), let close = rest[open...].firstIndex(of: "›") {
      text += rest[..<open]
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let code = rest[rest.index(after: open)..<close]
      expected.append("\(lines.count):\((lines.last?.count ?? 0) + 1) \(code)")
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, expected)
  }

  @Test(
    arguments: [
      "‹survey.empty›",
      "‹survey.not-a-mapping›[a]\n",
      "‹survey.missing-key›‹survey.missing-key›plan: p\nfrom: 2025-01-01\n",
      header
        + "‹survey.unknown-key›zzzzzz: 1\ntargets: [{ id: a, title: { en: A }, atLeast: 1% }]\n",
      header
        + "targets:\n  - ‹survey.missing-key›id: a\n    source: s\n    measure: m\n    atLeast: 1%\n",
      header
        + "targets:\n  - ‹survey.no-bound›id: a\n    title: { en: A }\n    source: s\n    measure: m\n",
      header + "targets:\n  - id: a\n    title: { en: A }\n    source: ‹plan.unknown-source›t\n"
        + "    measure: m\n    atLeast: ‹plan.bound-without-unit›90\n",
      header
        + "targets:\n  - id: a\n    title: { en: A }\n    atLeast: ‹survey.share-without-unit›90\n",
      header + "targets:\n  - ‹survey.missing-key›id: a\n    title: { en: A }\n    source: s\n"
        + "    atLeast: 1%\n",
      header + "targets:\n  - id: a\n    title: { en: A }\n    ‹survey.missing-key›measure: m\n"
        + "    atLeast: 1%\n",
      header + "targets:\n  - id: a\n    title: { en: A }\n    source: s\n    measure: m\n"
        + "    atLeast: 1%\n    period: ‹survey.unknown-word›week\n    due: ‹plan.bad-due›15-12\n",
      header + "targets:\n  - id: a\n    title: { en: A }\n    source: s\n    measure: m\n"
        + "    atLeast: 1%\n    from: 2026-01-01\n    until: ‹survey.until-before-from›2025-01-01\n",
      // Of one id: the same first day, another source, and an end behind the next beginning.
      header + target("a") + target("‹survey.target-same-from›a"),
      header + "  t: { definition: t.yaml, files: [a.csv] }\n" + target("a", list: true)
        + target("‹plan.targets-differ›a", source: "t", from: "2026-01-01"),
      header + target("a")
        + target("‹plan.targets-differ›a", from: "2026-01-01", more: "period: month"),
      header + target("a", more: "until: 2030-06-01")
        + target("‹plan.overlapping-targets›a", from: "2030-01-01"),
    ].map { $0.replacing("TARGETS", with: "targets:\n") })
  func whatIsWrongIsToldWithItsPlace(_ marked: String) {
    let (text, expected) = unmarked(marked)
    let (plan, diagnostics) = parse(text)
    #expect(
      diagnostics.filter { $0.severity == .error }
        .map { "\($0.place.line):\($0.place.column) \($0.code.rawValue)" } == expected)
    #expect(plan == nil)
  }

  /// One target; the first begins the list.
  private static func target(
    _ id: String, source: String = "s", from: String = "2025-01-01", more: String = "",
    list: Bool? = nil
  ) -> String {
    let begins = list ?? (id == "a")
    return (begins ? "targets:\n" : "") + "  - id: \(id)\n    title: { en: A }\n"
      + "    source: \(source)\n    measure: m\n    atLeast: 1%\n    from: \(from)\n"
      + (more.isEmpty ? "" : "    \(more)\n")
  }

  @Test func aSourceThatNothingUsesIsAWarning() {
    let (plan, diagnostics) = parse(
      Self.header + "targets: [{ id: a, title: { en: A }, atLeast: 1% }]\n")
    #expect(diagnostics.map(\.code) == [.planUnusedSource])
    #expect(plan?.targets[0].source == nil)
  }

  @Test func theSamplePlanIsAsItsFileSays() throws {
    let bytes = try PackageFile.bytes("Surveys/plans/an-lao-2025.yaml")
    let (plan, diagnostics) = PlanParser.parse(bytes: bytes, file: "an-lao-2025.yaml")
    #expect(diagnostics == [])
    let parsed = try #require(plan)
    #expect(parsed.rows.count == 17 && parsed.sources.count == 10)
    let adults = try #require(parsed.rows.first { $0[0].id == "adults-using" })
    #expect(adults.map(\.from.description) == ["2025-01-01", "2030-01-01"])
    #expect(
      adults.map(\.bound.share) == [
        DecimalShare(numerator: 5, denominator: 10), DecimalShare(numerator: 7, denominator: 10),
      ])
    #expect(parsed.rows[0][0].due == MonthDay("12-15"))
    #expect(parsed.rows.filter { $0[0].source == nil }.map { $0[0].id } == ["commended"])
  }

  @Test(arguments: [("12-15", true), ("02-29", true), ("02-30", false), ("1-5", false)])
  func aDayOfTheYear(_ text: String, _ isOne: Bool) {
    #expect((MonthDay(text) != nil) == isOne)
  }

  @Test func aPlanIsToldFromADefinition() throws {
    #expect(PlanParser.isPlan(Array("# x\nplan: p\n".utf8)))
    #expect(!PlanParser.isPlan(try PackageFile.bytes("Surveys/dossiers/2025.yaml")))
    #expect(!PlanParser.isPlan(Array("survey: s\nquestions: { plan: {} }\n".utf8)))
  }

  /// The JSON Schema for editors knows the same keys as the parser, and the survey's own types.
  @Test func theSchemaKnowsTheSameKeys() throws {
    func object(_ path: String) throws -> [String: Any] {
      let data = try Data(contentsOf: URL(filePath: PackageFile.path(path)))
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    func keys(_ node: Any?) throws -> [String] {
      try #require((node as? [String: Any])?["properties"] as? [String: Any]).keys.sorted()
    }
    func allowed(_ text: String) throws -> [String] {
      let unknown = try #require(parse(text).diagnostics.first { $0.code == .unknownKey })
      return try #require(unknown.arguments["allowed"]).split(separator: ", ").map(String.init)
        .sorted()
    }
    let schema = try object("Surveys/plan.schema.json")
    let own = try #require(schema["$defs"] as? [String: Any])
    #expect(try allowed("zzzzzzzz: 1") == keys(schema))
    #expect(try allowed("sources: { s: { zzzzzzzz: 1 } }") == keys(own["source"]))
    #expect(try allowed("targets: [{ zzzzzzzz: 1 }]") == keys(own["target"]))
    let survey = try #require(
      try object("Surveys/survey.schema.json")["$defs"] as? [String: Any])
    for (name, type) in own where !["source", "target"].contains(name) {
      #expect((type as? NSDictionary) == (survey[name] as? NSDictionary), "\(name)")
    }
  }
}
