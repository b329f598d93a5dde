import SurveyDefinition
import Testing

@testable import CivicSurvey

/// Who is commended, and why others are not.
@Suite struct CommendationTests {
  private static let survey = """
    survey: communes
    version: "1"
    title: { en: Communes }
    coverage: self-selected
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date], formats: [yyyy-MM-dd] }, frequency: { columns: [count] } }
    dimensions:
      commune: { columns: [commune], open: true, role: unit }
    questions:
      good: { text: { en: Good }, columns: [good], type: yesNo }
    measures:
      good: { rule: topbox, question: good, satisfied: [yes] }
    """

  private static func participation(_ accepted: Int, of served: Int?) -> Participation {
    Participation(accepted: accepted, served: served, offered: nil, isOfOffered: false)
  }

  /// By hand: of 6 and of 7 units the highest third is 2 and 3; 1 of 3 and 2 of 6 are alike.
  @Test(arguments: [
    ([(9, 10), (8, 10), (7, 10), (6, 10), (5, 10), (4, 10)], 8, 10),
    ([(4, 10), (9, 10), (5, 10), (7, 10), (8, 10), (6, 10), (3, 10)], 7, 10),
    ([(1, 3), (2, 6), (3, 9), (1, 4), (1, 5), (1, 6), (1, 7)], 1, 3),
  ])
  func theHighestThirdIsRoundedUpAndTiesAreInIt(
    _ all: [(Int, Int)], _ accepted: Int, _ base: Int
  ) throws {
    let units = all.map { Self.participation($0, of: $1) }
    let least = try #require(Commendation.leastOfHighest(units))
    #expect(least.accepted * base == accepted * (least.base ?? 0))
    // Whatever order they come in.
    #expect(Commendation.leastOfHighest(units.reversed())?.rate == least.rate)
  }

  @Test func ofFiveKnownThereAreNoStrata() {
    let known = (1...5).map { Self.participation($0, of: 10) }
    let unknown = [Self.participation(1, of: nil), Self.participation(11, of: 10)]
    #expect(Commendation.leastOfHighest(known + unknown) == nil)
  }

  /// Eight communes of 100 answers each in the first quarter: A, B and C had 125 visitors, the others 200.
  ///
  /// By hand: 99 + 60 + 99 + 97 + 4 · 99 = 751 of 800 are 93.9 %; at n = 100 three standard errors are
  /// 3 · √(0.939 · 0.061 / 100) = 7.2 points, so that B's 60 % is below the limit, and no other is below
  /// 93.9 − 1.5 · 2.4 = 90.3 %.
  private func commendation(
    asOf: String = "2025-04-01", keepingUnits: Bool = true, files: Bool = true
  ) throws -> (card: Scorecard, commendation: Commendation?) {
    let plan = try #require(
      PlanParser.parse(
        bytes: Array(
          """
          plan: p
          title: { en: Plan }
          from: 2024-01-01
          sources:
            s: { definition: s.yaml, files: [s.csv] }
          targets:
            - { id: t, title: { en: T }, source: s, measure: good, period: quarter, atLeast: 50% }
          """.utf8), file: "plan.yaml"
      ).plan)
    var query = Scorecard.Query()
    query.asOf = Period(id: asOf, calendar: .civil)?.first
    let survey = try Fixture.survey(Self.survey)
    let names = ["A", "B", "C", "D", "E", "G", "H", "I"]
    let served = names.map { "\($0),2025Q1,\("ABC".contains($0) ? 125 : 200)\n" }.joined()
    let volumes = try CountTable(
      reading: .bytes(Array(("commune,period,served\n" + served).utf8), name: "v.csv"), of: survey,
      values: [.served, .offered, .answered], calendar: .civil)
    let source = ScorecardSource(
      "s", of: plan, survey: survey, query, volumes: files ? [volumes] : [])
    let rows = names.map { name in
      let good = name == "B" ? 60 : name == "D" ? 97 : 99
      return "2025-01-10,\(name),yes,\(good)\n2025-01-10,\(name),no,\(100 - good)\n"
    }.joined()
    let part = try Fixture.part(
      TabulationPlan(survey, keeping: keepingUnits ? ["commune"] : []),
      "date,commune,good,count\n" + rows)
    let card = Scorecard(plan, query, outcomes: [source.outcome([part], [], messages: [])])
    return (card, card.sources[0].report?.commendation)
  }

  @Test func ofTheHighestStratumAllThatAreNotBelowTheLimitAreCommended() throws {
    let found = try #require(try commendation().commendation)
    #expect(found.withheld == nil && found.period?.id == "2025Q1" && found.measure == "good")
    #expect(found.rows.map(\.unit.category) == ["A", "B", "C", "D", "E", "G", "H", "I"])
    #expect(found.commended.map(\.unit.category) == ["A", "C"])
    #expect(
      found.rows.map(\.reason) == [nil, .belowLimit, nil]
        + [Commendation.Reason?](repeating: .lowerStratum, count: 5))
  }

  @Test func nothingIsSaidOfAPeriodThatIsOpen() throws {
    let found = try #require(try commendation(asOf: "2025-03-30").commendation)
    #expect(found.withheld == .noCompletePeriod && found.commended.isEmpty)
  }

  @Test func aTallyWithoutTheUnitsIsJudgedAllTheSame() throws {
    let (card, found) = try commendation(keepingUnits: false)
    #expect(found?.withheld == .notKept)
    #expect(card.failures.isEmpty)
  }

  @Test func withoutVolumesNothingIsSaid() throws {
    #expect(try commendation(files: false).commendation == nil)
  }
}
