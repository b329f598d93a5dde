import Foundation
import SurveyTestSupport
import Testing

@testable import SurveyStatistics

/// How often `met` and `missed` are said falsely of a rate exactly at its target, where a design says how
/// sure it is; beside it, what Wilson's interval and the exact tail say of the same answers on n.
///
/// Promised: of strata neither word, and of clusters `missed`, more often than (1 − level)/2, but for the
/// simulation's own error; `met` at most 5 % from 10 clusters and up to a
/// correlation of 0.05. All else is written down, in Tests/Reference/verdict-promise.md, and not promised.
@Suite struct DesignPromiseTests {
  static let targets = [85, 90, 95]
  static let runs = 3000

  /// The rule, and the counts at which answers on n would be sure.
  struct Judge {
    let target: TargetRule
    let met: Int
    let missed: Int
    let n: Int

    init(_ percent: Int, n: Int) {
      let share = Share(numerator: percent, denominator: 100)
      let target = TargetRule(
        bound: .atLeast(share), isCensus: false, rule: IntervalRule(.wilson, level: 0.95))
      func verdict(_ x: Int) -> Verdict? {
        Interval.wilson(successes: x, trials: n, level: 0.95).flatMap {
          target.sureVerdict(on: x, of: n, interval: $0)
        }
      }
      // Verdicts rise with the count.
      var (low, high) = (0, n + 1)
      while low < high {
        let middle = (low + high) / 2
        if verdict(middle) == .met { high = middle } else { low = middle + 1 }
      }
      met = low
      (low, high) = (0, met)
      while low < high {
        let middle = (low + high) / 2
        if verdict(middle) != .missed { high = middle } else { low = middle + 1 }
      }
      missed = low - 1
      self.n = n
      self.target = target
    }

    /// What the design's estimate is sure of.
    func verdict(_ estimate: RateEstimate) -> Verdict? {
      guard case .success(let interval) = target.rule.outcome(of: estimate) else { return nil }
      return target.sureVerdict(on: estimate, interval: interval)
    }
  }

  /// One row of the table, in shares.
  struct Row {
    let name: String
    var met = 0.0
    var missed = 0.0
    var metOnN = 0.0
    var missedOnN = 0.0

    var line: String {
      func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
      }
      return "| \(name) | \(percent(met)) | \(percent(missed)) | \(percent(metOnN)) "
        + "| \(percent(missedOnN)) |"
    }

    static let introduction = """
      # How often a verdict is false

      A rate is exactly at its target; in percent, how often it is called `met` and `missed`, at a level
      of 95 %. With the design: Wilson's interval on the effective answers with t(df), and Korn and
      Graubard's on Kish's n at the most, both on one side. On n: Wilson's interval and the exact tail, as if answers
      were independent and counted alike. Strata differ by 4 points and are exact, over all counts;
      clusters are 3,000 seeded simulations a row, with a standard error of 0.3 points at 2.5 %.

      Held by a test: 2.5 % for both words of strata; 2.5 % and three standard errors for `missed` of
      clusters; 5 % for `met` from 10 clusters and up to an intraclass correlation (ICC) of 0.05. The rest
      is as it is: with few clusters or a higher ICC `met` is said falsely more often.

      """
    static let header = """
      | answers | met | missed | met, on n | missed, on n |
      |---|---|---|---|---|
      """
  }

  // MARK: - Clusters

  /// The estimate of equal clusters, from Σx and Σx² over them: what ``SampleDesign`` gives.
  static func estimate(_ sum: Int, _ squares: Int, clusters: Int, size: Int) -> RateEstimate {
    let n = clusters * size
    let spread = Double(clusters * squares - sum * sum) / Double(clusters)
    let variance = Double(clusters) / Double(clusters - 1) * spread / Double(n) / Double(n)
    return RateEstimate(
      rate: Double(sum) / Double(n), complement: Double(n - sum) / Double(n),
      standardError: variance.squareRoot(), degreesOfFreedom: clusters - 1, n: n,
      position: sum == 0 ? .atZero : sum == n ? .atOne : .between)
  }

  private static func clustered(
    _ percent: Int, _ clusters: Int, _ size: Int, _ icc: Double, _ random: inout SeededRandom
  ) -> Row {
    let judge = Judge(percent, n: clusters * size)
    let cluster = BetaBinomial(size: size, rate: Double(percent) / 100, icc: icc)
    var known: [Int: Verdict?] = [:]
    var counts = (met: 0, missed: 0, metOnN: 0, missedOnN: 0)
    for _ in 0..<runs {
      var (sum, squares) = (0, 0)
      for _ in 0..<clusters {
        let x = cluster.draw(random.next())
        sum += x
        squares += x * x
      }
      let key = sum << 32 | squares
      let verdict: Verdict?
      if let seen = known[key] {
        verdict = seen
      } else {
        verdict = judge.verdict(estimate(sum, squares, clusters: clusters, size: size))
        known[key] = .some(verdict)
      }
      if verdict == .met { counts.met += 1 }
      if verdict == .missed { counts.missed += 1 }
      if sum >= judge.met { counts.metOnN += 1 }
      if sum <= judge.missed { counts.missedOnN += 1 }
    }
    func share(_ count: Int) -> Double { Double(count) / Double(runs) }
    return Row(
      name: "\(percent) %, \(clusters) clusters of \(size), ICC \(icc)", met: share(counts.met),
      missed: share(counts.missed), metOnN: share(counts.metOnN),
      missedOnN: share(counts.missedOnN))
  }

  static func clusteredRows() -> [(row: Row, clusters: Int, icc: Double)] {
    var random = SeededRandom(seed: 2121)
    var rows: [(row: Row, clusters: Int, icc: Double)] = []
    for percent in targets {
      for size in [4, 40] {
        for clusters in [5, 10, 20, 50] {
          for icc in [0, 0.01, 0.05, 0.1] {
            rows.append((clustered(percent, clusters, size, icc, &random), clusters, icc))
          }
        }
      }
    }
    return rows
  }

  // MARK: - Strata

  /// Two strata, one with less than the target and one with more, together exactly at it.
  ///
  /// Exact: over all counts of the two.
  static func stratified(
    _ percent: Int, sizes: (Int, Int), shares: (Double, Double)
  ) -> Row {
    let target = Double(percent) / 100
    let step = 0.04
    let rates = (target - step * shares.1, target + step * shares.0)
    let (first, second) = (
      BetaBinomial(size: sizes.0, rate: rates.0, icc: 0).masses,
      BetaBinomial(size: sizes.1, rate: rates.1, icc: 0).masses
    )
    let n = sizes.0 + sizes.1
    let judge = Judge(percent, n: n)
    let isEqual = abs(shares.0 / Double(sizes.0) - shares.1 / Double(sizes.1)) < 1e-12
    var row = Row(
      name: "\(percent) %, strata of \(sizes.0) and \(sizes.1), "
        + (isEqual
          ? "equal weights"
          : "weights 1 : "
            + "\((shares.1 / Double(sizes.1) / (shares.0 / Double(sizes.0))).formattedHundredths)"))
    for (x, mass) in first.enumerated() where mass > 1e-9 {
      for (y, other) in second.enumerated() where mass * other > 1e-9 {
        let probability = mass * other
        if x + y >= judge.met { row.metOnN += probability }
        if x + y <= judge.missed { row.missedOnN += probability }
        switch judge.verdict(estimate(x, y, sizes: sizes, shares: shares)) {
        case .met: row.met += probability
        case .missed: row.missed += probability
        default: break
        }
      }
    }
    return row
  }

  /// Σ W² p (1 − p) / (n_h − 1): what ``SampleDesign`` gives for stratum totals that are known.
  static func estimate(
    _ x: Int, _ y: Int, sizes: (Int, Int), shares: (Double, Double)
  ) -> RateEstimate {
    let rates = (Double(x) / Double(sizes.0), Double(y) / Double(sizes.1))
    func part(_ rate: Double, _ n: Int, _ share: Double) -> Double {
      share * share * rate * (1 - rate) / Double(n - 1)
    }
    let rate = shares.0 * rates.0 + shares.1 * rates.1
    let n = sizes.0 + sizes.1
    let variance = part(rates.0, sizes.0, shares.0) + part(rates.1, sizes.1, shares.1)
    return RateEstimate(
      rate: rate, complement: 1 - rate, standardError: variance.squareRoot(),
      degreesOfFreedom: n - 2, n: n,
      position: x + y == 0 ? .atZero : x + y == n ? .atOne : .between,
      kishN: 1 / (shares.0 * shares.0 / Double(sizes.0) + shares.1 * shares.1 / Double(sizes.1)))
  }

  static func stratifiedRows() -> [Row] {
    var rows: [Row] = []
    for percent in targets {
      for sizes in [(3, 2), (6, 4), (12, 8), (30, 20), (60, 40), (180, 120)] {
        for shares in [(0.6, 0.4), (0.4, 0.6), (0.2, 0.8)] {
          rows.append(stratified(percent, sizes: sizes, shares: shares))
        }
      }
    }
    return rows
  }

  // MARK: - The promises

  /// `CIVICSURVEY_WRITE_GOLDEN=1` writes the table anew.
  @Test func wordsAreNotSaidFalselyMoreOftenThanPromised() throws {
    let (strata, clusters) = (Self.stratifiedRows(), Self.clusteredRows())
    for row in strata {
      #expect(row.met <= 0.025 && row.missed <= 0.025, "\(row.line)")
    }
    let limit = 0.025 + 3 * (0.025 * 0.975 / Double(Self.runs)).squareRoot()
    for (row, count, icc) in clusters {
      #expect(row.missed <= limit, "\(row.line)")
      #expect(count < TargetRule.fewestClusters || icc > 0.05 || row.met <= 0.05, "\(row.line)")
    }
    // The answers themselves, on n, keep no promise: the table is not empty of what it warns of.
    #expect(clusters.contains { $0.row.metOnN > 0.15 })

    let table =
      ([Row.introduction, Row.header] + strata.map(\.line) + clusters.map(\.row.line))
      .joined(separator: "\n") + "\n"
    let file = "Tests/Reference/verdict-promise.md"
    if ProcessInfo.processInfo.environment["CIVICSURVEY_WRITE_GOLDEN"] != nil {
      try table.write(toFile: PackageFile.path(file), atomically: true, encoding: .utf8)
    }
    #expect(try PackageFile.text(file) == table)
  }

  /// What the simulation works out by itself is what the estimator gives.
  @Test func theShortcutsAreTheEstimatorsFigures() throws {
    var random = SeededRandom(seed: 77)
    let rate = Scores.rate([false, true])
    for _ in 0..<60 {
      let counts = (0..<(2 + random.below(9))).map { _ in random.below(7) }
      var rows = counts.enumerated().flatMap { cluster, x in
        [(0, 6 - x), (1, x)].map { code, n in
          DesignSums.Row(
            stratum: 0, cluster: Int32(cluster), cell: 0, code: Int32(code),
            sum: WeightSum(counted: n))
        }
      }
      let clusters = try SampleDesign(
        strata: [.init(units: counts.count)], isClustered: true)
      let byClusters = Self.estimate(
        counts.reduce(0, +), counts.reduce(0) { $0 + $1 * $1 }, clusters: counts.count, size: 6)
      try Self.expectEqual(
        byClusters, try #require(clusters.estimate(rate, of: DesignSums(rows))?.rate))

      // Weights 1 and 2 in strata of 6 each.
      let (x, y) = (counts[0], counts[1])
      rows = [(0, 6 - x, 0), (1, x, 0), (0, 6 - y, 1), (1, y, 1)].map { code, n, stratum in
        var sum = WeightSum()
        if n > 0 {
          sum.add(weight: WeightSum.unit * UInt64(stratum + 1), times: UInt64(n))
        }
        return DesignSums.Row(
          stratum: Int32(stratum), cluster: 0, cell: 0, code: Int32(code), sum: sum)
      }
      let strata = try SampleDesign(
        strata: [.init(units: 6), .init(units: 6)], isClustered: false)
      try Self.expectEqual(
        Self.estimate(x, y, sizes: (6, 6), shares: (1.0 / 3, 2.0 / 3)),
        try #require(strata.estimate(rate, of: DesignSums(rows))?.rate))
    }
  }

  private static func expectEqual(_ one: RateEstimate, _ other: RateEstimate) throws {
    #expect(abs(one.rate - other.rate) < 1e-14)
    #expect(abs(one.standardError - other.standardError) < 1e-9)
    #expect(one.degreesOfFreedom == other.degreesOfFreedom && one.n == other.n)
    #expect(one.position == other.position)
  }
}

extension Double {
  fileprivate var formattedHundredths: String {
    let hundredths = Int((self * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
