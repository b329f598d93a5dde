import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct DesignComparisonTests {
  private static func sums(_ counts: [[Int]], clustered: Bool) -> DesignSums {
    // Cells by clusters: yes and no of each.
    DesignSums(
      counts.enumerated().flatMap { number, cells in
        cells.enumerated().map { place, n in
          DesignSums.Row(
            stratum: 0, cluster: clustered ? Int32(number) : 0, cell: Int32(place / 2),
            code: Int32(1 - place % 2), sum: WeightSum(counted: n))
        }
      })
  }

  private static func difference(
    _ counts: [[Int]], clustered: Bool = true
  ) throws -> Result<LinearisedDifference, NoIntervalReason> {
    let sums = sums(counts, clustered: clustered)
    let units = clustered ? counts.count : sums.size { _ in true }.responses
    let design = try SampleDesign(strata: [.init(units: units)], isClustered: clustered)
    let rate = Scores.rate([false, true])
    let first = try #require(design.estimate(rate, of: sums) { $0 == 1 })
    let second = try #require(design.estimate(rate, of: sums) { $0 == 0 })
    return design.difference(
      first, minus: second, on: sums, base: { _ in true }, in: -1...1, level: 0.95)
  }

  /// What the same kiosks share in both quarters cancels; drawn anew, it does not.
  @Test func sharedClustersCovary() throws {
    let panel = try Self.difference(
      [[30, 10, 34, 6], [20, 20, 25, 15], [36, 4, 38, 2], [25, 15, 28, 12]]
    ).get()
    let anew = try Self.difference(
      [
        [30, 10, 0, 0], [20, 20, 0, 0], [36, 4, 0, 0], [25, 15, 0, 0], [0, 0, 34, 6],
        [0, 0, 25, 15], [0, 0, 38, 2], [0, 0, 28, 12],
      ]
    ).get()
    #expect(abs(panel.estimate - anew.estimate) < 1e-15)
    #expect(panel.standardError < anew.standardError / 3)
    #expect(panel.degreesOfFreedom == 2 && anew.degreesOfFreedom == 6)
    #expect(panel.lower > 0 && anew.lower < 0)
    #expect(panel.pValue < 0.05 && anew.pValue > 0.05)
  }

  /// An interval excludes 0 exactly where p is at most 1 − level; nothing is NaN or without width.
  @Test func intervalAndTestAgree() throws {
    var random = SeededRandom(seed: 41)
    for _ in 0..<300 {
      let counts = (0..<(2 + random.below(8))).map { _ in (0..<4).map { _ in random.below(4) } }
      let sums = Self.sums(counts, clustered: true)
      guard sums.size(of: { $0.cell == 0 }).responses > 0,
        sums.size(of: { $0.cell == 1 }).responses > 0
      else { continue }
      switch try Self.difference(counts) {
      case .failure(let reason): #expect(reason != .noAnswers)
      case .success(let difference):
        #expect(difference.standardError > 0 && difference.pValue.isFinite)
        #expect(-1 <= difference.lower && difference.lower < difference.upper)
        #expect(difference.upper <= 1)
        guard !difference.isClipped else { continue }
        let isOutside = difference.lower > 0 || difference.upper < 0
        #expect(isOutside == (difference.pValue < 0.05))
      }
    }
  }

  @Test func whatCannotBeComparedIsSaid() throws {
    // All satisfied, against none: no standard error on either side.
    #expect(
      try Self.difference([[0, 9, 9, 0], [0, 5, 5, 0], [0, 3, 3, 0]]) == .failure(.degenerate))
    // Every kiosk alike.
    #expect(
      try Self.difference([[3, 7, 5, 5], [3, 7, 5, 5], [3, 7, 5, 5]]) == .failure(.degenerate))
    // Two kiosks: one degree of freedom less than R's degf is none.
    #expect(try Self.difference([[3, 7, 5, 5], [4, 6, 5, 5]]) == .failure(.noDegreesOfFreedom))
    // A single kiosk.
    #expect(try Self.difference([[3, 7, 5, 5]]) == .failure(.noDegreesOfFreedom))
  }

  /// Without a design Rao and Scott's first order is Pearson's test, up to n/(n − 1).
  @Test func simpleTablesHavePearsonsTest() throws {
    let counts = [56, 14, 48, 32]
    let sums = Self.sums([counts], clustered: false)
    let design = try SampleDesign.simple(responses: 150)
    func place(_ row: DesignSums.Row) -> Int? { Int(row.cell) * 2 + 1 - Int(row.code) }
    let shares = sums.shares(of: 4, by: place)
    let covariance = try #require(design.covariance(of: shares, on: sums) { _ in true })
    func test(_ degrees: Int) -> RaoScottTest? {
      RaoScottTest(
        shares: shares.map(\.value), covariance: covariance, columns: 2, n: 150,
        degreesOfFreedom: degrees)
    }
    let rao = try #require(test(149))
    let z = try #require(
      PooledRateTest(
        RateSample(successes: 56, trials: 70), RateSample(successes: 48, trials: 80)))
    #expect(relativeError(rao.pearson, z.statistic * z.statistic) < 1e-12)
    #expect(rao.firstOrderDegrees == 1 && rao.numeratorDegrees == 1)
    #expect(abs(rao.firstOrderPValue - z.pValue) < 0.005)
    #expect(test(0) == nil)
  }

  /// A row or column without responses is left out; a table of one row tests nothing.
  @Test func emptyRowsAreLeftOut() throws {
    let sums = Self.sums([[56, 14, 48, 32]], clustered: false)
    let design = try SampleDesign.simple(responses: 150)
    func test(_ count: Int, _ columns: Int, _ place: @escaping (DesignSums.Row) -> Int?)
      throws -> RaoScottTest?
    {
      let shares = sums.shares(of: count, by: place)
      let covariance = try #require(design.covariance(of: shares, on: sums) { _ in true })
      return RaoScottTest(
        shares: shares.map(\.value), covariance: covariance, columns: columns, n: 150,
        degreesOfFreedom: 149)
    }
    let plain = try #require(try test(4, 2) { Int($0.cell) * 2 + Int($0.code) })
    let wide = try #require(try test(9, 3) { Int($0.cell) * 2 * 3 + Int($0.code) })
    #expect(relativeError(plain.statistic, wide.statistic) < 1e-12)
    #expect(relativeError(plain.pValue, wide.pValue) < 1e-10)
    #expect(try test(2, 2) { Int($0.code) } == nil)
  }

  @Test func adjustmentsKeepOrderAndBounds() {
    var random = SeededRandom(seed: 42)
    for _ in 0..<200 {
      let p = (0..<(1 + random.below(20))).map { _ in Double(random.below(1000)) / 1000 }
      let (holm, other) = (HolmAdjustment.adjusted(p), BenjaminiHochbergAdjustment.adjusted(p))
      for place in p.indices {
        #expect(p[place] <= other[place] && other[place] <= holm[place] && holm[place] <= 1)
      }
      let order = p.indices.sorted { p[$0] < p[$1] }
      #expect(zip(order, order.dropFirst()).allSatisfy { other[$0] <= other[$1] })
    }
    #expect(BenjaminiHochbergAdjustment.adjusted([]).isEmpty)
  }

  /// Both parts add up to the difference to the last bit, whatever is missing in either period.
  @Test func aDecompositionAddsUp() throws {
    var random = SeededRandom(seed: 43)
    for _ in 0..<500 {
      let groups = 1 + random.below(8)
      func period() -> [Decomposition.Group] {
        (0..<groups).map { _ in
          let n = random.chance(25) ? 0 : 1 + random.below(500)
          return .init(base: Double(n), satisfied: Double(n == 0 ? 0 : random.below(n + 1)))
        }
      }
      let (first, second) = (period(), period())
      func rate(_ groups: [Decomposition.Group]) -> Double? {
        let n = groups.reduce(0) { $0 + $1.base }
        return n == 0 ? nil : groups.reduce(0) { $0 + $1.satisfied } / n
      }
      let change = Decomposition(from: first, to: second)
      guard let before = rate(first), let after = rate(second) else {
        #expect(change == nil)
        continue
      }
      let parts = try #require(change)
      #expect(abs(parts.difference - (after - before)) < 1e-14)
      // Turned round in time, every part changes its sign.
      let back = try #require(Decomposition(from: second, to: first))
      #expect(abs(back.mix + parts.mix) < 1e-14 && abs(back.rate + parts.rate) < 1e-14)
      #expect(Decomposition(from: first, to: first)?.difference == 0)
    }
  }

  /// Within the limits but for about 5 and 0.2 %: exact probabilities of the pooled rate.
  @Test func aFunnelHoldsWhatItSays() throws {
    let funnel = try #require(Funnel(pooled: RateSample(successes: 861, trials: 1000)))
    for n in [1, 2, 5, 10, 30, 100, 400, 2000, 1_000_000] {
      let limits = try #require(funnel.limits(at: n))
      #expect(0 <= limits.lower998 && limits.lower998 <= limits.lower95)
      #expect(limits.lower95 < 0.861 && limits.upper95 <= limits.upper998)
      #expect(limits.upper998 <= 1)
      let binomial = BinomialDistribution(trials: n, probability: 0.861)
      let inside = binomial.atMost(Int((limits.lower95 * Double(n)).rounded(.up)) - 1)
      #expect(inside <= 0.025 + 1e-12)
      let above = binomial.atLeast(Int((limits.upper95 * Double(n)).rounded(.down)) + 1)
      #expect(above <= 0.025 + 1e-12)
      // And no farther out than it must be.
      let next = binomial.atMost(Int((limits.lower95 * Double(n)).rounded(.up)))
      #expect(limits.lower95 == 0 || next >= 0.025 - 1e-12)
    }
    #expect(funnel.outside(RateSample(successes: 1, trials: 1)) == nil)
    #expect(funnel.limits(at: 0) == nil)
    #expect(Funnel(pooled: RateSample(successes: 0, trials: 9)) == nil)
    #expect(Funnel(pooled: RateSample(successes: 0, trials: 0)) == nil)
    #expect(funnel.outside(RateSample(successes: 20, trials: 400)) == .farBelow)
    #expect(funnel.outside(RateSample(successes: 327, trials: 400)) == .below)
    #expect(funnel.outside(RateSample(successes: 344, trials: 400)) == nil)
    #expect(funnel.outside(RateSample(successes: 400, trials: 400)) == .farAbove)
    #expect(funnel.outside(RateSample(successes: 0, trials: 0)) == nil)
  }

  /// Over-dispersion moves limits outward by √φ, and never inward.
  @Test func overDispersionWidensAFunnel() throws {
    let pooled = RateSample(successes: 861, trials: 1000)
    let (plain, wide) = (
      try #require(Funnel(pooled: pooled)), try #require(Funnel(pooled: pooled, phi: 4))
    )
    let (narrow, far) = (
      try #require(plain.limits(at: 4000)), try #require(wide.limits(at: 4000))
    )
    #expect(relativeError(0.861 - far.lower95, 2 * (0.861 - narrow.lower95)) < 1e-12)
    #expect(relativeError(far.upper998 - 0.861, 2 * (narrow.upper998 - 0.861)) < 1e-12)
    #expect(try #require(Funnel(pooled: pooled, phi: 0.5)) == plain)
  }

  /// R: `2 * pbinom(327, 400, p)`, `2 * pbinom(343, 400, p, lower = FALSE)`, `2 * pbinom(280, 400, p)`, and
  /// with y = np + (280 − np)/√2.5, a = ⌈y⌉, `2 * (pbinom(a, 400, p) − (a − y) * dbinom(a, 400, p))`.
  @Test func aFunnelsProbabilityIsThatOfItsLimits() throws {
    let pooled = RateSample(successes: 1585, trials: 1890)
    let plain = try #require(Funnel(pooled: pooled))
    func p(_ funnel: Funnel, _ satisfied: Int, of n: Int = 400) -> Double {
      funnel.pValue(RateSample(successes: satisfied, trials: n))
    }
    #expect(relativeError(p(plain, 327), 0.28084157403244198) < 1e-9)
    #expect(relativeError(p(plain, 344), 0.27231487288836176) < 1e-9)
    #expect(relativeError(p(plain, 280), 7.0747915026086413e-12) < 1e-9)
    #expect(p(plain, 9, of: 10) == 1)
    #expect(p(plain, 0, of: 0) == 1)
    let wide = try #require(Funnel(pooled: pooled, phi: 2.5))
    #expect(relativeError(p(wide, 280), 9.4260094764280321e-06) < 1e-9)
    #expect(relativeError(p(wide, 385), 6.3832653415195674e-06) < 1e-9)
    for funnel in [plain, wide] {
      for n in [1, 7, 40] {
        for satisfied in 0...n {
          let sample = RateSample(successes: satisfied, trials: n)
          let limit: Double? =
            switch funnel.outside(sample) {
            case .farBelow, .farAbove: 0.002
            case .below, .above: 0.05
            case nil: nil
            }
          if let limit { #expect(funnel.pValue(sample) <= limit + 1e-12) }
          if limit != 0.002 {
            #expect(funnel.pValue(sample) >= (limit == nil ? 0.05 : 0.002) - 1e-12)
          }
        }
      }
    }
    let weighted = try #require(Funnel(rate: 1585.0 / 1890, phi: 2.5))
    #expect(relativeError(p(weighted, 280), p(wide, 280)) < 1e-9)
    #expect(Funnel(rate: 1, phi: 2) == nil)
  }
}
