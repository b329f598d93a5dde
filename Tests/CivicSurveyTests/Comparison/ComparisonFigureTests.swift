import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The figures of a comparison, and what is claimed of them.
@Suite struct ComparisonFigureTests {
  private static func row(
    _ query: ComparisonQuery, _ rows: String, of yaml: String = ComparisonExamples.yaml()
  ) throws -> ComparisonRow {
    try #require(try ComparisonExamples.part(rows, of: yaml).comparison(query).rows.first)
  }

  /// Newcombe 1998, table II, 56/70 − 48/80: 0.0524 to 0.3339; R 4.5:
  /// sqrt(prop.test(c(56, 48), c(70, 80), correct = FALSE)$statistic), $p.value.
  @Test func twoPeriodsHaveNewcombesIntervalAndThePooledTest() throws {
    let row = try Self.row(
      ComparisonExamples.periods("2025Q2", "2025Q1"), ComparisonExamples.newcombe)
    let limits = try #require(row.comparison.limits)
    let test = try #require(row.comparison.test)
    #expect(abs((row.comparison.difference ?? 0) - 0.2) < 1e-15)
    #expect(abs(limits.lower - 0.0524) < 5e-5 && abs(limits.upper - 0.3339) < 5e-5)
    #expect(limits.method == "newcombe" && test.name == "pooled-z")
    #expect(abs(test.statistic - 2.650171951258533) < 1e-12)
    #expect(abs(test.pValue - 0.008045081368196564) < 1e-14)
    #expect(row.adjustedPValue == test.pValue && row.finding == .higher)
    #expect(row.first.n == 70 && row.second.satisfied == 48)
  }

  @Test func swappedSidesChangeTheSignAlone() throws {
    let there = try Self.row(
      ComparisonExamples.periods("2025Q2", "2025Q1"), ComparisonExamples.newcombe)
    let back = try Self.row(
      ComparisonExamples.periods("2025Q1", "2025Q2"), ComparisonExamples.newcombe)
    let (left, right) = (there.comparison, back.comparison)
    #expect(back.finding == .lower && right.test?.pValue == left.test?.pValue)
    #expect(abs((left.difference ?? 0) + (right.difference ?? 1)) < 1e-15)
    #expect(abs((left.limits?.lower ?? 0) + (right.limits?.upper ?? 1)) < 1e-15)
    #expect(abs((left.limits?.upper ?? 0) + (right.limits?.lower ?? 1)) < 1e-15)
    #expect(abs((left.test?.statistic ?? 0) + (right.test?.statistic ?? 1)) < 1e-15)
  }

  @Test func theOrderOfFilesAndTalliesChangesNothing() throws {
    let halves = ComparisonExamples.newcombe.split(separator: "\n").map { $0 + "\n" }
    let (one, other) = (String(halves[0] + halves[2]), String(halves[1] + halves[3]))
    let query = try ComparisonExamples.periods("2025Q2", "2025Q1")
    let parts = try [
      ComparisonExamples.part(one, other), ComparisonExamples.part(other, one),
    ]
    let tallies = try Tally([ComparisonExamples.part(other), ComparisonExamples.part(one)])
    var reports = try parts.map { try $0.comparison(query) }
    reports.append(try TallyFile.decode(TallyFile.encode(tallies), name: "x").comparison(query))
    for report in reports {
      #expect(report.rows[0].comparison == reports[0].rows[0].comparison)
      #expect(report.mixes.map(\.mix) == reports[0].mixes.map(\.mix))
    }
  }

  @Test func aCensusHasTheExactDifferenceAlone() throws {
    let yaml = ComparisonExamples.yaml(coverage: "census")
    let row = try Self.row(
      ComparisonExamples.periods("2025Q2", "2025Q1"), ComparisonExamples.newcombe, of: yaml)
    #expect(row.comparison.limits == nil && row.comparison.test == nil)
    #expect(row.adjustedPValue == nil && row.comparison.reason == .census)
    #expect(row.finding == .higher)
    let equal =
      "2025-02-01,1,land,A,yes\n2025-02-01,2,land,A,no\n"
      + "2025-04-01,2,land,A,yes\n2025-06-30,4,land,A,no\n"
    #expect(
      try Self.row(ComparisonExamples.periods("2025Q2", "2025Q1"), equal, of: yaml).finding
        == .equal)
  }

  @Test func anEmptySideIsNoNumber() throws {
    let report = try ComparisonExamples.part(ComparisonExamples.newcombe)
      .comparison(ComparisonExamples.periods("2025Q1", "2024Q4"))
    let row = report.rows[0]
    #expect(row.comparison.difference == nil && row.comparison.limits == nil)
    #expect(row.finding == .notCompared && row.objection == .noAnswers)
    #expect(report.mixes.isEmpty && report.hasFindings)
    #expect(report.report.diagnostics.contains { $0.code == "tally.compare-empty" })
  }

  /// 9 of 9 against 0 of 200: as sure as can be, and still nothing is said of nine answers.
  @Test func ofFewAnswersNothingIsSaid() throws {
    let rows = "2025-04-01,9,land,A,yes\n2025-06-30,200,land,B,no\n2025-02-01,200,land,A,no\n"
    let row = try Self.row(ComparisonQuery(.category(axis: "unit", ["A"])), rows)
    #expect(row.flags == [.smallExpected] && row.finding == .higher)
    let few = "2025-04-01,9,land,A,yes\n2025-06-30,200,land,B,no\n"
    let other = try Self.row(ComparisonQuery(.category(axis: "unit", ["A"])), few)
    #expect(other.finding == .notCompared && other.objection == .tooFew)
    #expect(other.flags.contains(.tooFew) && other.comparison.limits != nil)
  }

  /// 14 of 15 against 1000 of 1000: z = 8.2, p = 3e-16; Newcombe's interval −0.298 to −0.0112.
  @Test func whereTheTestStandsOnLittleTheIntervalDecidesToo() throws {
    let rows =
      "2025-04-01,14,land,A,yes\n2025-04-01,1,land,A,no\n2025-06-30,1000,land,B,yes\n"
      + "2025-06-30,1000,land,C,yes\n"
    let report = try ComparisonExamples.part(rows)
      .comparison(ComparisonQuery(.pairs(axis: "unit")))
    let row = report.rows[0]
    #expect(row.flags == [.smallExpected] && (row.adjustedPValue ?? 1) < 1e-10)
    #expect((row.comparison.limits?.upper ?? 1) < 0)
    // Of three comparisons together the interval reaches 0: it takes 1 − 0.05/3.
    #expect(row.finding == .lower || row.finding == .notShown)
    let estimator = Estimator(report.survey, report.report.query, hasDesign: false)
    let isShown = estimator.isDifferent(row.first, row.second, level: 1 - 0.05 / 3)
    #expect((row.finding == .lower) == isShown)
  }

  @Test func anOpenPeriodIsProvisional() throws {
    let rows = "2025-04-10,50,land,A,yes\n2025-02-10,50,land,A,yes\n"
    let report = try ComparisonExamples.part(rows)
      .comparison(ComparisonExamples.periods("2025Q2", "2025Q1"))
    #expect(report.rows[0].flags.contains(.incompletePeriod))
    #expect(report.report.diagnostics.contains { $0.code == "tally.compare-incomplete" })
    #expect(report.rows[0].comparison.test?.pValue == 1)
    #expect((report.rows[0].comparison.limits?.lower ?? 0) < 0)
  }

  @Test func lossesWithholdWhatIsSaid() throws {
    let rows = ComparisonExamples.newcombe + "2025-04-10,20,land,A,perhaps\n"
    let report = try ComparisonExamples.part(rows)
      .comparison(ComparisonExamples.periods("2025Q2", "2025Q1"))
    let row = report.rows[0]
    #expect(row.objection == .lossesOverLimit && row.finding == .notCompared)
    #expect(row.flags.contains(.lossesOverLimit) && report.hasFindings)
    #expect(row.comparison.difference != nil)
  }

  /// R: p.adjust(p, "holm"), p.adjust(p, "BH") of the three unadjusted p-values.
  @Test func severalAreAdjustedTogether() throws {
    let rows =
      "2025-01-10,60,land,A,yes\n2025-01-10,40,land,A,no\n2025-01-10,75,land,B,yes\n"
      + "2025-01-10,25,land,B,no\n2025-01-10,70,land,C,yes\n2025-01-10,30,land,C,no\n"
    let part = try ComparisonExamples.part(rows)
    var query = ComparisonQuery(.pairs(axis: "unit"))
    let plain = try part.comparison(query).rows.compactMap { $0.comparison.test?.pValue }
    #expect(plain.count == 3)
    let holm = try part.comparison(query).rows.compactMap(\.adjustedPValue)
    let sorted = plain.sorted()
    #expect(abs(holm.min()! - 3 * sorted[0]) < 1e-15)
    query.adjustment = .none
    #expect(try part.comparison(query).rows.compactMap(\.adjustedPValue) == plain)
    query.adjustment = .bh
    let rate = try part.comparison(query).rows.compactMap(\.adjustedPValue)
    #expect(abs(rate.min()! - 3 * sorted[0]) < 1e-15 && rate.max()! == sorted[2])
  }
}
