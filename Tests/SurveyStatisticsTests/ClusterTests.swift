import SurveyTestSupport
import Testing

@testable import SurveyStatistics

/// What clusters do to verdicts: 50 kiosk-days of 40 answers each, of a kiosk exactly at its target.
///
/// The satisfied answers of a kiosk-day are beta-binomial: its rate is drawn from a beta distribution, so
/// that two of its answers have the intraclass correlation of the row. A verdict takes answers to be
/// independent, and is then false far more often than in one case of forty.
@Suite struct ClusterTests {
  static let (days, size, target) = (50, 40, Share(numerator: 85, denominator: 100))
  static let answers = days * size

  /// The distribution of one kiosk-day's satisfied answers.
  private static func kioskDay(_ icc: Double) -> [Double] {
    BetaBinomial(size: size, rate: target.value, icc: icc).masses
  }

  /// That of all kiosk-days together.
  private static func total(_ day: [Double]) -> [Double] {
    var total = [1.0]
    for _ in 0..<days {
      var next = [Double](repeating: 0, count: total.count + size)
      for (x, mass) in total.enumerated() where mass > 1e-18 {
        for (y, other) in day.enumerated() { next[x + y] += mass * other }
      }
      total = next
    }
    return total
  }

  /// The fewest satisfied answers that are met, and the most that are missed.
  private struct Bounds {
    let met: Int
    let missed: Int

    /// Verdicts rise with the count, so the nearest to the target are looked for.
    init(_ verdict: (Int) -> Verdict?) throws {
      let middle = ClusterTests.target.smallestCount(reachingOutOf: ClusterTests.answers)
      met = try #require((middle...ClusterTests.answers).first { verdict($0) == .met })
      missed = try #require((0..<middle).last { verdict($0) == .missed })
    }
  }

  private static func byRule() throws -> Bounds {
    let rule = TargetRule(
      bound: .atLeast(target), isCensus: false, rule: IntervalRule(.wilson, level: 0.95))
    return try Bounds { rule.judgement(satisfied: $0, of: answers).verdict }
  }

  private static func byWilsonAlone() throws -> Bounds {
    try Bounds { x in
      guard let interval = Interval.wilson(successes: x, trials: answers, level: 0.95) else {
        return nil
      }
      return interval.lower >= target.value
        ? .met : interval.upper < target.value ? .missed : nil
    }
  }

  /// Simulated once, in 40,000 runs, by Wilson's interval alone; in percent with one decimal.
  private static let simulated: [(met: Double, missed: Double)] = [
    (2.3, 2.5), (4.5, 4.7), (8.6, 9.2), (12.3, 12.6), (18.8, 18.1),
  ]

  /// Exact, by convolution: as R has it, and as the simulation had it but for chance and rounding.
  @Test func verdictsOnClusteredAnswersAreFalseMoreOftenThanPromised() throws {
    let (alone, rule) = (try Self.byWilsonAlone(), try Self.byRule())
    let rows = try ReferenceTable("clusters", rows: 5).rows
    for (row, percent) in zip(rows, Self.simulated) {
      let icc = try row.figure("icc")
      let total = Self.total(Self.kioskDay(icc))
      func met(_ bounds: Bounds) -> Double { total[bounds.met...].reduce(0, +) }
      func missed(_ bounds: Bounds) -> Double { total[...bounds.missed].reduce(0, +) }
      for (share, column, seen) in [
        (met(alone), Substring("metAlone"), percent.met),
        (missed(alone), "missedAlone", percent.missed), (met(rule), "met", nil),
        (missed(rule), "missed", nil),
      ] {
        #expect(relativeError(share, try row.figure(column)) < 1e-9, "\(icc) \(column)")
        guard let seen else { continue }
        let standardError = (share * (1 - share) / 40_000).squareRoot()
        #expect(abs(share - seen / 100) < 4 * standardError + 0.000_5, "\(icc) \(column)")
      }
      // With the exact tail the promise is kept, of independent answers.
      let promised = max(met(rule), missed(rule)) <= 0.025
      #expect(promised == (icc == 0))
    }
  }

  /// How often φ finds it.
  ///
  /// Each kiosk-day is all that one of 10 units has in one of 5 half-months. Where a cell holds several
  /// kiosk-days, φ sees less of what they share.
  @Test func overDispersionFindsThem() throws {
    let runs = 1500
    let bounds = try Self.byRule()
    var random = SeededRandom(seed: 20_250_118)
    var flagged: [Double: Double] = [:]
    for row in try ReferenceTable("clusters", rows: 5).rows {
      let icc = try row.figure("icc")
      var sums: [Double] = []
      for mass in Self.kioskDay(icc) { sums.append((sums.last ?? 0) + mass) }
      var (found, met) = (0, 0)
      for _ in 0..<runs {
        var satisfied = 0
        let units = (0..<10).map { _ in
          (0..<5).map { _ in
            let x = Self.draw(sums, Double.random(in: 0..<1, using: &random))
            satisfied += x
            return RateSample(successes: x, trials: Self.size)
          }
        }
        let dispersion = try #require(OverDispersion(units))
        if dispersion.isFlagged { found += 1 }
        if satisfied >= bounds.met { met += 1 }
      }
      flagged[icc] = Double(found) / Double(runs)
      // The runs are those of the table.
      let wanted = try row.figure("met")
      let standardError = (wanted * (1 - wanted) / Double(runs)).squareRoot()
      #expect(abs(Double(met) / Double(runs) - wanted) < 4 * standardError)
    }
    #expect(try #require(flagged[0]) <= 0.05)
    #expect(try #require(flagged[0.1]) >= 0.9)
    #expect(flagged.sorted { $0.key < $1.key }.map(\.value) == flagged.values.sorted())
  }

  /// The first count whose cumulative share passes `level`.
  private static func draw(_ sums: [Double], _ level: Double) -> Int {
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > level { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
