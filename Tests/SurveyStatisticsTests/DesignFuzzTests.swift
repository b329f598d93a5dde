import SurveyTestSupport
import Testing

@testable import SurveyStatistics

/// Small designs of every kind, with empty domains, single clusters, equal answers and weights from 10⁻¹²
/// to 10⁶: a refusal, a reason or numbers, and never anything else.
@Suite struct DesignFuzzTests {
  private struct Draw {
    let design: SampleDesign?
    let sums: DesignSums

    init(_ random: inout SeededRandom, _ policy: LonelyPSU) {
      let strata = 1 + random.below(3)
      let isClustered = random.chance(60)
      let isTwoStage = isClustered && random.chance(30)
      let hasSizes = isTwoStage || random.chance(30)
      var rows: [DesignSums.Row] = []
      var (units, clusters) = ([Int](), [Int]())
      for stratum in 0..<strata {
        let count = 1 + random.below(4)
        units.append(0)
        for _ in 0..<count {
          var responses = 0
          for _ in 0..<(1 + random.below(4)) {
            let n = 1 + random.below(random.chance(50) ? 1 : 9)
            var sum = WeightSum()
            let exponent = UInt64(random.below(60))
            sum.add(weight: 1 + random.next() % (1 << exponent), times: UInt64(n))
            rows.append(
              .init(
                stratum: Int32(stratum), cluster: isClustered ? Int32(clusters.count) : 0,
                cell: Int32(random.below(3)), code: Int32(random.below(random.chance(30) ? 1 : 4)),
                sum: sum))
            responses += n
          }
          clusters.append(responses)
          units[stratum] += isClustered ? 1 : responses
        }
      }
      sums = DesignSums(rows)
      design = try? SampleDesign(
        strata: units.map { n in
          .init(units: n, populationSize: hasSizes ? n + random.below(4) : nil)
        }, isClustered: isClustered,
        secondStage: isTwoStage
          ? clusters.map { .init(responses: $0, populationSize: $0 + random.below(3)) } : [],
        lonelyPSU: policy)
    }
  }

  private static func expectNumbers(_ estimate: DesignEstimate, isRate: Bool) {
    #expect(estimate.value.isFinite && estimate.n > 0 && estimate.weightedN > 0)
    for figure in [
      estimate.standardError, estimate.designEffect, estimate.kishN,
      estimate.relativeStandardError,
    ] {
      #expect(figure.map { $0.isFinite && $0 >= 0 } ?? true)
    }
    guard isRate else {
      if case .success(let interval) = estimate.interval(in: 0...100, level: 0.95) {
        #expect(0 <= interval.lower && interval.lower < interval.upper)
        #expect(interval.upper <= 100)
      }
      return
    }
    #expect((0...1).contains(estimate.value))
    guard let rate = estimate.rate else { return }
    for method in IntervalMethod.allCases {
      switch IntervalRule(method, level: 0.95).outcome(of: rate) {
      case .failure(let reason):
        #expect(reason == .degenerate || estimate.degreesOfFreedom <= 0)
      case .success(let interval):
        #expect(0 <= interval.lower && interval.lower < interval.upper && interval.upper <= 1)
      }
    }
    let target = TargetRule(
      bound: .atLeast(Share(numerator: 85, denominator: 100)), isCensus: false,
      rule: IntervalRule(.wilson, level: 0.95))
    let judgement = target.judgement(
      of: rate, designEffect: estimate.designEffect, order: target.share.order(of: rate.rate))
    #expect((judgement.verdict == .notJudged) == (judgement.reason != nil))
  }

  @Test(arguments: LonelyPSU.allCases)
  func numbersOrReasons(_ policy: LonelyPSU) throws {
    var random = SeededRandom(seed: 99)
    let rate = Scores.rate([true, false, true, nil])
    let hundred = try #require(Scores.mean100([1, 2, 3, nil]))
    var (estimated, calibrated, compared) = (0, 0, 0)
    for _ in 0..<400 {
      let draw = Draw(&random, policy)
      guard let design = draw.design else { continue }
      var parts: [DesignEstimate?] = []
      for cell in [nil, 0, 1, 2] as [Int32?] {
        let isIn = { (other: Int32) in cell == nil || other == cell }
        let one = design.estimate(rate, of: draw.sums, in: isIn)
        if let one { Self.expectNumbers(one, isRate: true) }
        if let mean = design.estimate(hundred, of: draw.sums, in: isIn) {
          Self.expectNumbers(mean, isRate: false)
        }
        parts.append(one)
        estimated += one == nil ? 0 : 1
      }
      if let first = parts[1], let second = parts[2] {
        let difference = design.difference(
          first, minus: second, on: draw.sums, base: { $0.cell < 2 && $0.code < 3 }, in: -1...1,
          level: 0.95)
        if case .success(let found) = difference {
          compared += 1
          #expect(found.lower < found.upper && found.pValue.isFinite && found.standardError > 0)
        }
      }
      let margins = [
        Margin(categories: [0, 0, 1], totals: [40, 60]),
        Margin(categories: [0, 1, 1], totals: [30, 70]),
      ]
      guard let calibration = try? Calibration(draw.sums, to: margins, cap: 3) else { continue }
      calibrated += 1
      #expect(calibration.factors.allSatisfy { $0.isFinite && $0 >= 0 })
      if let weighted = design.estimate(rate, of: draw.sums, calibratedBy: calibration) {
        Self.expectNumbers(weighted, isRate: true)
      }
    }
    #expect(estimated > 300 && compared > 50 && calibrated > 20)
  }
}
