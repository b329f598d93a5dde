import SurveyTestSupport
import Testing

@testable import SurveyStatistics

/// `met` and `missed` are each said falsely with a probability of at most (1 − level) / 2.
///
/// A verdict is false most often where the true rate is just the target. The probabilities are R's.
@Suite struct VerdictPromiseTests {
  /// The rule under test, or the same one with the exact tail taken out.
  struct Judge {
    let bound: Bound
    let level: Double
    /// False: by the interval alone, which the tests must find out.
    var usesTail = true

    enum Bound: CaseIterable { case atLeast, atMost }

    func rule(_ thousandths: Int) -> TargetRule {
      let share = Share(numerator: thousandths, denominator: 1000)
      return TargetRule(
        bound: bound == .atLeast ? .atLeast(share) : .atMost(share), isCensus: false,
        rule: IntervalRule(.wilson, level: level))
    }

    /// The verdict of a sure count; `interval` is that of the count.
    func verdict(_ x: Int, of n: Int, against thousandths: Int, _ interval: Interval) -> Verdict? {
      if usesTail {
        return rule(thousandths).sureVerdict(on: x, of: n, interval: interval)
      }
      let target = Double(thousandths) / 1000
      switch bound {
      case .atLeast:
        return interval.lower >= target ? .met : interval.upper < target ? .missed : nil
      case .atMost: return interval.upper <= target ? .met : interval.lower > target ? .missed : nil
      }
    }

    /// The verdict that few satisfied lead to, and the one of many.
    var sides: (few: Verdict, many: Verdict) {
      bound == .atLeast ? (.missed, .met) : (.met, .missed)
    }
  }

  /// The n and shares at which a verdict is said of a count whose tail is too large.
  ///
  /// R's table draws two stairs through counts and shares: a count may lead to the verdict of few only
  /// under the lower stair, to that of many only above the upper one. The judgement is asked at every
  /// inner corner of the stairs, the count next to the stair at the last share before it steps.
  /// This is enough for every count and share, because the interval of a count does not depend on the
  /// share, its limits rise with the count, and so does P(X ≤ count), which falls with the share: if
  /// the corner does not have the verdict, neither has any count further in, nor any share further
  /// out. (`everyCountOfManySamples` asks for all counts.)
  private func findBroken(_ judge: Judge, _ row: VerdictTailTable.Row) throws -> [(
    n: Int, share: Int
  )] {
    let shares = VerdictTailTable.shares
    let n = row.n
    let intervals = try (0...n).map {
      try #require(Interval.wilson(successes: $0, trials: n, level: judge.level))
    }
    var broken: [(n: Int, share: Int)] = []
    for (index, share) in shares.enumerated() {
      let few = row.below[index]
      if index + 1 == shares.count || row.below[index + 1] > few,
        judge.verdict(few, of: n, against: share, intervals[few]) == judge.sides.few
      {
        broken.append((n, share))
      }
      let many = n - row.above[index]
      if index == 0 || row.above[index - 1] > row.above[index],
        judge.verdict(many, of: n, against: share, intervals[many]) == judge.sides.many
      {
        broken.append((n, share))
      }
    }
    return broken
  }

  @Test(arguments: VerdictTailTable.levels, Judge.Bound.allCases)
  func noVerdictIsSaidFalselyMoreOftenThanPromised(_ percent: Int, _ bound: Judge.Bound) throws {
    let judge = Judge(bound: bound, level: Double(percent) / 100)
    let rows = try #require(try VerdictTailTable().rows[percent])
    for row in rows {
      let broken = try findBroken(judge, row)
      #expect(broken.isEmpty, "\(broken)")
    }
  }

  /// Without the tail the same search finds hundreds of shares, one answer's 85 % among them.
  @Test(arguments: Judge.Bound.allCases)
  func theSearchFindsARuleWithoutTheTail(_ bound: Judge.Bound) throws {
    let judge = Judge(bound: bound, level: 0.95, usesTail: false)
    let rows = try #require(try VerdictTailTable().rows[95]).prefix(60)
    let broken = try rows.flatMap { try findBroken(judge, $0) }
    #expect(broken.count > 500)
    #expect(Set(broken.map(\.n)) == Set(1...60))
  }

  /// The probabilities themselves, summed from R's table: with the tail at most 0.025, without it 0.15
  /// for one answer against 85 %, and more than 0.1 for others.
  @Test func withoutTheTailOneAnswerIsWrongInFifteenOfAHundred() throws {
    var falsely: [Bool: [String: Double]] = [:]
    for row in try ReferenceTable("verdict-tails", rows: 195).rows {
      let (n, x) = (try row.count("n"), try row.count("x"))
      let thousandths = Int((try row.figure("t") * 1000).rounded())
      let interval = try #require(Interval.wilson(successes: x, trials: n, level: 0.95))
      for usesTail in [true, false] {
        let judge = Judge(bound: .atLeast, level: 0.95, usesTail: usesTail)
        let key = "\(n) against \(thousandths)"
        if judge.verdict(x, of: n, against: thousandths, interval) == .missed {
          // The rows of one sample rise with x: the last one that is missed has the sum.
          falsely[usesTail, default: [:]][key] = try row.figure("below")
        }
      }
    }
    #expect(falsely[true, default: [:]].values.allSatisfy { $0 <= 0.025 })
    #expect(falsely[true, default: [:]].count > 10)
    let alone = falsely[false, default: [:]]
    for (key, wanted) in [
      ("1 against 850", 0.15), ("4 against 850", 0.109_518_75), ("3 against 950", 0.142_625),
      ("10 against 900", 0.070_190_826_4),
    ] {
      #expect(relativeError(try #require(alone[key]), wanted) < 1e-9, "\(key)")
    }
  }

  /// Every count of seeded samples: the judgement says what Wilson's limits and R's tails say, and the
  /// counts with a verdict lie at either end.
  @Test func everyCountOfManySamples() throws {
    let table = try VerdictTailTable()
    var random = SeededRandom(seed: 18)
    for _ in 0..<120 {
      let percent = VerdictTailTable.levels.randomElement(using: &random) ?? 95
      let n = Int.random(in: 1...500, using: &random)
      let place = Int.random(in: 0..<VerdictTailTable.shares.count, using: &random)
      let share = VerdictTailTable.shares[place]
      let row = try #require(table.rows[percent])[n - 1]
      for bound in Judge.Bound.allCases {
        let judge = Judge(bound: bound, level: Double(percent) / 100)
        var alone = judge
        alone.usesTail = false
        for x in 0...n {
          let judgement = judge.rule(share).judgement(satisfied: x, of: n)
          let interval = try #require(judgement.interval)
          let byInterval = alone.verdict(x, of: n, against: share, interval)
          let isAllowed =
            byInterval == judge.sides.few ? x < row.below[place] : x > n - row.above[place]
          let sure = [.met, .missed].contains(judgement.verdict) ? judgement.verdict : nil
          #expect(sure == (isAllowed ? byInterval : nil), "\(x) of \(n), \(share), \(percent)")
        }
      }
    }
  }
}
