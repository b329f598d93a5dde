import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct DesignIntervalTests {
  /// A rate as R's `svymean` estimates it.
  static func estimate(
    _ rate: Double, _ error: Double, df: Int, n: Int,
    _ position: RateEstimate.Position = .between
  ) -> RateEstimate {
    RateEstimate(
      rate: rate, complement: 1 - rate, standardError: error, degreesOfFreedom: df, n: n,
      position: position)
  }

  @Test func intervalsOfDesignsAgreeWithR() throws {
    for row in try ReferenceTable("design-intervals", rows: 324).rows {
      let method = try #require(IntervalMethod(rawValue: try row.text("method")))
      let rule = IntervalRule(method, level: try row.figure("level"))
      let interval = try rule.outcome(
        of: Self.estimate(
          try row.figure("estimate"), try row.figure("se"), df: try row.count("df"),
          n: try row.count("n"))
      ).get()
      #expect(
        relativeError(interval.lower, try row.figure("lower")) < 1e-9, "line \(row.line)")
      if interval.flags.isEmpty {
        #expect(
          relativeError(interval.upper, try row.figure("upper")) < 1e-9, "line \(row.line)")
      } else {
        // R does not clip; nothing else is flagged here.
        #expect(interval.flags == [.clipped] && interval.upper == 1)
        #expect(try row.figure("upper") > 1 || method == .asin)
      }
      #expect(interval.method == method)
    }
  }

  @Test func intervalsOfCountsAgreeWithR() throws {
    for row in try ReferenceTable("count-intervals", rows: 240).rows {
      let method = try #require(IntervalMethod(rawValue: try row.text("method")))
      let sample = RateSample(successes: try row.count("x"), trials: try row.count("n"))
      let outcome = IntervalRule(method, level: try row.figure("level")).outcome(of: sample)
      guard let lower = try row.optionalFigure("lower") else {
        #expect(outcome == .failure(.degenerate), "line \(row.line)")
        continue
      }
      let (interval, upper) = (try outcome.get(), try row.figure("upper"))
      let isCut = interval.flags.contains(.clipped)
      #expect(isCut == (lower < 0 || upper > 1) || method == .asin, "line \(row.line)")
      #expect(relativeError(interval.lower, max(0, lower)) < 1e-9, "line \(row.line)")
      #expect(relativeError(interval.upper, min(1, upper)) < 1e-9, "line \(row.line)")
    }
  }

  /// At 0 of n, n of n and where clusters are alike: counted answers, with t(df) for Wilson's.
  @Test func withoutAStandardErrorTheAnswersAreCounted() throws {
    let t = StudentDistribution(degreesOfFreedom: 19).criticalValue(level: 0.95)
    for (position, rate, x) in [
      (RateEstimate.Position.atZero, 0.0, 0), (.atOne, 1, 40), (.between, 0.25, 10),
    ] {
      let estimate = Self.estimate(rate, 0, df: 19, n: 40, position)
      let counted = RateSample(successes: x, trials: 40)
      let flags: [IntervalFlag] = position == .between ? [.zeroVariance] : []
      let wilson = try IntervalRule(.wilson, level: 0.95).outcome(of: estimate).get()
      let expected = try #require(Interval.wilson(counted, level: 0.95, critical: t))
      #expect(wilson.lower == expected.lower && wilson.upper == expected.upper)
      #expect(wilson.flags == flags)
      let beta = try IntervalRule(.beta, level: 0.95).outcome(of: estimate).get()
      let exact = try #require(Interval.clopperPearson(counted, level: 0.95))
      #expect(beta.lower == exact.lower && beta.upper == exact.upper && beta.flags == flags)
      for method in [IntervalMethod.wald, .mean, .xlogit, .logit, .asin] {
        #expect(
          IntervalRule(method, level: 0.95).outcome(of: estimate) == .failure(.degenerate))
      }
    }
    // What is next to nothing is not nothing.
    let small = Self.estimate(0.25, 1e-4, df: 19, n: 40)
    #expect(try IntervalRule(.xlogit, level: 0.95).outcome(of: small).get().flags.isEmpty)
  }

  /// A domain whose estimate rounds to 1 is not at 1 unless the integers say so.
  @Test func theEndsAreToldByIntegers() throws {
    let almost = RateEstimate(
      rate: 1, complement: 1e-18, standardError: 1e-12, degreesOfFreedom: 5, n: 40,
      position: .between)
    let wilson = try IntervalRule(.wilson, level: 0.95).outcome(of: almost).get()
    #expect(wilson.lower < 1)
    let end = Self.estimate(0.999_999, 0.1, df: 5, n: 40, .atOne)
    #expect(end.rate == 1 && end.complement == 0)
  }

  @Test(arguments: IntervalMethod.allCases)
  func whatIsMissingIsSaid(_ method: IntervalMethod) throws {
    let rule = IntervalRule(method, level: 0.95)
    #expect(rule.outcome(of: RateSample(successes: 0, trials: 0)) == .failure(.noAnswers))
    #expect(
      rule.outcome(of: Self.estimate(0, 0, df: 0, n: 0, .atZero)) == .failure(.noAnswers))
    for df in [0, -1] {
      #expect(
        rule.outcome(of: Self.estimate(0.5, 0.1, df: df, n: 9)) == .failure(.noDegreesOfFreedom))
    }
    // One answer with degrees of freedom of the rest of the design: an interval from 0 or up to 1.
    for position in [RateEstimate.Position.atZero, .atOne] {
      let one = Self.estimate(position == .atZero ? 0 : 1, 0, df: 3, n: 1, position)
      guard case .success(let interval) = rule.outcome(of: one) else { continue }
      #expect(interval.lower < interval.upper)
    }
  }

  /// Whatever is estimated: a number, in order, with a width, around the estimate.
  @Test(arguments: IntervalMethod.allCases)
  func neverWithoutWidthNorOutside(_ method: IntervalMethod) throws {
    var random = SeededRandom(seed: 21)
    for _ in 0..<1500 {
      let n = 1 << Int.random(in: 1...40, using: &random)
      let p = Double.random(in: 0.000_001...0.999_999, using: &random)
      let exponent = Int.random(in: -40...40, using: &random)
      let effect = Double(sign: .plus, exponent: exponent, significand: 1)
      let estimate = Self.estimate(
        p, (p * (1 - p) / Double(n) * effect).squareRoot(),
        df: Int.random(in: 1...300, using: &random), n: n)
      let level = IntervalTests.levels.randomElement(using: &random) ?? 0.95
      switch IntervalRule(method, level: level).outcome(of: estimate) {
      case .failure(let reason): #expect(reason == .degenerate && effect < 1e-8)
      case .success(let interval):
        #expect(0 <= interval.lower && interval.lower < interval.upper && interval.upper <= 1)
        // The middle of these two is drawn to one half.
        let isDrawn = [.agrestiCoull, .jeffreys].contains(method)
        #expect(isDrawn || (interval.lower <= p && p <= interval.upper))
      }
    }
  }

  /// NCHS's never stands on more answers than there are.
  @Test func nchsCutsTheEffectiveAnswers() throws {
    let tight = Self.estimate(0.8, 0.02, df: 60, n: 200)
    let (beta, nchs) = (
      try IntervalRule(.beta, level: 0.95).outcome(of: tight).get(),
      try IntervalRule(.betaNCHS, level: 0.95).outcome(of: tight).get()
    )
    #expect(nchs.lower < beta.lower && beta.upper < nchs.upper)
    let exact = try #require(Interval.clopperPearson(successes: 160, trials: 200, level: 0.95))
    #expect(relativeError(nchs.lower, exact.lower) < 1e-12)
    // And with a design `clopper-pearson` is `beta`, under that name.
    #expect(try IntervalRule(.clopperPearson, level: 0.95).outcome(of: tight).get() == beta)
  }

  /// A rate that is 1 but for rounding, of a sample that is everybody: 0 over 0 is no interval's n.
  @Test(arguments: IntervalMethod.allCases)
  func nothingOverNothingIsNoNumber(_ method: IntervalMethod) {
    let estimate = RateEstimate(
      rate: 1, complement: 0, standardError: 0, degreesOfFreedom: 5, n: 40, position: .between)
    if case .success(let found) = IntervalRule(method, level: 0.95).outcome(of: estimate) {
      #expect(found.lower.isFinite && found.upper.isFinite && found.lower < found.upper)
    }
  }
}
