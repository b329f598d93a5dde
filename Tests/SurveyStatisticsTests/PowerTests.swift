import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct PowerTests {
  @Test func agreesWithR() throws {
    for row in try ReferenceTable("power", rows: 80).rows {
      let share = Share(
        numerator: try row.count("numerator"), denominator: try row.count("denominator"))
      let rule = IntervalRule(.wilson, level: try row.figure("level"))
      for (bound, column) in [
        (TargetRule.Bound.atLeast(share), Substring("atLeast")), (.atMost(share), "atMost"),
      ] {
        let judgement = TargetRule(bound: bound, isCensus: false, rule: rule)
          .judgement(satisfied: try row.count("satisfied"), of: try row.count("n"))
        #expect(
          judgement.answersForPower80 == (try row.optionalCount(column)),
          "line \(row.line), \(column)")
      }
    }
  }

  /// 423 of 485 against 85 %: 997 answers "at this rate" would show it in half of all cases, 1,959 in
  /// four of five (R 4.2.2: 0.5065 and 0.7938, by the exact distribution of the count).
  @Test func itIsThePowerThatIsPromised() throws {
    let target = Share(numerator: 85, denominator: 100)
    let rule = TargetRule(
      bound: .atLeast(target), isCensus: false, rule: IntervalRule(.wilson, level: 0.95))
    let judgement = rule.judgement(satisfied: 423, of: 485)
    #expect(judgement.answersNeededAtThisRate == 997)
    #expect(judgement.answersForPower80 == 1959)
    func power(_ n: Int) throws -> Double {
      let first = try #require(
        (0...n).first {
          (rule.rule.interval(of: RateSample(successes: $0, trials: n))?.lower ?? 0) >= target.value
        })
      return BinomialDistribution(trials: n, probability: 423.0 / 485).atLeast(first)
    }
    #expect(abs(try power(997) - 0.506_531_614_980_712) < 1e-12)
    #expect(abs(try power(1959) - 0.793_779_789_362_877) < 1e-12)
  }

  @Test func thereIsNoneWithoutAMargin() {
    let target = Share(numerator: 85, denominator: 100)
    func answers(_ satisfied: Int, _ n: Int, isCensus: Bool = false) -> Int? {
      TargetRule(
        bound: .atLeast(target), isCensus: isCensus, rule: IntervalRule(.wilson, level: 0.95)
      ).judgement(satisfied: satisfied, of: n).answersForPower80
    }
    // Exactly at the target, below it, of nobody, of everybody.
    #expect(answers(340, 400) == nil)
    #expect(answers(339, 400) == nil)
    #expect(answers(0, 0) == nil)
    #expect(answers(350, 400, isCensus: true) == nil)
    // Next to the target the number grows without bound.
    #expect(answers(850_000_000_000_001, 1_000_000_000_000_000) == nil)
  }
}
