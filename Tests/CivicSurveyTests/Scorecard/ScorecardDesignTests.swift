import SurveyDefinition
import Testing

@testable import CivicSurvey

/// A sample that was drawn with weights is judged by them on a scorecard too.
@Suite struct ScorecardDesignTests {
  private static let survey = """
    survey: households
    version: "1"
    title: { en: Households }
    coverage: sample
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date], formats: [yyyy-MM-dd] } }
    design: { weight: { columns: [w] } }
    questions:
      online: { text: { en: Online }, columns: [online], type: yesNo }
    measures:
      online: { rule: topbox, question: online, satisfied: [yes] }
    """
  private static let plan = """
    plan: p
    title: { en: Plan }
    from: 2025-01-01
    until: 2031-01-01
    sources:
      s: { definition: s.yaml, files: [s.csv] }
    targets:
      - { id: t, title: { en: T }, source: s, measure: online, atLeast: 50% }
    """

  /// By hand: 10 yes of weight 3 and 10 no of weight 1 are 30 of 40; each z is ±0.75/40, and the variance
  /// 20/19 · 20 · (0.75/40)².
  @Test func aRowHasTheDesignsFigureAndItsInterval() throws {
    let parsed = PlanParser.parse(bytes: Array(Self.plan.utf8), file: "plan.yaml")
    let plan = try #require(parsed.plan)
    let survey = try Fixture.survey(Self.survey)
    let source = ScorecardSource("s", of: plan, survey: survey, Scorecard.Query())
    let rows = (0..<20).map { "2025-05-01,\($0 < 10 ? "yes,3" : "no,1")\n" }.joined()
    let part = try Fixture.part(Fixture.plan(Self.survey), "date,online,w\n" + rows)
    let card = Scorecard(
      plan, Scorecard.Query(), outcomes: [source.outcome([part], [], messages: [])])
    guard case .figure(let verdict) = try #require(card.rows.first).content else {
      Issue.record("no figure")
      return
    }
    #expect(verdict.n == 20 && verdict.value == 0.75)
    let error = try #require(verdict.design?.standardError)
    #expect(abs(error / (20.0 / 19 * 20).squareRoot() / (0.75 / 40) - 1) < 1e-12)
    let interval = try #require(verdict.judgement.interval)
    #expect(interval.lower > 0.5 && interval.upper < 0.95)
    // Of counts it would be 10 of 20.
    #expect(verdict.judgement.verdict != .notJudged)
  }
}
