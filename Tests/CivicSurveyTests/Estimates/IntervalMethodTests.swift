import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Estimates and verdicts of one report are made by the one method that was asked for.
@Suite struct IntervalMethodTests {
  private static func yaml(coverage: String = "sample", target: String = "85%") -> String {
    """
    survey: methods
    version: "1"
    title: { en: Methods }
    coverage: \(coverage)
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }, frequency: { columns: [n] } }
    questions:
      q: { text: { en: Q }, columns: [q], choices: { yes: { en: Good }, no: { en: Bad } } }
    measures: { rate: { question: q, satisfied: [yes] } }
    targets:
      - { id: t, measure: rate, atLeast: \(target), from: 2025-01-01, every: [year] }
    """
  }

  private static func report(
    _ good: Int, _ bad: Int, _ method: IntervalMethod, coverage: String = "sample",
    level: Double = 0.95, target: String = "85%"
  ) throws -> Report {
    var query = ReportQuery()
    query.intervalMethod = method
    query.level = level
    let rows = "date,n,q\n2025-01-02,\(good),yes\n2025-12-31,\(bad),no\n"
    return try Fixture.part(Fixture.plan(yaml(coverage: coverage, target: target)), rows).report(
      query)
  }

  /// Limits by R 4.2.2, `binom.test(x, n)$conf.int`.
  ///
  /// 92/100 from 0.8484, 93/100 from 0.8611, 77/100 to 0.8483, 22/22 from 0.8456, 23/23 from 0.8518.
  /// By `prop.test(x, n, correct = FALSE)$conf.int` 92/100 begins at 0.8500, 22/22 at 0.8513, which
  /// the exact tails, 0.0275 and 0.0280, do not bear out. 370/370 begin at 0.9901 by the one, 0.9897 by
  /// the other.
  @Test(arguments: [
    (92, 8, "85%", "reached-not-shown", "reached-not-shown"), (93, 7, "85%", "met", "met"),
    (77, 23, "85%", "missed", "missed"), (22, 0, "85%", "not-judged", "not-judged"),
    (23, 0, "85%", "met", "met"), (370, 0, "99%", "met", "not-judged"),
  ])
  func theMethodHasASay(
    _ good: Int, _ bad: Int, _ target: String, _ exact: String, _ byScore: String
  ) throws {
    let reports = try [IntervalMethod.clopperPearson, .wilson].map {
      try Self.report(good, bad, $0, target: target)
    }
    #expect(reports.flatMap(\.verdicts).map(\.judgement.verdict.rawValue) == [exact, byScore])
    for report in reports {
      let interval = try #require(report.estimates.first?.interval)
      #expect(report.verdicts.map(\.judgement.interval) == [interval])
      #expect(interval.method == report.query.intervalMethod)
      #expect(report.estimates.methods == [report.query.intervalMethod])
    }
  }

  /// R 4.2.2: `binom.test(1886, 2190)$conf.int`; 3,943 is the smallest n with
  /// `qbeta(0.025, p * n, n - p * n + 1) >= 0.85` at p = 1886 / 2190.
  @Test func limitsAndNeededAnswersAreThoseOfR() throws {
    let report = try Self.report(1886, 304, .clopperPearson)
    let interval = try #require(report.estimates.first?.interval)
    #expect(abs(interval.lower - 0.845_994_906_300_349_68) < 1e-12)
    #expect(abs(interval.upper - 0.875_405_677_263_849_66) < 1e-12)
    let judgement = try #require(report.verdicts.first?.judgement)
    #expect(judgement.moreSatisfiedNeeded == 9 && judgement.answersNeededAtThisRate == 3943)
  }

  @Test func aCensusHasNoMethod() throws {
    let report = try Self.report(17, 3, .clopperPearson, coverage: "census")
    #expect(report.estimates.map(\.reason) == [.census] && report.estimates.methods.isEmpty)
    #expect(report.verdicts.map(\.judgement.verdict) == [.met])
    #expect(report.verdicts.map(\.judgement.interval) == [nil])
  }
}
