import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct DesignTests {
  static let rate = Scores.rate([false, true, nil])

  /// Seeded answers: strata, clusters, cells, a yes/no question, weights with six decimals.
  static func rows(_ count: Int, clustered: Bool, seed: UInt64) -> [DesignSums.Row] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let stratum = Int32(random.below(3))
      var sum = WeightSum()
      sum.add(weight: UInt64(1 + random.below(4_000_000)) * 1_000_000)
      return DesignSums.Row(
        stratum: stratum, cluster: clustered ? stratum * 8 + Int32(random.below(8)) : 0,
        cell: Int32(random.below(5)), code: Int32(random.below(3)), sum: sum)
    }
  }

  static func design(_ rows: [DesignSums.Row], clustered: Bool) throws -> SampleDesign {
    try SampleDesign(
      strata: (0..<3).map { stratum in
        let own = rows.filter { $0.stratum == stratum }
        return .init(units: clustered ? Set(own.map(\.cluster)).count : own.count)
      }, isClustered: clustered)
  }

  /// To the last bit, in whatever order and parts the sums came together.
  @Test(arguments: [false, true])
  func theOrderOfSumsDoesNotShow(clustered: Bool) throws {
    let rows = Self.rows(900, clustered: clustered, seed: 7)
    let design = try Self.design(rows, clustered: clustered)
    let first = try #require(design.estimate(Self.rate, of: DesignSums(rows)))
    var random = SeededRandom(seed: 8)
    for _ in 0..<5 {
      var parts = rows.shuffled(using: &random)
      let merged = DesignSums(Array(parts.prefix(400))).rows
      parts.removeFirst(400)
      let again = try #require(design.estimate(Self.rate, of: DesignSums(parts + merged)))
      #expect(again == first)
    }
  }

  /// Against the definition, response by response: Σ (z − z̄)² of each stratum.
  @Test(arguments: [false, true])
  func theVarianceIsThatOfTheDefinition(clustered: Bool) throws {
    let rows = Self.rows(400, clustered: clustered, seed: 9)
    let design = try Self.design(rows, clustered: clustered)
    let isIn = { (cell: Int32) in cell < 3 }
    let estimate = try #require(
      design.estimate(Self.rate, of: DesignSums(rows), in: isIn))
    let kept = rows.filter { isIn($0.cell) && $0.code < 2 }
    let weight = kept.reduce(0) { $0 + $1.sum.weightValue }
    let satisfied = kept.reduce(0) { $0 + ($1.code == 1 ? $1.sum.weightValue : 0) }
    let p = satisfied / weight
    #expect(relativeError(estimate.value, p) < 1e-14)
    var variance = 0.0
    for (place, stratum) in design.strata.enumerated() {
      var totals: [Int32: Double] = [:]
      for (number, row) in rows.enumerated() where row.stratum == place {
        let isKept = isIn(row.cell) && row.code < 2
        let z = isKept ? row.sum.weightValue * ((row.code == 1 ? 1 : 0) - p) / weight : 0
        totals[clustered ? row.cluster : Int32(number), default: 0] += z
      }
      let n = Double(stratum.units)
      #expect(totals.count == stratum.units)
      let mean = totals.values.reduce(0, +) / n
      variance += n / (n - 1) * totals.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    #expect(relativeError(try #require(estimate.standardError), variance.squareRoot()) < 1e-12)
    let clusters = clustered ? Set(kept.map(\.cluster)).count : kept.count
    #expect(estimate.degreesOfFreedom == clusters - Set(kept.map(\.stratum)).count)
  }

  /// Without strata, clusters and weights the design effect is n/(n − 1) · (n − 1)/n = 1.
  @Test func simpleAnswersHaveNoDesignEffect() throws {
    let rows = [
      DesignSums.Row(stratum: 0, cluster: 0, cell: 0, code: 1, sum: WeightSum(counted: 1886)),
      DesignSums.Row(stratum: 0, cluster: 0, cell: 0, code: 0, sum: WeightSum(counted: 304)),
    ]
    let design = try SampleDesign.simple(responses: 2190)
    let estimate = try #require(design.estimate(Self.rate, of: DesignSums(rows)))
    #expect(relativeError(try #require(estimate.designEffect), 1) < 1e-12)
    #expect(relativeError(try #require(estimate.kishN), 2190) < 1e-12)
    // √(p (1 − p) / (n − 1)).
    let p = 1886.0 / 2190
    #expect(
      relativeError(try #require(estimate.standardError), (p * (1 - p) / 2189).squareRoot())
        < 1e-12)
    // Everybody of a population was asked: nothing is left to chance.
    let whole = try SampleDesign.simple(responses: 2190, populationSize: 2190)
    #expect(try #require(whole.estimate(Self.rate, of: DesignSums(rows))).standardError == 0)
  }

  @Test func whatCannotBeEstimatedIsSaid() throws {
    let rows = Self.rows(60, clustered: true, seed: 3)
    let design = try Self.design(rows, clustered: true)
    #expect(design.estimate(Self.rate, of: DesignSums([])) == nil)
    #expect(design.estimate(Self.rate, of: DesignSums(rows)) { _ in false } == nil)
    #expect(design.estimate(.rate([nil, nil, nil]), of: DesignSums(rows)) == nil)
    // All alike: exactly 0, exactly at the end, no design effect.
    let same = try #require(design.estimate(.rate([true, true, true]), of: DesignSums(rows)))
    #expect(same.value == 1 && same.standardError == 0 && same.position == .atOne)
    #expect(same.designEffect == nil && same.isConstant)
    let mean = try #require(design.estimate(.mean([4, 4, nil]), of: DesignSums(rows)))
    #expect(mean.value == 4 && mean.standardError == 0 && mean.position == .between)
  }

  /// With a wave in the strata, or one stratum with a cluster: no variance, and no NaN.
  @Test func lonelyClustersAreRefusedOrSettled() throws {
    let strata = [
      SampleDesign.Stratum(units: 3), .init(units: 1), .init(units: 1, populationSize: 1),
      .init(units: 1),
    ]
    #expect(throws: DesignError.lonelyPSUs(strata: [1, 3])) {
      try SampleDesign(strata: strata, isClustered: true)
    }
    for policy in LonelyPSU.allCases where policy != .fail {
      _ = try SampleDesign(strata: strata, isClustered: true, lonelyPSU: policy)
    }
    #expect(throws: DesignError.moreThanPopulation(stratum: 0)) {
      try SampleDesign(strata: [.init(units: 9, populationSize: 8)], isClustered: false)
    }
    #expect(throws: DesignError.moreThanInCluster(cluster: 1)) {
      try SampleDesign(
        strata: [.init(units: 2, populationSize: 8)], isClustered: true,
        secondStage: [
          .init(responses: 2, populationSize: 2), .init(responses: 3, populationSize: 2),
        ])
    }
    #expect(throws: DesignError.lonelyUnits(clusters: [1])) {
      try SampleDesign(
        strata: [.init(units: 2, populationSize: 8)], isClustered: true,
        secondStage: [
          .init(responses: 2, populationSize: 2), .init(responses: 1, populationSize: 2),
        ])
    }
    // A single kiosk in all: an estimate, and no degrees of freedom.
    let one = try SampleDesign(strata: [.init(units: 1)], isClustered: true)
    let rows = [1, 0].map {
      DesignSums.Row(stratum: 0, cluster: 0, cell: 0, code: $0, sum: WeightSum(counted: 20))
    }
    let estimate = try #require(one.estimate(Self.rate, of: DesignSums(rows)))
    #expect(estimate.value == 0.5 && estimate.degreesOfFreedom == 0)
    let rate = try #require(estimate.rate)
    #expect(
      IntervalRule(.wilson, level: 0.95).outcome(of: rate) == .failure(.noDegreesOfFreedom))
  }

  /// What is held against a target is exact, and the estimate its quotient.
  @Test func aRatesCountsAreExact() throws {
    let rows = Self.rows(300, clustered: false, seed: 5)
    let (design, sums) = (try Self.design(rows, clustered: false), DesignSums(rows))
    let counts = sums.counts(of: [false, true, nil]) { $0 != 2 }
    let estimate = try #require(design.estimate(Self.rate, of: sums) { $0 != 2 })
    #expect(Int(counts.base.n) == estimate.n)
    let kept = rows.filter { $0.cell != 2 && $0.code == 1 }
    #expect(counts.satisfied.weight == kept.reduce(0) { $0 + $1.sum.weight })
    #expect(
      relativeError(
        estimate.value, counts.satisfied.weightValue / counts.base.weightValue) < 1e-14)
    let share = Share(numerator: 1, denominator: 2)
    #expect(
      share.order(of: counts.satisfied.weight, outOf: counts.base.weight)
        == share.order(of: estimate.value))
    #expect(sums.counts(of: []).base == .zero)
  }

  /// mean100 is the mean stretched over the scale, net the promoters' rate less the detractors'.
  @Test func measuresHangTogether() throws {
    let rows = Self.rows(300, clustered: true, seed: 4)
    let (design, sums) = (try Self.design(rows, clustered: true), DesignSums(rows))
    let mean = try #require(design.estimate(.mean([1, 3, 5]), of: sums))
    let hundred = try #require(Scores.mean100([1, 3, 5]))
    let stretched = try #require(design.estimate(hundred, of: sums))
    #expect(relativeError(stretched.value, (mean.value - 1) * 25) < 1e-13)
    #expect(
      relativeError(
        try #require(stretched.standardError), 25 * (try #require(mean.standardError))) < 1e-12)
    #expect(
      relativeError(try #require(stretched.designEffect), try #require(mean.designEffect)) < 1e-12)
    #expect(Scores.mean100([3, nil, 3]) == nil)
    let net = try #require(design.estimate(.net([-1, 0, 1]), of: sums))
    let promoters = try #require(sums.ratio(.rate([false, false, true])))
    let detractors = try #require(sums.ratio(.rate([true, false, false])))
    let difference = promoters - detractors
    #expect(abs(net.value - 100 * difference.value) < 1e-12)
    let variance = try #require(design.variance(of: difference, on: sums) { _ in true })
    #expect(
      relativeError(try #require(net.standardError), 100 * variance.squareRoot()) < 1e-12)
  }
}
