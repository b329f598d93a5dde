import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Two periods in two versions of a survey: refused, or told.
@Suite struct BreakTests {
  /// Why a comparison is refused.
  private static func codes(of query: ComparisonQuery, in tally: Tally) -> [String] {
    Fixture.codes { () throws(RunError) in _ = try tally.comparison(query) }
  }

  private static let now = "2025-02-01,50,land,A,yes\n2025-03-31,50,land,A,no\n"
  private static let then = "2024-10-01,30,land,A,yes\n2024-12-31,70,land,A,no\n"

  private static func tally(_ old: String) throws -> Tally {
    try Tally([
      ComparisonExamples.part(then, of: old),
      ComparisonExamples.part(now, of: ComparisonExamples.yaml(version: "2")),
    ])
  }

  private static func codes(_ old: String) throws -> [String] {
    codes(of: try ComparisonExamples.periods("2025Q1", "2024Q4"), in: try tally(old))
  }

  @Test func eachKindOfBreakIsRefusedByItsName() throws {
    #expect(try Self.codes(ComparisonExamples.yaml()) == ["tally.break-version"])
    #expect(
      try Self.codes(
        ComparisonExamples.yaml(
          choices: "yes: { en: Good }, so: { en: So }, no: { en: Bad }"))
        == ["tally.break-version", "tally.break-scale"])
    #expect(
      try Self.codes(ComparisonExamples.yaml(measureVersion: 2))
        == ["tally.break-version", "tally.break-measure"])
    // Another rule of one version: its measure's question differs in nothing.
    let other = ComparisonExamples.yaml(version: "2")
      .replacing("missing: [\"\"]", with: "missing: [\"\", N/A]")
    #expect(try Self.codes(other) == ["tally.break-rules"])
  }

  /// A share and a mean have no difference, whatever is asked for: a mean's answers are no satisfied ones.
  @Test func aMeasureOfAnotherRuleIsNeverCompared() throws {
    let mean = ComparisonExamples.yaml().replacing(
      "rate: { question: q, satisfied: [yes], version: 1 }",
      with: "rate: { rule: mean, question: q, values: { yes: 1, no: 0 } }")
    #expect(try Self.codes(mean).contains("usage.compare-other-measure"))
    var query = try ComparisonExamples.periods("2025Q1", "2024Q4")
    query.crossesBreaks = true
    for (first, second) in [
      (mean, ComparisonExamples.yaml(version: "2")),
      (
        ComparisonExamples.yaml(), mean.replacing("version: \"1\"", with: "version: \"2\"")
      ),
    ] {
      let tally = try Tally([
        ComparisonExamples.part(Self.then, of: first),
        ComparisonExamples.part(Self.now, of: second),
      ])
      #expect(Self.codes(of: query, in: tally) == ["usage.compare-other-measure"])
    }
    // Nor have two scales.
    let wide = mean.replacing("yes: 1", with: "yes: 5")
      .replacing("version: \"1\"", with: "version: \"2\"")
    let tally = try Tally([
      ComparisonExamples.part(Self.then, of: mean), ComparisonExamples.part(Self.now, of: wide),
    ])
    #expect(Self.codes(of: query, in: tally) == ["usage.compare-other-measure"])
  }

  /// A measure that counts other answers is another one, of whatever rule.
  @Test(arguments: [
    (
      "net, question: q, promoters: [yes], detractors: [no]",
      "net, question: q, promoters: [no], detractors: [yes]"
    ),
    (
      "mean, question: q, values: { yes: 1, no: 0 }", "mean, question: q, values: { yes: 0, no: 1 }"
    ),
    (
      "index, questions: [q, r], satisfied: [yes]",
      "index, of: rates, questions: [q, r], satisfied: [yes]"
    ),
  ])
  func whatAMeasureCountsIsPartOfIt(old: String, new: String) throws {
    func yaml(_ rule: String, version: String) -> String {
      ComparisonExamples.yaml(version: version)
        .replacing("  unit: { columns: [unit], open: true }\n", with: "")
        .replacing(
          "\nmeasures:",
          with: "\n  r: { text: { en: R }, columns: [unit], "
            + "choices: { yes: { en: Good }, no: { en: Bad } } }\nmeasures:"
        )
        .replacing(
          "rate: { question: q, satisfied: [yes], version: 1 }", with: "rate: { rule: \(rule) }")
    }
    let tally = try Tally([
      ComparisonExamples.part(Self.then, of: yaml(old, version: "1")),
      ComparisonExamples.part(Self.now, of: yaml(new, version: "2")),
    ])
    let query = try ComparisonExamples.periods("2025Q1", "2024Q4")
    #expect(Self.codes(of: query, in: tally) == ["tally.break-version", "tally.break-measure"])
  }

  /// Two periods in two parts are two samples: Welch's difference of each side's own standard error.
  @Test func acrossABreakTwoDesignsAreTwoSamples() throws {
    let design = "\ndesign: { clusters: { columns: [unit] } }"
    let rows = (0..<12).map {
      "2025-02-01,\(5 + $0 % 4),land,U\($0),\($0 % 3 == 0 ? "no" : "yes")\n"
    }
    let now = rows.joined() + "2025-03-31,3,land,U1,no\n"
    let then = now.replacing("2025-02-01", with: "2024-10-01")
      .replacing("2025-03-31", with: "2024-12-31").replacing(",8,", with: ",2,")
    let old = try ComparisonExamples.part(then, of: ComparisonExamples.yaml() + design)
    let new = try ComparisonExamples.part(now, of: ComparisonExamples.yaml(version: "2") + design)
    var query = try ComparisonExamples.periods("2025Q1", "2024Q4")
    query.crossesBreaks = true
    let row = try Tally([old, new]).comparison(query).rows[0]
    let errors = try [new, old].map {
      try #require($0.report(ReportQuery()).estimates[0].design?.standardError)
    }
    let variance = errors[0] * errors[0] + errors[1] * errors[1]
    let found = try #require(row.comparison.limits?.standardError)
    #expect(abs(found - variance.squareRoot()) < 1e-15)
    #expect(row.comparison.limits?.method == "welch" && row.flags.contains(.acrossBreak))
  }

  @Test func acrossABreakIsTold() throws {
    var query = try ComparisonExamples.periods("2025Q1", "2024Q4")
    query.crossesBreaks = true
    let report = try Self.tally(ComparisonExamples.yaml()).comparison(query)
    let row = report.rows[0]
    #expect(abs((row.comparison.difference ?? 0) - 0.2) < 1e-15)
    #expect(row.flags.contains(.acrossBreak))
    #expect(report.breaks.map(\.kind) == [.version] && report.secondPart?.survey.version == "1")
    let warning = report.report.diagnostics.first { $0.code == "tally.break-version" }
    #expect(warning?.severity == .warning)
    // The split crosses it too, and still adds up.
    #expect(report.mixes.count == 2)
  }

  @Test func twoPeriodsOfOnePartAreNoBreak() throws {
    let tally = try Self.tally(ComparisonExamples.yaml())
    let report = try tally.comparison(ComparisonExamples.periods("2025-02", "2025-03"))
    #expect(report.breaks.isEmpty && report.secondPart == nil && report.survey.version == "2")
  }

  @Test func aPeriodOfTwoPartsWantsOneNamed() throws {
    let both = try Tally([
      ComparisonExamples.part(Self.then + Self.now),
      ComparisonExamples.part(Self.now, of: ComparisonExamples.yaml(version: "2")),
    ])
    let query = try ComparisonExamples.periods("2025Q1", "2024Q4")
    #expect(Self.codes(of: query, in: both) == ["tally.several-parts"])
    let named = try both.comparison(query, part: "c@1")
    #expect(named.rows[0].second.n == 100)
  }
}
