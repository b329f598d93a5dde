import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct ComparisonTests {
  private static func sample(_ satisfied: Int, _ n: Int) -> RateSample {
    RateSample(successes: satisfied, trials: n)
  }

  /// Digits that a difference near 0 loses are compared on the scale of rates.
  private static func agrees(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-9 * max(abs(expected), 1e-6)
  }

  @Test func independentRatesAgreeWithR() throws {
    for row in try ReferenceTable("differences", rows: 80).rows {
      let first = Self.sample(try row.count("x1"), try row.count("n1"))
      let second = Self.sample(try row.count("x2"), try row.count("n2"))
      let at = Comment("line \(row.line)")
      let difference = try #require(
        RateDifference.newcombe(first, minus: second, level: try row.figure("level")))
      #expect(Self.agrees(difference.lower, try row.figure("lower")), at)
      #expect(Self.agrees(difference.upper, try row.figure("upper")), at)
      #expect(difference.lower < difference.upper, at)
      let test = try #require(PooledRateTest(first, second))
      // R has NaN where both rates are 0 or both are 1.
      let chisq = try row.optionalFigure("chisq") ?? 0
      #expect(abs(test.statistic * test.statistic - chisq) <= 1e-9 * max(chisq, 1e-6), at)
      #expect(relativeError(test.pValue, try row.optionalFigure("p") ?? 1) < 1e-8, at)
    }
  }

  /// Newcombe (1998, Statistics in Medicine 17:873), table II, method 10.
  @Test func agreesWithAPublishedDifference() throws {
    let difference = try #require(
      RateDifference.newcombe(Self.sample(56, 70), minus: Self.sample(48, 80), level: 0.95))
    #expect(abs(difference.lower - 0.0524) < 5e-5 && abs(difference.upper - 0.3339) < 5e-5)
    #expect(abs(difference.estimate - 0.2) < 1e-15)
    #expect(difference.method == .newcombe && difference.level == 0.95)
  }

  @Test func noAnswersNoDifference() {
    let some = Self.sample(1, 2)
    #expect(RateDifference.newcombe(Self.sample(0, 0), minus: some, level: 0.95) == nil)
    #expect(RateDifference.newcombe(some, minus: Self.sample(0, 0), level: 0.95) == nil)
    #expect(PooledRateTest(some, Self.sample(0, 0)) == nil)
    #expect(RateDifference.newcombePaired(0, minus: 0, both: 0, of: 0, level: 0.95) == nil)
    #expect(RateDifference.newcombePairedBound(0, minus: 0, of: 0, level: 0.95) == nil)
  }

  @Test func sharesOfTheSameRespondentsAgreeWithR() throws {
    for row in try ReferenceTable("paired-differences", rows: 118).rows {
      let (first, second) = (try row.count("first"), try row.count("second"))
      let (n, level) = (try row.count("n"), try row.figure("level"))
      let at = Comment("line \(row.line)")
      let paired = try #require(
        RateDifference.newcombePaired(
          first, minus: second, both: try row.count("both"), of: n, level: level))
      #expect(Self.agrees(paired.lower, try row.figure("lower")), at)
      #expect(Self.agrees(paired.upper, try row.figure("upper")), at)
      let bound = try #require(
        RateDifference.newcombePairedBound(first, minus: second, of: n, level: level))
      #expect(Self.agrees(bound.lower, try row.figure("boundLower")), at)
      #expect(Self.agrees(bound.upper, try row.figure("boundUpper")), at)
      #expect(bound.lower < bound.upper, at)
    }
  }

  /// Of answers that exclude each other the bound is nearly z √((p₁ + p₂ − (p₁ − p₂)²) / n) wide.
  @Test func theBoundHasAMultinomialsVariance() throws {
    // 3,910 and 3,903 of 14,955 add up to less than all: nobody need have given both.
    let bound = try #require(
      RateDifference.newcombePairedBound(3910, minus: 3903, of: 14_955, level: 0.95))
    let (p, q, n) = (3910.0 / 14_955, 3903.0 / 14_955, 14_955.0)
    let half = 1.959_963_984_540_054 * ((p + q - (p - q) * (p - q)) / n).squareRoot()
    #expect(relativeError((bound.upper - bound.lower) / 2, half) < 1e-3)
    #expect(bound.lower < 0)
  }

  @Test func holmAgreesWithR() throws {
    let rows = try ReferenceTable("holm", rows: 43).rows
    for list in Set(try rows.map { try $0.count("list") }) {
      let rows = try rows.filter { try $0.count("list") == list }
      let adjusted = HolmAdjustment.adjusted(try rows.map { try $0.figure("p") })
      for (row, value) in zip(rows, adjusted) {
        #expect(relativeError(value, try row.figure("adjusted")) < 1e-14, "line \(row.line)")
      }
    }
    #expect(HolmAdjustment.adjusted([]).isEmpty)
  }

  /// 80.0 % of 9,000, 83.0 % of 10,000, 26 of 30: the second is shown to be higher than the first, the
  /// third, 86.7 % (70.3 to 94.7), is not.
  @Test func whatOverlapsTheLowestMayBeTheLowest() {
    let samples = [Self.sample(26, 30), Self.sample(8300, 10_000), Self.sample(7200, 9000)]
    #expect(LowestRates.places(in: samples, level: 0.95) == [2, 0])
    #expect(LowestRates.places(in: [Self.sample(3, 4)], level: 0.95) == [0])
    #expect(LowestRates.places(in: [], level: 0.95).isEmpty)
    // Equal rates stand together, in their order.
    #expect(
      LowestRates.places(in: [Self.sample(20, 200), Self.sample(10, 100)], level: 0.95) == [0, 1])
    // The ends are no proof: 0 of 5 against 5 of 5 is, 0 of 1 against 1 of 1 is not.
    #expect(LowestRates.places(in: [Self.sample(5, 5), Self.sample(0, 5)], level: 0.95) == [1])
    #expect(LowestRates.places(in: [Self.sample(1, 1), Self.sample(0, 1)], level: 0.95) == [1, 0])
  }

  /// The plain version: every pair, every step of Holm's by p-value, that is by the level at which the
  /// interval of the pair would end at 0.
  @Test func theLowestAreThoseThatHolmLeaves() throws {
    var random = SeededRandom(seed: 18)
    for round in 0..<120 {
      let samples = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        let n = Int.random(in: 1...(1 << (1 + round % 9)), using: &random)
        return Self.sample(Int.random(in: 0...n, using: &random), n)
      }
      let level = [0.8, 0.95][round % 2]
      let expected = samples.indices.filter { candidate in
        let pValues = samples.indices.filter { $0 != candidate }.map { other in
          Self.pValue(samples[candidate], above: samples[other])
        }
        return HolmAdjustment.adjusted(pValues).allSatisfy { $0 > (1 - level) * (1 + 1e-9) }
      }
      #expect(LowestRates.places(in: samples, level: level).sorted() == expected, "\(round)")
    }
  }

  /// 1 − the highest level at which the difference lies above 0; 1 where it never does.
  private static func pValue(_ first: RateSample, above second: RateSample) -> Double {
    func isShown(_ level: Double) -> Bool {
      RateDifference.newcombe(first, minus: second, level: level).map { $0.lower > 0 } ?? false
    }
    guard isShown(1e-6) else { return 1 }
    var (shown, notShown) = (1e-6, 1 - 1e-12)
    for _ in 0..<60 {
      let middle = (shown + notShown) / 2
      if isShown(middle) { shown = middle } else { notShown = middle }
    }
    return 1 - shown
  }

  @Test func theAnswersThatMayBeGivenMost() {
    // 3,910 and 3,903 of 14,955 cannot be told apart, 3,000 is fewer than either.
    #expect(
      LargestShares.places(of: [3903, 3000, 3910], respondents: 14_955, level: 0.95) == [2, 0])
    #expect(LargestShares.places(of: [80, 80, 10], respondents: 200, level: 0.95) == [0, 1])
    #expect(LargestShares.places(of: [0, 5], respondents: 5, level: 0.95) == [1])
    #expect(LargestShares.places(of: [0, 1], respondents: 1, level: 0.95) == [1, 0])
    #expect(LargestShares.places(of: [], respondents: 1, level: 0.95).isEmpty)
  }

  /// Of k rates that are all the same, each is left out in at most (1 − level) / 2 of all runs.
  @Test func equalRatesAreSeldomLeftOut() {
    var random = SeededRandom(seed: 873)
    let runs = 1500
    var leftOut = [Int](repeating: 0, count: 4)
    for _ in 0..<runs {
      let samples = (0..<4).map { _ in
        Self.sample((0..<60).count { _ in Double.random(in: 0..<1, using: &random) < 0.8 }, 60)
      }
      let places = Set(LowestRates.places(in: samples, level: 0.9))
      for place in 0..<4 where !places.contains(place) { leftOut[place] += 1 }
    }
    // 5 % of 1,500 are 75; three standard errors more are 100.
    #expect(leftOut.allSatisfy { $0 <= 100 }, "\(leftOut)")
  }
}
