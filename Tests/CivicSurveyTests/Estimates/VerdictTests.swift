import SurveyDefinition
import SurveyStatistics
import Testing

@testable import CivicSurvey

/// Targets held against tallies: which period, which version, which responses, which reason.
@Suite struct VerdictTests {
  private static func yaml(_ targets: String..., coverage: String = "sample") -> String {
    """
    survey: targets
    version: "1"
    title: { en: Targets }
    coverage: \(coverage)
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }, frequency: { columns: [n] } }
    dimensions:
      field:
        columns: [field]
        optional: true
        categories:
          land: { en: Land }
          build: { en: Build }
          invest: { en: Invest }
          land+build: { en: Land and build, within: [land, build] }
      channel: { columns: [channel], optional: true, categories: { web: { en: Web }, desk: { en: Desk } } }
    questions:
      q:
        text: { en: Question }
        columns: [q]
        choices: { yes: { en: Good }, no: { en: Bad } }
    measures: { rate: { question: q, satisfied: [yes] } }
    targets:
    \(targets.map { "  - { id: \($0) }" }.joined(separator: "\n"))
    """
  }

  private static let header = "date,n,field,channel,q\n"

  private static func verdicts(
    _ yaml: String, _ rows: String..., query: ReportQuery = ReportQuery()
  ) throws -> [TargetVerdict] {
    try Fixture.part(
      Fixture.plan(yaml), header + rows.map { "\($0)\n" }.joined()
    ).report(query).verdicts
  }

  private static func text(_ verdict: TargetVerdict) -> String {
    let judged = verdict.judgement.reason?.rawValue ?? verdict.judgement.verdict.rawValue
    let period = verdict.period?.id ?? "-"
    return
      "\(period) \(verdict.domain.oracleName) \(verdict.satisfied ?? -1)/\(verdict.n) \(judged)"
  }

  /// Limits by R 4.2.2, prop.test(x, n, correct = FALSE)$conf.int:
  /// 94/100 from 0.8752, 84/100 to 0.8990, 75/100 to 0.8246, 86/100 from 0.7786, 21/21 from 0.8454,
  /// 22/22 from 0.8513, 0/1 to 0.7935, 3/6 to 0.8124.
  ///
  /// Tails by pbinom at 0.85: 94/100 0.0047, 75/100
  /// 0.0061, 22/22 0.0280, 23/23 0.0238, 0/1 0.15, 3/6 0.0473.
  @Test(arguments: [
    (94, 6, "met"), (86, 14, "reached-not-shown"), (85, 15, "reached-not-shown"),
    (84, 16, "not-reached-not-excluded"), (75, 25, "missed"), (21, 0, "n-too-small"),
    (22, 0, "n-too-small"), (23, 0, "met"), (0, 1, "n-too-small"), (3, 3, "n-too-small"),
    (0, 0, "no-answers"),
  ])
  func intervalAndTailDecide(_ good: Int, _ bad: Int, _ wanted: String) throws {
    let verdicts = try Self.verdicts(
      Self.yaml("t, measure: rate, atLeast: 85%, from: 2025-01-01, every: [year]"),
      "2025-01-02,\(good),land,web,yes", "2025-12-31,\(bad),land,web,no", "2025-12-31,1,,,")
    #expect(verdicts.map(Self.text) == ["2025  \(good)/\(good + bad) \(wanted)"])
    #expect(verdicts.allSatisfy { $0.isComplete })
  }

  /// 4/100 up to 0.0984, 5/100 up to 0.1118, 20/100 from 0.1334; 0/40 up to 0.0876, 1/1 from 0.2065.
  ///
  /// Tails at 0.1: 4/100 0.0237, 20/100 0.0020, 0/40 0.0148, 1/1 0.1.
  @Test(arguments: [
    (4, 96, "met"), (5, 95, "reached-not-shown"), (20, 80, "missed"), (0, 40, "met"),
    (11, 89, "not-reached-not-excluded"), (1, 0, "n-too-small"),
  ])
  func atMostIsTheMirrorImage(_ good: Int, _ bad: Int, _ wanted: String) throws {
    let verdicts = try Self.verdicts(
      Self.yaml("t, measure: rate, atMost: 10%, from: 2025-01-01, every: [year]"),
      "2025-01-02,\(good),land,web,yes", "2025-12-31,\(bad),land,web,no")
    #expect(verdicts.map(Self.text) == ["2025  \(good)/\(good + bad) \(wanted)"])
    #expect(verdicts[0].judgement.moreSatisfiedNeeded == nil)
  }

  @Test func everyAsksForPeriodsThatHaveResponses() throws {
    let rows = ["2025-02-01,100,land,web,yes", "2025-08-01,100,land,web,yes"]
    func periods(_ every: String) throws -> [String] {
      try Self.verdicts(
        Self.yaml("t, measure: rate, atLeast: 85%, from: 2025-01-01, every: [\(every)]"),
        rows[0], rows[1]
      ).map { "\($0.period?.id ?? "-") \($0.n)" }
    }
    #expect(try periods("quarter, year") == ["2025Q1 100", "2025Q3 100", "2025 200"])
    #expect(try periods("half") == ["2025H1 100", "2025H2 100"])
    #expect(try periods("nineMonths") == ["2025-9M 200"])
    #expect(try periods("month") == ["2025-02 100", "2025-08 100"])
  }

  /// The state's 2025 begins on 15 December 2024, before the target does, and is judged.
  @Test func theTargetInForceOnTheLastDayJudgesTheWholePeriod() throws {
    let yaml = Self.yaml(
      "t, measure: rate, atLeast: 85%, from: 2025-01-01, until: 2025-07-01, every: [quarter]")
    let rows = (
      "2024-12-14,100,land,web,yes", "2024-12-20,100,land,web,yes", "2025-09-14,100,land,web,yes"
    )
    var query = ReportQuery()
    query.calendar = .stateReport15
    #expect(
      try Self.verdicts(yaml, rows.0, rows.1, rows.2, query: query).map(Self.text) == [
        "2024Q4  100/100 not-in-force", "2025Q1  100/100 met", "2025Q3  100/100 not-in-force",
      ])
    query.calendar = .civil
    #expect(
      try Self.verdicts(yaml, rows.0, rows.1, rows.2, query: query).map(Self.text) == [
        "2024Q4  200/200 not-in-force", "2025Q3  100/100 not-in-force",
      ])
  }

  /// `from` is the first day in force, `until` the first no longer; the quarter ends on 30 June.
  @Test(arguments: [
    ("from: 2025-06-30", true), ("from: 2025-07-01", false),
    ("from: 2025-01-01, until: 2025-07-01", true), ("from: 2025-01-01, until: 2025-06-30", false),
  ])
  func theDaysOfATargetAreCountedExactly(_ days: String, _ isInForce: Bool) throws {
    let verdicts = try Self.verdicts(
      Self.yaml("t, measure: rate, atLeast: 85%, every: [quarter], \(days)"),
      "2025-04-01,100,land,web,yes")
    #expect(verdicts.map(\.judgement.verdict) == [isInForce ? .met : .notJudged])
    #expect(verdicts.map(\.judgement.reason) == [isInForce ? nil : .notInForce])
  }

  @Test func ofTargetsWithOneIDTheLastFromHolds() throws {
    let yaml = Self.yaml(
      "t, measure: rate, atLeast: 95%, from: 2025-07-01, every: [quarter, year]",
      "t, measure: rate, atLeast: 45%, from: 2025-01-01, every: [quarter]")
    let verdicts = try Self.verdicts(
      yaml, "2024-12-31,100,land,web,yes", "2025-01-01,100,land,web,yes",
      "2025-04-01,100,land,web,yes", "2025-07-01,100,land,web,yes", "2025-12-31,100,land,web,yes")
    #expect(
      verdicts.map { "\($0.period?.id ?? "-") \($0.target.bound.value.numerator)" } == [
        "2024Q4 45", "2025Q1 45", "2025Q2 45", "2025Q3 95", "2025Q4 95", "2025 95",
      ])
    #expect(verdicts[0].judgement.reason == .notInForce)
    #expect(verdicts[1].judgement.verdict == .met)
  }

  @Test func eachPooledAndWhere() throws {
    let yaml = Self.yaml(
      "t, measure: rate, atLeast: 50%, from: 2025-01-01, every: [year], "
        + "where: { channel: [web] }, each: { field: [land, build] }, "
        + "pooled: { field: [land, build] }",
      "three, measure: rate, atLeast: 50%, from: 2025-01-01, every: [year], "
        + "pooled: { field: [land, invest] }")
    let verdicts = try Self.verdicts(
      yaml, "2025-01-01,10,land,web,yes", "2025-01-01,20,build,web,yes",
      "2025-01-01,40,land+build,web,yes", "2025-01-01,80,invest,web,yes",
      "2025-01-01,160,land,desk,yes", "2025-12-31,320,land,,no")
    // The combined label counts in the pool of both its parts, in neither part, and not in a pool
    // that lacks one of them: 10 + 20 + 40 = 70; 10 + 80 + 160 = 250 of 570.
    #expect(
      verdicts.map { Self.text($0).split(separator: " ").dropLast().joined(separator: " ") } == [
        "2025 channel=web&field=land 10/10", "2025 channel=web&field=build 20/20",
        "2025 channel=web&field=land+build 70/70", "2025 field=land+invest 250/570",
      ])
    #expect(verdicts.map(\.kind) == [.each, .each, .pooled, .pooled])
  }

  @Test func aDimensionThatTheDataLacksLeavesTheScopeUnknown() throws {
    let yaml = Self.yaml(
      "t, measure: rate, atLeast: 50%, from: 2025-01-01, every: [year], where: { channel: [web] }")
    let plan = try Fixture.plan(yaml)
    let without = try Fixture.part(plan, "date,n,field,q\n2025-12-31,100,land,yes\n")
    #expect(
      try without.report(ReportQuery()).verdicts.map(Self.text)
        == ["2025 channel=web 0/0 scope-unknown"])
    // One known channel is enough to know what the scope holds.
    #expect(
      try Self.verdicts(yaml, "2025-12-31,100,land,,yes", "2025-12-31,1,land,desk,yes")
        .map(Self.text) == ["2025 channel=web 0/0 no-answers"])
  }

  /// A word for what is no category means the same in a target as in `--where`.
  @Test func aTargetOnWhatIsNoCategoryIsNamedAsSuch() throws {
    let target = "measure: rate, atLeast: 50%, from: 2025-01-01, every: [year]"
    let yaml = Self.yaml(
      "t, \(target), where: { channel: [_missing] }",
      "u, \(target), pooled: { channel: [A, _missing] }"
    ).replacing(
      "optional: true, categories: { web: { en: Web }, desk: { en: Desk } }", with: "open: true")
    let verdicts = try Self.verdicts(
      yaml, "2025-12-31,10,land,,yes", "2025-12-31,20,land,A,yes", "2025-12-31,40,land,B,no")
    #expect(
      verdicts.map(Self.text) == [
        "2025 channel=_missing 10/10 met", "2025 channel=A+_missing 30/30 met",
      ])
    #expect(verdicts[0].domain.entries.map(\.value) == [.missing])
    #expect(verdicts[1].domain.entries.map(\.value) == [.pool(["A", "_missing"])])
  }

  @Test func lossesAboveTheLimitWithholdTheVerdictOnly() throws {
    let yaml = Self.yaml("t, measure: rate, atLeast: 50%, from: 2025-01-01, every: [year]")
    // 5 of 100 are 5 %, not above it; 6 of 101 are.
    let fine = try Self.verdicts(yaml, "2025-12-31,95,land,web,yes", "2025-01-01,5,land,web,x")
    #expect(fine.map(Self.text) == ["2025  95/95 met"])
    let lost = try Self.verdicts(yaml, "2025-12-31,95,land,web,yes", "2025-01-01,6,land,web,x")
    #expect(lost.map(Self.text) == ["2025  95/95 losses-over-limit"])
    #expect(lost[0].judgement.interval == fine[0].judgement.interval)
    #expect(lost[0].judgement.pValue == fine[0].judgement.pValue)
    #expect(lost[0].judgement.moreSatisfiedNeeded == nil)
    #expect(lost[0].losses == LossShare(lost: 6, base: 101))
  }

  @Test func aPeriodThatIsNotOverIsProvisional() throws {
    let yaml = Self.yaml("t, measure: rate, atLeast: 50%, from: 2025-01-01")
    var query = ReportQuery()
    func provisional() throws -> [String] {
      try Self.verdicts(yaml, "2025-06-14,100,land,web,yes", query: query).map {
        "\($0.period?.id ?? "-") \($0.provisional?.rawValue ?? "final")"
      }
    }
    #expect(try provisional() == ["2025Q2 incomplete-period", "2025 incomplete-period"])
    query.calendar = .stateReport15
    #expect(try provisional() == ["2025Q2 final", "2025 incomplete-period"])
    query.asOf = CalendarDay(year: 2025, month: 6, day: 13)
    #expect(try provisional() == ["2025Q2 incomplete-period", "2025 incomplete-period"])
    query.asOf = CalendarDay(year: 2025, month: 12, day: 14)
    #expect(try provisional() == ["2025Q2 final", "2025 final"])
  }

  @Test func withoutDatesThereIsOneRow() throws {
    let yaml = Self.yaml("t, measure: rate, atLeast: 50%, from: 2099-01-01")
    let verdicts = try Self.verdicts(yaml, ",94,land,web,yes", ",6,land,web,no")
    #expect(verdicts.map(Self.text) == ["-  94/100 met"])
    #expect(verdicts[0].isComplete && verdicts[0].provisional == nil)
  }

  /// 17/20 is 85 % to the last digit; 16/19 = 84.2 % rounds to nothing near it.
  @Test(arguments: [
    (17, 3, "met"), (1_699, 301, "missed"), (16, 3, "missed"), (0, 0, "no-answers"),
  ])
  func aCensusHasNoMargin(_ good: Int, _ bad: Int, _ wanted: String) throws {
    let verdicts = try Self.verdicts(
      Self.yaml(
        "t, measure: rate, atLeast: 85%, from: 2025-01-01, every: [year]", coverage: "census"),
      "2025-01-01,\(good),land,web,yes", "2025-12-31,\(bad),land,web,no", "2025-12-31,1,,,")
    #expect(verdicts.map(Self.text) == ["2025  \(good)/\(good + bad) \(wanted)"])
    #expect(verdicts[0].judgement.interval == nil && verdicts[0].judgement.pValue == nil)
  }

  @Test func conditionsOfTheReportHoldForVerdictsToo() throws {
    let yaml = Self.yaml("t, measure: rate, atLeast: 50%, from: 2025-01-01, every: [quarter]")
    var query = ReportQuery()
    query.filters = [CategoryFilter(dimension: "field", categories: ["land"])]
    query.period = PeriodRange(id: "2025Q2..2025Q3", calendar: .civil)
    let verdicts = try Self.verdicts(
      yaml, "2025-01-01,10,land,web,yes", "2025-04-01,20,land,web,yes",
      "2025-04-01,40,build,web,yes", "2025-08-01,80,build,web,yes", query: query)
    // In the third quarter there are responses, though none of the report's.
    #expect(verdicts.map { "\($0.period?.id ?? "-") \($0.n)" } == ["2025Q2 20", "2025Q3 0"])
  }
}
