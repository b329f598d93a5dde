import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Two periods in two versions of a survey: refused, or told.
@Suite struct BreakTests {
  private static let now = "2025-02-01,50,land,A,yes\n2025-03-31,50,land,A,no\n"
  private static let then = "2024-10-01,30,land,A,yes\n2024-12-31,70,land,A,no\n"

  private static func tally(_ old: String) throws -> Tally {
    try Tally([
      ComparisonExamples.part(then, of: old),
      ComparisonExamples.part(now, of: ComparisonExamples.yaml(version: "2")),
    ])
  }

  private static func codes(_ old: String) throws -> [String] {
    let tally = try tally(old)
    do {
      _ = try tally.comparison(ComparisonExamples.periods("2025Q1", "2024Q4"))
      return []
    } catch { return (error as? RunError)?.messages.map(\.code) ?? [] }
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
    do {
      _ = try both.comparison(query)
      Issue.record("not refused")
    } catch { #expect(error.messages.map(\.code) == ["tally.several-parts"]) }
    let named = try both.comparison(query, part: "c@1")
    #expect(named.rows[0].second.n == 100)
  }
}
