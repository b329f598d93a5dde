import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct DesignVerdictTests {
  private static func rule(
    _ method: IntervalMethod = .wilson, atMost: Bool = false, percent: Int = 85
  ) -> TargetRule {
    let share = Share(numerator: percent, denominator: 100)
    return TargetRule(
      bound: atMost ? .atMost(share) : .atLeast(share), isCensus: false,
      rule: IntervalRule(method, level: 0.95))
  }

  private static func judge(
    _ rate: Double, _ error: Double, df: Int, n: Int, effect: Double?,
    position: RateEstimate.Position = .between, by rule: TargetRule = rule()
  ) -> Judgement {
    rule.judgement(
      of: RateEstimate(
        rate: rate, complement: 1 - rate, standardError: error, degreesOfFreedom: df, n: n,
        position: position), designEffect: effect, order: rule.share.order(of: rate))
  }

  /// Kiosk answers of R's `svymean`: 0.8976 (0.00813) on 19 degrees of freedom.
  @Test func aDesignDecidesByBothIntervals() throws {
    let met = Self.judge(
      0.897_631_062_982_837, 0.008_132_839_994_410_07, df: 19, n: 2280, effect: 1.642_608)
    #expect(met.verdict == .met && met.reason == nil && met.moreSatisfiedNeeded == 0)
    #expect(met.pValue == nil && met.pSide == nil && met.answersNeededAtThisRate == nil)
    // (1.96 √(0.85 · 0.15) + 0.8416 √(0.8976 · 0.1024))² / 0.04763² · 1.6426, R 4.2.2: 660.29.
    #expect(met.answersForPower80 == 661)
    #expect(Self.judge(0.8, 0.02, df: 19, n: 400, effect: 1).verdict == .missed)
    #expect(Self.judge(0.86, 0.02, df: 19, n: 400, effect: 1).verdict == .reachedNotShown)
    #expect(Self.judge(0.84, 0.02, df: 19, n: 400, effect: 1).verdict == .notReachedNotExcluded)
  }

  @Test func whatCannotBeJudgedIsSaid() {
    #expect(Self.judge(0, 0, df: 0, n: 0, effect: nil, position: .atZero).reason == .noAnswers)
    #expect(Self.judge(0.5, 0.1, df: 0, n: 40, effect: nil).reason == .noDegreesOfFreedom)
    let wald = Self.rule(.wald)
    #expect(
      Self.judge(1, 0, df: 9, n: 40, effect: nil, position: .atOne, by: wald).reason
        == .degenerate)
    // 22 of 22 are not enough for 85 %; nor are 60 of 60 with a design effect of 3.
    #expect(
      Self.judge(1, 0, df: 300, n: 22, effect: nil, position: .atOne).reason == .tooFew)
    #expect(Self.judge(0.9, 0.066, df: 300, n: 60, effect: 3).reason == .tooFew)
    #expect(
      Self.judge(1, 0, df: 300, n: 60, effect: nil, position: .atOne).verdict == .met)
    let objected = Self.rule().judgement(
      of: RateEstimate(
        rate: 0.9, complement: 0.1, standardError: 0.01, degreesOfFreedom: 9, n: 400,
        position: .between), designEffect: 1, order: .above, despite: .lossesOverLimit)
    #expect(objected.verdict == .notJudged && objected.reason == .lossesOverLimit)
    #expect(objected.interval != nil)
  }

  /// k more satisfied of the same n are enough, and k − 1 are not, with the design effect as it is.
  @Test func moreSatisfiedNeededHoldsTheDesignEffect() throws {
    var random = SeededRandom(seed: 51)
    for _ in 0..<60 {
      let n = 100 + random.below(3000)
      let effect = Double.random(in: 0.5...4, using: &random)
      let rate = Double.random(in: 0.7...0.95, using: &random)
      func judge(_ rate: Double) -> Judgement {
        let error = (rate * (1 - rate) / Double(n) * effect).squareRoot()
        return Self.judge(rate, error, df: 40, n: n, effect: effect)
      }
      let judgement = judge(rate)
      guard let more = judgement.moreSatisfiedNeeded else {
        #expect(judgement.verdict != .met)
        continue
      }
      #expect((more == 0) == (judgement.verdict == .met))
      let enough = rate + Double(more) / Double(n)
      if enough < 1 { #expect(judge(enough).verdict == .met) }
      if more > 1 { #expect(judge(rate + Double(more - 1) / Double(n)).verdict != .met) }
    }
  }

  /// A variance that looks small is not believed past what unequal weights leave of n.
  @Test func unequalWeightsBoundWhatIsBelieved() {
    for (kish, verdict) in [(nil, Verdict.met), (30.0, .reachedNotShown)] as [(Double?, Verdict)] {
      let estimate = RateEstimate(
        rate: 0.95, complement: 0.05, standardError: 0.01, degreesOfFreedom: 78, n: 80,
        position: .between, kishN: kish)
      let rule = Self.rule()
      #expect(
        rule.judgement(of: estimate, designEffect: 0.1, order: .above).verdict == verdict)
    }
  }

  /// `atMost` mirrors every rule.
  @Test func atMostMirrors() {
    var random = SeededRandom(seed: 52)
    for _ in 0..<300 {
      let rate = Double.random(in: 0.02...0.98, using: &random)
      let (n, df) = (5 + random.below(900), 1 + random.below(60))
      let effect = Double.random(in: 0.3...5, using: &random)
      let error = (rate * (1 - rate) / Double(n) * effect).squareRoot()
      let one = Self.judge(rate, error, df: df, n: n, effect: effect)
      let other = Self.rule(atMost: true, percent: 15)
      let mirrored = Self.judge(1 - rate, error, df: df, n: n, effect: effect, by: other)
      #expect(one.verdict == mirrored.verdict && one.reason == mirrored.reason, "\(rate) \(n)")
    }
  }

  /// Whatever the method, `met` and `missed` are Wilson's and more.
  @Test(arguments: IntervalMethod.allCases)
  func everyMethodNeedsBoth(_ method: IntervalMethod) throws {
    let exact = IntervalRule(.betaNCHS, level: 0.95)
    for thousandths in stride(from: 700, through: 990, by: 5) {
      let rate = Double(thousandths) / 1000
      let estimate = RateEstimate(
        rate: rate, complement: 1 - rate, standardError: (rate * (1 - rate) / 300).squareRoot(),
        degreesOfFreedom: 25, n: 400, position: .between)
      let rule = Self.rule(method)
      let verdict = rule.judgement(
        of: estimate, designEffect: 1.33, order: rule.share.order(of: rate)
      ).verdict
      let sides = [
        rule.side(of: try rule.rule.outcome(of: estimate).get()),
        rule.side(of: try exact.outcome(of: estimate).get()),
      ]
      #expect((verdict == .met) == sides.allSatisfy { $0 == .met })
      #expect((verdict == .missed) == sides.allSatisfy { $0 == .missed })
    }
  }

  /// 340 of 400 is exactly 85 % in any unit of weight.
  @Test func weightsAreComparedInIntegers() {
    let share = Share(numerator: 85, denominator: 100)
    for unit in [UInt128(1), 1_000_000_000_000, 1 << 110] {
      #expect(share.order(of: 340 * unit, outOf: 400 * unit) == .equal)
      #expect(share.order(of: 340 * unit - 1, outOf: 400 * unit) == .below)
      #expect(share.order(of: 340 * unit + 1, outOf: 400 * unit) == .above)
    }
    #expect(share.order(of: 0.85) == .equal && share.order(of: 0.849_999) == .below)
  }
}
