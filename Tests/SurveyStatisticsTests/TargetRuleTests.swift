import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct TargetRuleTests {
  static func rule(
    atLeast numerator: Int, outOf denominator: Int = 100, isCensus: Bool = false,
    _ method: IntervalMethod = .wilson, level: Double = 0.95
  ) -> TargetRule {
    TargetRule(
      bound: .atLeast(Share(numerator: numerator, denominator: denominator)),
      isCensus: isCensus, rule: IntervalRule(method, level: level))
  }

  @Test(arguments: [
    (IntervalMethod.wilson, "verdicts", 2501),
    (.clopperPearson, "verdicts-clopper-pearson", 1787),
  ])
  func agreesWithR(_ method: IntervalMethod, _ table: String, _ rows: Int) throws {
    var verdicts: [Verdict: Int] = [:]
    var answers = 0
    for row in try ReferenceTable(table, rows: rows).rows {
      let share = Share(
        numerator: try row.count("numerator"), denominator: try row.count("denominator"))
      let rule = TargetRule(
        bound: try row.text("bound") == "atLeast" ? .atLeast(share) : .atMost(share),
        isCensus: try row.count("census") == 1,
        rule: IntervalRule(method, level: try row.figure("level")))
      let n = try row.count("n")
      let satisfied = try row.count("satisfied")
      let judgement = rule.judgement(satisfied: satisfied, of: n)
      let at = Comment("line \(row.line)")
      verdicts[judgement.verdict, default: 0] += 1
      answers += judgement.answersNeededAtThisRate == nil ? 0 : 1
      #expect(judgement.verdict.rawValue == (try row.text("verdict")), at)
      #expect((judgement.reason?.rawValue ?? "") == (try row.text("reason")), at)
      #expect(judgement.moreSatisfiedNeeded == (try row.optionalCount("more")), at)
      #expect(judgement.answersNeededAtThisRate == (try row.optionalCount("answers")), at)
      let (lower, upper) = (try row.optionalFigure("lower"), try row.optionalFigure("upper"))
      #expect((judgement.interval == nil) == (lower == nil), at)
      if let interval = judgement.interval, let lower, let upper {
        #expect(interval.method == method, at)
        #expect(satisfied == 0 || relativeError(interval.lower, lower) < 1e-9, at)
        #expect(satisfied == n || relativeError(interval.upper, upper) < 1e-9, at)
      }
      let pValue = try row.optionalFigure("pValue")
      #expect((judgement.pValue == nil) == (pValue == nil), at)
      #expect((judgement.pSide?.rawValue ?? "") == (try row.text("pSide")), at)
      if let value = judgement.pValue, let pValue {
        #expect(relativeError(value, pValue) < 1e-9, at)
      }
    }
    // The table is worth something only if it holds every outcome.
    #expect(Verdict.allCases.allSatisfy { verdicts[$0, default: 0] >= 40 })
    #expect(answers >= 100)
  }

  /// R 4.2.2: `prop.test(1886, 2190, correct = FALSE)`, `pbinom(1885, 2190, 0.85, lower.tail = F)`.
  @Test func reachedButNotShown() throws {
    let judgement = Self.rule(atLeast: 85).judgement(satisfied: 1886, of: 2190)
    #expect(judgement.verdict == .reachedNotShown)
    #expect(judgement.reason == nil)
    let interval = try #require(judgement.interval)
    #expect(relativeError(interval.lower, 0.846_072_935_838_998) < 2e-15)
    #expect(relativeError(interval.upper, 0.875_036_601_789_308) < 2e-15)
    #expect(relativeError(try #require(judgement.pValue), 0.074_362_990_823_275_8) < 1e-12)
    #expect(judgement.moreSatisfiedNeeded == 9)
    #expect(judgement.answersNeededAtThisRate == 3914)
  }

  /// R 4.2.2: `binom.test(1886, 2190)$conf.int`; 9 more and 3,943 answers by the table of verdicts.
  @Test func anotherMethodDecidesByItsOwnInterval() throws {
    let judgement = Self.rule(atLeast: 85, .clopperPearson).judgement(satisfied: 1886, of: 2190)
    let interval = try #require(judgement.interval)
    #expect(relativeError(interval.lower, 0.845_994_906_300_349_68) < 1e-12)
    #expect(relativeError(interval.upper, 0.875_405_677_263_849_66) < 1e-12)
    #expect(judgement.moreSatisfiedNeeded == 9)
    #expect(judgement.answersNeededAtThisRate == 3943)
    // prop.test(92, 100, correct = FALSE) begins at 0.8500, pbinom(91, 100, 0.85, lower.tail = F) is
    // 0.0275; binom.test(93, 100) begins at 0.8611, and the tail is 0.0122.
    for method in [IntervalMethod.wilson, .clopperPearson] {
      let rule = Self.rule(atLeast: 85, method)
      #expect(rule.judgement(satisfied: 92, of: 100).verdict == .reachedNotShown)
      #expect(rule.judgement(satisfied: 93, of: 100).verdict == .met)
    }
  }

  /// Where Wilson's interval alone is sure and the exact tail is not.
  ///
  /// By R 4.2.2's `pbinom` 0 of 1 against 85 % has a tail of 0.15, 10 of 17 against 80 % one of 0.0377,
  /// 22 of 22 against 85 % one of 0.0280, 23 of 23 one of 0.0238.
  @Test func anIntervalAloneIsNotEnough() throws {
    let one = Self.rule(atLeast: 85).judgement(satisfied: 0, of: 1)
    #expect(one.verdict == .notJudged && one.reason == .tooFew)
    #expect(try #require(one.interval).upper < 0.85)
    #expect(one.pValue == 1 && one.pSide == .upper && one.moreSatisfiedNeeded == nil)

    let ten = Self.rule(atLeast: 80).judgement(satisfied: 10, of: 17)
    #expect(ten.verdict == .notReachedNotExcluded && ten.reason == nil)
    #expect(try #require(ten.interval).upper < 0.8)
    // 0.8^17 is 0.0225, 16 or more of 17 have 0.1182.
    #expect(ten.moreSatisfiedNeeded == 7)

    let few = Self.rule(atLeast: 85).judgement(satisfied: 22, of: 22)
    #expect(few.reason == .tooFew && few.answersNeededAtThisRate == 22)
    #expect(try #require(few.interval).lower >= 0.85)
    #expect(Self.rule(atLeast: 85).judgement(satisfied: 23, of: 23).verdict == .met)
  }

  /// R 4.2.2: `pbinom(400, 500, 0.85)`.
  @Test func aMissedTargetHasTheOtherTail() throws {
    let missed = Self.rule(atLeast: 85).judgement(satisfied: 400, of: 500)
    #expect(missed.verdict == .missed && missed.pSide == .lower)
    #expect(relativeError(try #require(missed.pValue), 0.001_529_571_527_598_016_9) < 1e-9)
    // Withheld, it claims nothing.
    let withheld = Self.rule(atLeast: 85)
      .judgement(satisfied: 400, of: 500, despite: .lossesOverLimit)
    #expect(withheld.verdict == .notJudged && withheld.reason == .lossesOverLimit)
    #expect(withheld.interval == missed.interval && withheld.pSide == .upper)
    #expect(try #require(withheld.pValue) > 0.998)
    let most = TargetRule(
      bound: .atMost(Share(numerator: 15, denominator: 100)), isCensus: false,
      rule: IntervalRule(.wilson, level: 0.95))
    #expect(most.judgement(satisfied: 100, of: 500).pSide == .upper)
    #expect(most.judgement(satisfied: 50, of: 500).pSide == .lower)
  }

  /// One answer against 95 % at a level of 90 %: the tail is the limit, 0.05, however both are rounded.
  @Test func aTailThatIsTheLimitIsSmallEnough() {
    for (percent, level) in [(950, 0.9), (975, 0.95), (995, 0.99)] {
      let rule = TargetRule(
        bound: .atLeast(Share(numerator: percent, denominator: 1000)), isCensus: false,
        rule: IntervalRule(.wilson, level: level))
      #expect(rule.judgement(satisfied: 0, of: 1).verdict == .missed)
      let mirror = TargetRule(
        bound: .atMost(Share(numerator: 1000 - percent, denominator: 1000)), isCensus: false,
        rule: IntervalRule(.wilson, level: level))
      #expect(mirror.judgement(satisfied: 1, of: 1).verdict == .missed)
    }
  }

  /// Next to the target the number of answers grows past what can be counted.
  @Test func aRateThatIsAllButTheTargetNeedsTooManyAnswers() {
    let n = 1_000_000_000_000_000
    let almost = Self.rule(atLeast: 85, .clopperPearson)
      .judgement(satisfied: 850_000_000_000_001, of: n)
    #expect(almost.verdict == .reachedNotShown && almost.answersNeededAtThisRate == nil)
  }

  @Test func tooFewAnswersToShowAnything() throws {
    let judgement = Self.rule(atLeast: 85).judgement(satisfied: 20, of: 20)
    #expect(judgement.verdict == .notJudged)
    #expect(judgement.reason == .tooFew)
    #expect(judgement.moreSatisfiedNeeded == nil)
    #expect(abs(try #require(judgement.interval).lower - 0.838_875) < 5e-7)
    #expect(judgement.pValue != nil)
    // 1 of 20 excludes the target though 20 of 20 would not show it.
    let excluded = Self.rule(atLeast: 85).judgement(satisfied: 1, of: 20)
    #expect(excluded.verdict == .missed)
    #expect(excluded.reason == nil)
    #expect(excluded.moreSatisfiedNeeded == nil)
  }

  @Test func censusIsJudgedByTheFraction() {
    let eighty = Self.rule(atLeast: 80, isCensus: true)
    #expect(
      eighty.judgement(satisfied: 8210, of: 10_200)
        == Judgement(verdict: .met, moreSatisfiedNeeded: 0))
    #expect(
      eighty.judgement(satisfied: 8159, of: 10_200)
        == Judgement(verdict: .missed, moreSatisfiedNeeded: 1))
    let all = Self.rule(atLeast: 100, isCensus: true)
    #expect(all.judgement(satisfied: 17, of: 17).verdict == .met)
    #expect(all.judgement(satisfied: 16, of: 17).verdict == .missed)
    #expect(all.judgement(satisfied: 16, of: 17).moreSatisfiedNeeded == 1)
    let wilson = IntervalRule(.wilson, level: 0.95)
    let most = TargetRule(
      bound: .atMost(Share(numerator: 15, denominator: 100)), isCensus: true, rule: wilson)
    #expect(most.judgement(satisfied: 60, of: 400) == Judgement(verdict: .met))
    #expect(most.judgement(satisfied: 61, of: 400) == Judgement(verdict: .missed))
  }

  @Test(arguments: [true, false])
  func noAnswers(isCensus: Bool) {
    let judgement = Self.rule(atLeast: 85, isCensus: isCensus).judgement(satisfied: 0, of: 0)
    #expect(judgement == .notJudged(.noAnswers))
  }

  /// Wilson's lower limit is below 1 for every n: a sample may refute "all", never show it.
  @Test(arguments: [1, 2, 17, 1000, 1_000_000, 1_000_000_000_000_000])
  func wholeOfASampleIsNeverShown(n: Int) {
    let rule = Self.rule(atLeast: 100)
    let all = rule.judgement(satisfied: n, of: n)
    #expect(all.verdict == .notJudged && all.reason == .tooFew)
    #expect(all.pValue == 1 && all.answersNeededAtThisRate == nil)
    #expect(rule.judgement(satisfied: n - 1, of: n).verdict == .missed)
    let none = TargetRule(
      bound: .atMost(Share(numerator: 0, denominator: 1)), isCensus: false, rule: rule.rule)
    #expect(none.judgement(satisfied: 0, of: n).reason == .tooFew)
    #expect(none.judgement(satisfied: 0, of: n).pValue == 1)
    #expect(none.judgement(satisfied: 1, of: n).verdict == .missed)
  }

  /// Nobody satisfied reaches 0 %, and shows nothing.
  @Test func targetOfNothingIsAlwaysReached() {
    let rule = Self.rule(atLeast: 0)
    for satisfied in 0...5 {
      let judgement = rule.judgement(satisfied: satisfied, of: 5)
      #expect(judgement.verdict == (satisfied == 0 ? .reachedNotShown : .met))
      #expect(judgement.pValue == (satisfied == 0 ? 1 : 0))
      #expect(judgement.answersNeededAtThisRate == (satisfied == 0 ? nil : 1))
    }
  }

  @Test func roundingNeverCarriesAnEstimateAcrossTheTarget() {
    let rule = Self.rule(atLeast: 85)
    #expect(rule.judgement(satisfied: 340, of: 400).verdict == .reachedNotShown)
    #expect(rule.judgement(satisfied: 340, of: 400).answersNeededAtThisRate == nil)
    let n = 1_000_000_000_000_000
    let exact = 850_000_000_000_000
    #expect(rule.judgement(satisfied: exact, of: n).verdict == .reachedNotShown)
    #expect(rule.judgement(satisfied: exact - 1, of: n).verdict == .notReachedNotExcluded)
    // (p − t) is 1e-15: z² · 0.1275 / 1e-30 passes 2⁶².
    #expect(rule.judgement(satisfied: exact + 1, of: n).answersNeededAtThisRate == nil)
  }

  /// Random rules and counts; the laws that hold between the figures of one judgement.
  @Test(arguments: [(IntervalMethod.wilson, 3000), (.clopperPearson, 500)])
  func figuresNeverContradictEachOther(_ method: IntervalMethod, _ rounds: Int) throws {
    var random = SeededRandom(seed: 5)
    for round in 0..<rounds {
      let denominator = [1, 3, 10, 100, 1000][round % 5]
      let share = Share(
        numerator: Int.random(in: 0...denominator, using: &random), denominator: denominator)
      let n = Int.random(in: 1...(1 << (1 + round % 40)), using: &random)
      // Half of the cases next to the target.
      let near = share.smallestCount(reachingOutOf: n) + Int.random(in: -3...3, using: &random)
      let x = round % 2 == 0 ? Int.random(in: 0...n, using: &random) : min(max(near, 0), n)
      let level = IntervalTests.levels[round % IntervalTests.levels.count]
      let rule = TargetRule(
        bound: .atLeast(share), isCensus: false, rule: IntervalRule(method, level: level))
      let judgement = rule.judgement(satisfied: x, of: n)
      let interval = try #require(judgement.interval)
      let pValue = try #require(judgement.pValue)
      let at = Comment("\(x) of \(n) against \(share), \(level)")
      #expect((0...1).contains(pValue), at)
      #expect((judgement.verdict == .met) == (judgement.moreSatisfiedNeeded == 0), at)
      #expect((judgement.verdict == .notJudged) == (judgement.reason != nil), at)
      let tails = BinomialDistribution(trials: n, probability: share.value)
      let (above, below) = (tails.atLeast(x), tails.atMost(x))
      let limit = (1 - level) / 2
      #expect(
        (judgement.verdict == .met) == (interval.lower >= share.value && above <= limit), at)
      #expect(
        (judgement.verdict == .missed) == (interval.upper < share.value && below <= limit), at)
      #expect(pValue == (judgement.verdict == .missed ? below : above), at)
      let order = share.order(of: x, outOf: n)
      if judgement.verdict == .reachedNotShown { #expect(order != .below, at) }
      if judgement.verdict == .notReachedNotExcluded { #expect(order == .below, at) }
      if judgement.verdict == .met { #expect(order != .below, at) }
      if judgement.verdict == .missed { #expect(order == .below, at) }
      if let more = judgement.moreSatisfiedNeeded {
        #expect(rule.judgement(satisfied: x + more, of: n).verdict == .met, at)
        if more > 0 {
          #expect(rule.judgement(satisfied: x + more - 1, of: n).verdict != .met, at)
        }
      }
      if let answers = judgement.answersNeededAtThisRate {
        #expect(order == .above, at)
        #expect((answers <= n) == (interval.lower >= share.value), at)
      }
      try expectMirror(of: judgement, x, n, share, rule.rule, at)
    }
  }

  /// "At least t satisfied" and "at most 1 − t not satisfied" are one target.
  private func expectMirror(
    of judgement: Judgement, _ x: Int, _ n: Int, _ share: Share, _ rule: IntervalRule, _ at: Comment
  ) throws {
    let rest = Share(
      numerator: share.denominator - share.numerator, denominator: share.denominator)
    let mirror = TargetRule(bound: .atMost(rest), isCensus: false, rule: rule)
      .judgement(satisfied: n - x, of: n)
    #expect(mirror.verdict == judgement.verdict, at)
    #expect(mirror.reason == judgement.reason, at)
    #expect(mirror.moreSatisfiedNeeded == nil && mirror.answersNeededAtThisRate == nil, at)
    #expect(mirror.pSide != judgement.pSide, at)
    // The two targets are rounded apart; a deep tail of many trials feels it.
    let (one, other) = (try #require(judgement.pValue), try #require(mirror.pValue))
    if one > 1e-30 { #expect(relativeError(other, one) < 1e-8, at) }
    let census = TargetRule(bound: .atLeast(share), isCensus: true, rule: rule)
    let mirroredCensus = TargetRule(bound: .atMost(rest), isCensus: true, rule: rule)
    #expect(
      census.judgement(satisfied: x, of: n).verdict
        == mirroredCensus.judgement(satisfied: n - x, of: n).verdict, at)
  }

  @Test(arguments: IntervalTests.countMethods)
  func verdictsOnlyImproveWithSatisfaction(method: IntervalMethod) {
    let ranks: [Verdict: Int] = [
      .missed: 0, .notReachedNotExcluded: 1, .reachedNotShown: 2, .met: 3,
    ]
    for n in [30, 100, 401] {
      let verdicts = (0...n).map {
        Self.rule(atLeast: 85, method).judgement(satisfied: $0, of: n).verdict
      }
      let order = verdicts.compactMap { ranks[$0] }
      #expect(order.count == n + 1)
      #expect(order == order.sorted())
      #expect(Set(order) == [0, 1, 2, 3])
    }
  }

  /// At p = 3/4, t = 1/2 and z = 1 the formula gives exactly 4: a rounding error must not make it 5.
  @Test func answersNeededIsNotRoundedPastAnInteger() throws {
    // The level at which z is 1, erf(√½), and its neighbours.
    let level = 0.682_689_492_137_085_9
    for step in -3...3 {
      let rule = Self.rule(atLeast: 50, level: level + Double(step) * level.ulp)
      #expect(rule.judgement(satisfied: 6, of: 8).answersNeededAtThisRate == 4)
      // With 4 answers at hand the interval says on which side of 4 it is.
      let border = rule.judgement(satisfied: 3, of: 4)
      let isShown = try #require(border.interval).lower >= 0.5
      #expect(border.answersNeededAtThisRate == (isShown ? 4 : 5))
    }
  }

  @Test func namesAreThoseOfReports() {
    #expect(
      Verdict.allCases.map(\.rawValue) == [
        "met", "reached-not-shown", "not-reached-not-excluded", "missed", "not-judged",
      ])
    #expect(
      NotJudgedReason.allCases.map(\.rawValue) == [
        "no-answers", "n-too-small", "suppressed", "not-in-force", "scope-unknown",
        "losses-over-limit", "losses-unknown", "degenerate", "no-df",
      ])
    #expect(
      IntervalMethod.allCases.map(\.rawValue) == [
        "wilson", "clopper-pearson", "beta", "beta-nchs", "xlogit", "logit", "agresti-coull",
        "jeffreys", "wald", "mean", "asin",
      ])
  }
}
