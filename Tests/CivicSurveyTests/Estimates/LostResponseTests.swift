import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A rejected record loses as many responses as it stands for; counted by hand.
@Suite struct LostResponseTests {
  /// A record stands for as many responses as `count` says; unknown fields are rejected.
  private static let yaml = """
    survey: counted
    version: "1"
    title: { en: Counted }
    coverage: self-selected
    timeZone: "+07:00"
    source:
      submittedAt: { columns: [date] }
      frequency: { columns: [count] }
    dimensions:
      field:
        columns: [field]
        unknown: reject
        categories: { land: { en: Land }, build: { en: Build } }
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: two, invalid: reject }
    scales:
      two: { choices: { good: { en: Good }, bad: { en: Bad } }, satisfied: [good] }
    targets: [{ id: t, measure: overall, atLeast: 85%, from: 2025-01-01, every: [year] }]
    """

  private static let header = "date,count,field,overall\n"
  /// 9,900 of 10,900 responses are satisfied, 90.83 %; the largest record is of 4,000.
  private static let accepted = """
    2025-01-02,4000,land,good
    2025-01-03,3000,build,good
    2025-01-04,2900,land,good
    2025-01-05,1000,land,bad

    """

  private func part(_ lines: String..., yaml: String = yaml) throws -> TallyPart {
    try Fixture.part(
      Fixture.plan(yaml), Self.header + Self.accepted + lines.map { $0 + "\n" }.joined())
  }

  /// Rejected records, responses that they stand for, records of which that is unknown, the largest.
  private func counts(_ part: TallyPart) -> [Int] {
    let accounting = part.accounting
    #expect(accounting.closes)
    return [
      accounting.rejected, accounting.rejectedResponses, accounting.unknownCounts,
      accounting.largestCount,
    ]
  }

  @Test func whateverItIsRejectedForItLosesItsCount() throws {
    #expect(try counts(part()) == [0, 0, 0, 4000])
    #expect(try counts(part("31/02/2025,10000,land,bad")) == [1, 10_000, 0, 4000])
    #expect(try counts(part("2025-01-02,10000,thuế,bad")) == [1, 10_000, 0, 4000])
    #expect(try counts(part("2025-01-02,10000,land,x")) == [1, 10_000, 0, 4000])
    #expect(try counts(part("x,7,land,x", "x,0,,", "x, 5 ,,")) == [3, 12, 0, 4000])
  }

  @Test func aCountThatCannotBeReadIsUnknown() throws {
    for count in ["", "mười nghìn", "10.000", "-1", "2000000000"] {
      #expect(try counts(part("2025-01-02,\(count),land,bad")) == [1, 0, 1, 4000], "\(count)")
      // Though it is rejected for its date.
      #expect(try counts(part("x,\(count),land,bad")) == [1, 0, 1, 4000], "\(count)")
    }
    // A record that cannot be split, and what is left over from one.
    #expect(try counts(part("2025-01-02,10000,land,bad,x")) == [1, 0, 1, 4000])
    #expect(try counts(part("2025-01-02,9,land,\"bad", "left over"))[2] == 2)
  }

  @Test func withoutAColumnOfCountsARecordIsOneResponse() throws {
    let plan = try Fixture.plan(Self.yaml)
    let part = try Fixture.part(
      plan, "date,field,overall\n2025-01-02,land,good\nx,land,bad\n2025-01-02,land,bad,x\n")
    #expect(counts(part) == [2, 2, 0, 1])
    #expect(counts(try Fixture.part(plan, "date,field,overall\n")) == [0, 0, 0, 0])
    let zero = try Fixture.part(plan, Self.header + "2025-01-02,0,land,good\n")
    #expect(counts(zero) == [0, 0, 0, 0])
  }

  // MARK: - Verdicts

  private func verdict(_ report: Report) throws -> String {
    let judgement = try #require(report.verdicts.first).judgement
    return judgement.verdict.rawValue + (judgement.reason.map { ":" + $0.rawValue } ?? "")
  }

  @Test func aLineOfTenThousandWithholdsTheVerdict() throws {
    #expect(try verdict(part().report(ReportQuery())) == "met")
    let report = try part("31/02/2025,10000,land,bad").report(ReportQuery())
    #expect(report.estimates.map(\.losses) == [LossShare(lost: 10_000, base: 20_900)])
    #expect(try verdict(report) == "not-judged:losses-over-limit")
    #expect(report.lossesExceedLimit && report.hasFindings && !report.lossesMayExceedLimit)
    // 10,000 of 20,900.
    #expect(report.diagnostics.first?.arguments["lostPercent"] == "47.85")
  }

  @Test func anUnknownCountIsHeldAgainstTheLimitAtTheLargestAccepted() throws {
    let report = try part("2025-01-02,mười nghìn,land,bad").report(ReportQuery())
    // 1 of 10,901; at most 4,000 of 14,900.
    #expect(report.estimates.map(\.losses) == [LossShare(lost: 1, base: 10_901, unknown: 3999)])
    #expect(report.estimates.map(\.losses.atMost) == [LossShare(lost: 4000, base: 14_900)])
    #expect(try verdict(report) == "not-judged:losses-unknown")
    #expect(!report.lossesExceedLimit && report.lossesMayExceedLimit && report.hasFindings)
    let message = try #require(report.diagnostics.first)
    #expect(message.code == "response.losses-unknown" && message.severity == .warning)
    #expect(
      message.arguments == [
        "recordsCount": "1", "largestCount": "4000", "lostPercent": "0.01",
        "mostPercent": "26.85", "limitPercent": "5",
      ])
    // At most exactly the limit is not above it: 4,000 of 14,900 are 26.845…%.
    var query = ReportQuery()
    query.lossLimit = DecimalShare(numerator: 27, denominator: 100)
    let wide = try part("2025-01-02,mười nghìn,land,bad").report(query)
    #expect(try verdict(wide) == "met" && !wide.hasFindings)
    // Over the limit whatever the unknown count is: 1,000 + 1 of 11,901.
    let both = try part("x,1000,land,bad", "x,,land,bad").report(ReportQuery())
    #expect(try verdict(both) == "not-judged:losses-over-limit")
    #expect(both.diagnostics.map(\.code) == ["response.losses-over-limit"])
  }

  @Test func theLimitItselfIsNotPassedByUnknownCounts() throws {
    let plan = try Fixture.plan(Self.yaml)
    let good = String(repeating: "2025-01-02,1,land,good\n", count: 94)
    let rows = Self.header + good + "2025-01-02,1,land,bad\n"
    // The largest record is of 1: 5 of 100.
    let five = try Fixture.part(plan, rows + String(repeating: "2025-01-02,,land,bad\n", count: 5))
    #expect(try !five.report(ReportQuery()).hasFindings)
    let six = try Fixture.part(plan, rows + String(repeating: "2025-01-02,,land,bad\n", count: 6))
    #expect(try six.report(ReportQuery()).lossesExceedLimit)
    // One of 2 among 94 of 1: 2·2 of 100 with two unknown, 3·2 of 102 with three.
    let two = rows.replacing("2025-01-02,1,land,bad", with: "2025-01-02,2,land,bad")
    for (unknown, mayExceed) in [(2, false), (3, true)] {
      let lines = String(repeating: "2025-01-02,,land,bad\n", count: unknown)
      let report = try Fixture.part(plan, two + lines).report(ReportQuery())
      #expect(report.lossesMayExceedLimit == mayExceed && !report.lossesExceedLimit)
    }
  }

  @Test func anUnknownCountWithoutAnythingAcceptedIsNoVerdictEither() throws {
    let part = try Fixture.part(Fixture.plan(Self.yaml), Self.header + "2025-01-02,x,land,good\n")
    #expect(counts(part) == [1, 0, 1, 0])
    let report = try part.report(ReportQuery())
    #expect(report.estimates.map(\.losses) == [LossShare(lost: 1, base: 1)])
    #expect(try verdict(report) == "not-judged:no-answers")
  }
}
