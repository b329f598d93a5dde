import SurveyStatistics
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports

/// No sentence of the first sheet claims more than its figures show.
@Suite struct ClaimTests {
  private static func estimate(_ satisfied: Int, of n: Int, _ field: String) -> Estimate {
    ReportExamples.estimate(
      satisfied, of: n, [ReportExamples.field(.category(field)), ReportExamples.quarter(1)])
  }

  private static func report(
    _ rows: [Estimate], survey: Survey = ReportExamples.survey(), isShort: Bool = true
  ) -> Report {
    ReportExamples.report(
      .en, survey: survey, estimates: [ReportExamples.estimate(1886, of: 2190)] + rows,
      verdicts: [
        ReportExamples.verdict(
          ReportExamples.fieldsTarget, .each, ReportExamples.land, ReportExamples.quarters[1],
          isShort ? 100 : 490, of: 500)
      ])
  }

  /// The line under the heading, and whether and where one should look first.
  private static func lowest(_ rows: [Estimate]) throws -> (line: String, action: String?) {
    let lines = SummaryTests.text(report(rows)).split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix("Lowest: Field") })
    return (lines[place + 1], lines.first { $0.contains("Look ") })
  }

  // MARK: - Lowest

  @Test func theLowestIsSoughtAmongThoseWithEnoughAnswers() throws {
    // 0 of 29 is lower, but says little.
    let few = try Self.lowest([
      Self.estimate(0, of: 29, "land"), Self.estimate(80, of: 100, "construction"),
      Self.estimate(30, of: 100, "investment"),
    ])
    #expect(few.line.hasPrefix("Investment: 30.0 % of 100 answers."))
    #expect(few.line.hasSuffix("Left out for fewer than 30 answers: 1."))
    let none = try Self.lowest([
      Self.estimate(0, of: 29, "land"), Self.estimate(80, of: 100, "construction"),
    ])
    #expect(none.line.hasPrefix("Too few answers to compare"))
    #expect(none.action == nil)
  }

  /// Land 80.0 %, construction 83.0 %, investment 86.7 % of 30 answers (70.3 to 94.7): the second is
  /// shown to be higher than the first, the third is not.
  @Test func theLowestAreAllThatNoComparisonExcludes() throws {
    let lowest = try Self.lowest([
      Self.estimate(7200, of: 9000, "land"), Self.estimate(8300, of: 10_000, "construction"),
      Self.estimate(26, of: 30, "investment"),
    ])
    #expect(
      lowest.line
        == "One of these 2, which cannot be told apart (3 compared): Land 80.0 % (9,000); Investment "
        + "86.7 % (30).")
    #expect(
      lowest.action?.hasSuffix(
        "Look at those that may be the lowest: Land, Investment (they cannot be told apart).")
        == true)
  }

  @Test func aSingleLowestIsSure() throws {
    let sure = try Self.lowest([
      Self.estimate(50, of: 100, "land"), Self.estimate(90, of: 100, "construction"),
    ])
    #expect(
      sure.line
        == "Land: 50.0 % of 100 answers. Interval 40.4–59.6 %. It is lower than each other of the 2 "
        + "compared.")
    #expect(sure.action?.hasSuffix("Look first at the lowest: Land.") == true)
    // Of equal rates neither is.
    let tie = try Self.lowest([
      Self.estimate(10, of: 100, "land"), Self.estimate(20, of: 200, "construction"),
    ])
    #expect(
      tie.line
        == "Which of the 2 is lowest cannot be told: Land 10.0 % (100); Construction 10.0 % (200).")
    #expect(tie.action == nil)
  }

  @Test func ofACensusTheLowestIsExact() throws {
    let rows = [(50, "land"), (51, "construction"), (50, "investment")].map { satisfied, field in
      ReportExamples.estimate(
        satisfied, of: 100, [ReportExamples.field(.category(field)), ReportExamples.quarter(1)],
        census: true)
    }
    let text = SummaryTests.text(
      Self.report(rows, survey: ReportExamples.survey(coverage: .census)))
    #expect(text.contains("(3 compared): Land 50.0 % (100); Investment 50.0 % (100)."))
  }

  /// Rates by field of all the data, none by field and quarter.
  @Test func figuresOfAnotherPeriodAreCalledSo() throws {
    let text = SummaryTests.text(
      Self.report([
        ReportExamples.estimate(50, of: 100, [ReportExamples.field(.category("land"))]),
        ReportExamples.estimate(90, of: 100, [ReportExamples.field(.category("construction"))]),
      ]))
    #expect(text.contains("Land: 50.0 %"))
    #expect(text.contains("Of all the data, not of this period alone."))
    #expect(!text.contains("Look "))
  }

  // MARK: - Most wanted

  private static func needs(_ counts: [Int], of n: Int, _ domain: Domain) -> Distribution {
    Distribution(
      question: "needs", domain: domain, counts: ReportExamples.counts(n),
      answers: zip(["payment", "hours", "delivery"], counts).map { .init(choice: $0, n: $1) })
  }

  private static func wanted(_ distributions: [Distribution]) -> String? {
    SummaryTests.text(ReportExamples.report(.en, distributions: distributions))
      .split(separator: "\n").map(String.init).first { $0.contains("Most wanted") }
  }

  /// In all the data payment is wanted most, in the second quarter longer hours.
  @Test func whatIsWantedIsOfTheSamePeriod() {
    let quarter = Domain(entries: [ReportExamples.quarter(1)])
    let line = Self.wanted([
      Self.needs([900, 600, 450], of: 1500, .whole), Self.needs([100, 300, 90], of: 500, quarter),
    ])
    #expect(
      line?.hasSuffix("Most wanted: Longer hours (60.0 % of 500 who answered this).") == true)
  }

  @Test func allThatMayBeWantedMostAreNamed() {
    let quarter = Domain(entries: [ReportExamples.quarter(1)])
    // 3,910 and 3,903 of 14,955 are the same to any test.
    #expect(
      Self.wanted([Self.needs([3903, 3910, 2000], of: 14_955, quarter)])?.hasSuffix(
        "Most wanted, not to be told apart: Longer hours 26.1 %; Online payment 26.1 % (of 14,955 who "
          + "answered this).") == true)
    // Where nothing is excluded, nothing is said.
    #expect(Self.wanted([Self.needs([80, 80, 79], of: 200, quarter)]) == nil)
    #expect(Self.wanted([Self.needs([0, 0, 0], of: 200, quarter)]) == nil)
  }

  // MARK: - How many answers

  private static func text(_ satisfied: Int, of n: Int, isComplete: Bool) -> String {
    let report = ReportExamples.report(
      .en,
      verdicts: [
        ReportExamples.verdict(
          ReportExamples.fieldsTarget, .each, ReportExamples.land, ReportExamples.quarters[1],
          satisfied, of: n, isComplete: isComplete)
      ])
    return TextRenderer(style: TextStyle(width: 400)).render(
      SummarySection(context: ReportContext(report)).sections
        + TargetSection(context: ReportContext(report)).sections)
  }

  /// 423 of 485 against 85 %: 1,959 show it four times in five, 997 only every other time.
  @Test func answersAreAskedForOnlyWhileTheyCanCome() {
    let open = Self.text(423, of: 485, isComplete: false)
    #expect(
      open.contains(
        "if the true rate is what was measured: Field: Land, Q2 2025: about 1,959 answers (now 485)."
      ))
    #expect(open.contains("about 1,959 answers (now 485) would show it four times in five."))
    #expect(!open.contains("997"))
    let ended = Self.text(423, of: 485, isComplete: true)
    #expect(!ended.contains("1,959") && !ended.contains("collected"))
  }

  /// 1,886 of 2,190 takes 7,845, 3.6 times as many; 86 of 101, 85.15 %, takes 452,595: more
  /// answers are no way.
  @Test func answersAreAskedForOnlyWithinReach() {
    #expect(
      Self.text(1886, of: 2190, isComplete: false).contains("about 7,845 answers (now 2,190)"))
    let near = Self.text(86, of: 101, isComplete: false)
    #expect(near.contains("Reached, not sure"))
    #expect(!near.contains("(now 101)"))
  }

  /// 9 of the 304 who were not satisfied, not 9 more ballots.
  @Test func whatIsMissingIsSaidOfTheSameAnswers() {
    let text = TextRenderer(style: TextStyle(width: 400)).render(
      TargetSection(context: ReportContext(ReportExamples.report(.vi))).sections)
    #expect(
      text.contains(
        "còn thiếu 9 lượt hài lòng (trong chính 304 lượt chưa hài lòng) để khẳng định là đạt."))
  }

  // MARK: - Factors

  @Test(arguments: [ReportFormat.html, .md, .text])
  func noFactorIsCalledHigherOrLower(format: ReportFormat) {
    let text = ReportExamples.report(.vi).write(as: format)
    #expect(!text.contains(">cao hơn<") && !text.contains(">thấp hơn<"))
  }
}
