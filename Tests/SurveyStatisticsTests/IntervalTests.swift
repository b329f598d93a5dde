import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct IntervalTests {
  static let levels = [0.5, 0.80, 0.90, 0.95, 0.99, 0.998]
  /// Those that have limits for every count.
  static let countMethods: [IntervalMethod] = [.wilson, .clopperPearson, .jeffreys]

  static func make(_ method: IntervalMethod, _ successes: Int, _ trials: Int, _ level: Double)
    -> Interval?
  {
    IntervalRule(method, level: level)
      .interval(of: RateSample(successes: successes, trials: trials))
  }

  @Test func agreesWithR() throws {
    var seen: Set<IntervalMethod> = []
    for row in try ReferenceTable("intervals", rows: 1168).rows {
      let method = try #require(IntervalMethod(rawValue: try row.text("method")))
      seen.insert(method)
      let (x, n) = (try row.count("successes"), try row.count("trials"))
      let interval = try #require(Self.make(method, x, n, try row.figure("level")))
      let (lower, upper) = (try row.figure("lower"), try row.figure("upper"))
      // R's textbook formula leaves a rounding error where Wilson's limit is 0 or 1.
      #expect(x == 0 ? interval.lower == 0 : relativeError(interval.lower, lower) < 1e-9)
      #expect(x == n ? interval.upper == 1 : relativeError(interval.upper, upper) < 1e-9)
      #expect(abs(lower - interval.lower) < 1e-9 && abs(upper - interval.upper) < 1e-9)
      #expect(interval.method == method)
    }
    #expect(seen == [.wilson, .clopperPearson])
  }

  /// `prop.test(668, 1681, correct = FALSE)$conf.int`, R 4.2.2.
  @Test func agreesWithAPublishedFigure() throws {
    let interval = try #require(Interval.wilson(successes: 668, trials: 1681, level: 0.95))
    #expect(relativeError(interval.lower, 0.374_248_800_349_518) < 2e-15)
    #expect(relativeError(interval.upper, 0.420_984_158_696_086) < 2e-15)
  }

  @Test(arguments: IntervalMethod.allCases)
  func noTrialsNoInterval(method: IntervalMethod) {
    #expect(Self.make(method, 0, 0, 0.95) == nil)
  }

  @Test(arguments: countMethods)
  func endsExactlyAtTheBounds(method: IntervalMethod) throws {
    let small = Array(1...150)
    let large = [1000, 999_983, 1_000_000_007, 1_000_000_000_000_000]
    for n in small + large {
      for level in Self.levels {
        let none = try #require(Self.make(method, 0, n, level))
        let all = try #require(Self.make(method, n, n, level))
        #expect(none.lower == 0 && none.upper > 0 && none.upper < 1)
        #expect(all.upper == 1 && all.lower < 1 && all.lower > 0)
      }
    }
  }

  @Test(arguments: countMethods)
  func holdsItsEstimateInsideTheBounds(method: IntervalMethod) throws {
    var random = SeededRandom(seed: 3)
    for round in 0..<600 {
      let n = Int.random(in: 1...(1 << (round % 50)), using: &random)
      let x = Int.random(in: 0...n, using: &random)
      let level = Self.levels[round % Self.levels.count]
      let interval = try #require(Self.make(method, x, n, level))
      let estimate = Double(x) / Double(n)
      #expect(0 <= interval.lower && interval.lower <= estimate, "\(x) of \(n)")
      #expect(estimate <= interval.upper && interval.upper <= 1, "\(x) of \(n)")
      #expect(interval.lower < interval.upper)
      #expect(interval.level == level)
    }
  }

  @Test(arguments: countMethods)
  func failuresMirrorSuccesses(method: IntervalMethod) throws {
    var random = SeededRandom(seed: 4)
    for round in 0..<600 {
      let n = Int.random(in: 1...(1 << (round % 50)), using: &random)
      let x = Int.random(in: 0...n, using: &random)
      let one = try #require(Self.make(method, x, n, 0.95))
      let other = try #require(Self.make(method, n - x, n, 0.95))
      #expect(abs(one.lower - (1 - other.upper)) <= 0x1p-50, "\(x) of \(n)")
      #expect(abs(one.upper - (1 - other.lower)) <= 0x1p-50, "\(x) of \(n)")
    }
  }

  @Test(arguments: countMethods)
  func limitsRiseWithSuccessesAndWidenWithTheLevel(method: IntervalMethod) throws {
    for n in [1, 2, 7, 38, 77, 400] {
      let row = try (0...n).map { try #require(Self.make(method, $0, n, 0.95)) }
      for (one, next) in zip(row, row.dropFirst()) {
        #expect(one.lower < next.lower && one.upper < next.upper)
      }
      for x in 0...n {
        let nested = try Self.levels.map { try #require(Self.make(method, x, n, $0)) }
        for (inner, outer) in zip(nested, nested.dropFirst()) {
          #expect(outer.lower <= inner.lower && inner.upper <= outer.upper)
        }
      }
    }
  }

  /// A limit of Clopper and Pearson is where the exact test has α/2.
  @Test func clopperPearsonInvertsTheExactTest() throws {
    for (x, n) in [(1, 1), (1, 10), (7, 20), (340, 400), (1886, 2190), (85_000, 100_000)] {
      for level in Self.levels {
        let interval = try #require(
          Interval.clopperPearson(successes: x, trials: n, level: level))
        let below = BinomialDistribution(trials: n, probability: interval.lower).atLeast(x)
        #expect(relativeError(below, (1 - level) / 2) < 1e-11)
        guard x < n else { continue }
        let above = BinomialDistribution(trials: n, probability: interval.upper).atMost(x)
        #expect(relativeError(above, (1 - level) / 2) < 1e-11)
      }
    }
  }
}
