import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct CalibrationTests {
  /// Cells of two variables with a response each, or more.
  static func sums(_ counts: [Int], clustered: Bool = false) -> DesignSums {
    DesignSums(
      counts.enumerated().filter { $0.element > 0 }.map { cell, n in
        .init(
          stratum: 0, cluster: clustered ? Int32(cell % 2) : 0, cell: Int32(cell), code: 0,
          sum: WeightSum(counted: n))
      })
  }

  static let rows = Margin(categories: [0, 0, 1, 1], totals: [600, 400])
  static let columns = Margin(categories: [0, 1, 0, 1], totals: [300, 700])

  @Test func rakingMeetsItsMargins() throws {
    let calibration = try Calibration(
      Self.sums([30, 10, 20, 40]), to: [Self.rows, Self.columns])
    let weighted = zip(calibration.factors, [30.0, 10, 20, 40]).map { $0 * $1 }
    #expect(abs(weighted[0] + weighted[1] - 600) < 1e-10)
    #expect(abs(weighted[0] + weighted[2] - 300) < 1e-10)
    #expect(abs(weighted.reduce(0, +) - 1000) < 1e-10)
    // Raking keeps the cross ratio: 30 · 40 / (10 · 20) = 6.
    #expect(relativeError(weighted[0] * weighted[3] / weighted[1] / weighted[2], 6) < 1e-12)
    #expect(calibration.overallFactor == 10 && calibration.residual < 1e-14)
    #expect(calibration.smallestAdjustment < 1 && calibration.largestAdjustment > 1)
    #expect(calibration.unmatched == 0 && !calibration.isCapped)
    #expect(calibration.rounds > 1 && calibration.rounds < 60)
    #expect(try #require(calibration.kishN) < 100)
  }

  /// By hand: 600/40, 400/60.
  @Test func postStratificationIsOneDivision() throws {
    let calibration = try Calibration(Self.sums([30, 10, 20, 40]), to: [Self.rows])
    #expect(calibration.factors == [15, 15, 400.0 / 60, 400.0 / 60])
    #expect(calibration.rounds == 1)
    #expect(calibration.largestAdjustment == 1.5)
  }

  /// Margins that the sample meets already, up to its size, change no estimate; the residual is R's.
  @Test func marginsOfTheSampleItselfChangeNothing() throws {
    let sums = Self.sums([30, 10, 20, 40])
    let calibration = try Calibration(
      sums,
      to: [
        Margin(categories: [0, 0, 1, 1], totals: [400, 600]),
        Margin(categories: [0, 1, 0, 1], totals: [500, 500]),
      ])
    #expect(calibration.factors.allSatisfy { abs($0 - 10) < 1e-12 })
    #expect(relativeError(try #require(calibration.kishN), 100) < 1e-12)
  }

  @Test func whatDoesNotMatchIsRefused() {
    let sums = Self.sums([30, 10, 20, 40])
    func isRefused(
      _ error: CalibrationError, _ margins: Margin..., of sums: DesignSums
    ) {
      #expect(throws: error) { try Calibration(sums, to: margins) }
    }
    isRefused(
      .categoryWithoutResponses(margin: 1, category: 2), Self.rows,
      Margin(categories: [0, 1, 0, 1], totals: [300, 600, 100]), of: sums)
    isRefused(
      .responsesWithoutTotal(margin: 0, category: 1),
      Margin(categories: [0, 0, 1, 1], totals: [1000, 0]), of: sums)
    isRefused(
      .impossibleTotal(margin: 0, category: 1),
      Margin(categories: [0, 0, 1, 1], totals: [1000, -1]), of: sums)
    isRefused(
      .totalsDiffer(margin: 1, total: 1006, first: 1000), Self.rows,
      Margin(categories: [0, 1, 0, 1], totals: [300, 706]), of: sums)
    isRefused(
      .noResponses, Margin(categories: [nil, nil, nil, nil], totals: [1]), of: sums)
    isRefused(.noResponses, Self.rows, of: DesignSums([]))
  }

  /// Half a percent and less is scaled to the first margin.
  @Test func totalsThatAllButAgreeAreScaled() throws {
    let calibration = try Calibration(
      Self.sums([30, 10, 20, 40]),
      to: [Self.rows, Margin(categories: [0, 1, 0, 1], totals: [301.5, 703.5])])
    let exact = try Calibration(Self.sums([30, 10, 20, 40]), to: [Self.rows, Self.columns])
    #expect(
      zip(calibration.factors, exact.factors).allSatisfy { relativeError($0, $1) < 1e-12 })
  }

  /// Two cells on the diagonal cannot have two different margins: the one that is off is named.
  @Test func rakingThatCannotConvergeSaysWhichMargin() throws {
    do {
      _ = try Calibration(Self.sums([30, 0, 0, 40]), to: [Self.rows, Self.columns])
      Issue.record("converged")
    } catch {
      guard case .notConverged(let margin, _, let residual, let rounds) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(margin == 0 && residual > 0.1 && rounds >= 1)
    }
  }

  /// A cap acts within the loop, and what is then left of the margins is said.
  @Test func aCapLeavesAResidual() throws {
    let counts = [2, 38, 20, 40]
    let margins = [Self.rows, Self.columns]
    let free = try Calibration(Self.sums(counts), to: margins)
    #expect(free.largestAdjustment > 1.5)
    let capped = try Calibration(Self.sums(counts), to: margins, cap: 1.45)
    #expect(capped.isCapped && capped.largestAdjustment <= 1.45)
    #expect(capped.residual > 0.001)
    let loose = try Calibration(Self.sums(counts), to: margins, cap: 100)
    #expect(!loose.isCapped && loose.residual < 1e-13)
    #expect(zip(loose.factors, free.factors).allSatisfy { relativeError($0, $1) < 1e-12 })
  }

  /// A response without a category keeps its weight times the overall factor; all are the population.
  @Test func missingVariablesKeepTheirWeight() throws {
    let rows = Margin(categories: [0, 0, 1, 1, nil], totals: [600, 400])
    let columns = Margin(categories: [0, 1, 0, 1, 1], totals: [300, 700])
    let counts = [30, 10, 20, 40, 25]
    let calibration = try Calibration(Self.sums(counts), to: [rows, columns])
    #expect(calibration.unmatched == 25)
    #expect(calibration.overallFactor == 8 && calibration.factors[4] == 8)
    let weighted = zip(calibration.factors, counts).map { $0 * Double($1) }
    #expect(relativeError(weighted.reduce(0, +), 1000) < 1e-12)
    // The others are calibrated among themselves: the same factors, but for the scale.
    let without = try Calibration(
      Self.sums([30, 10, 20, 40]), to: [Self.rows, Self.columns])
    for cell in 0..<4 {
      #expect(
        relativeError(
          calibration.factors[cell] / calibration.overallFactor,
          without.factors[cell] / without.overallFactor) < 1e-12)
    }
  }

  /// Nothing in a calibrated estimate hangs on the order of rows, and nothing is NaN.
  @Test(arguments: [false, true])
  func calibratedEstimatesAreNumbers(clustered: Bool) throws {
    let rows = DesignTests.rows(500, clustered: clustered, seed: 31)
    let design = try DesignTests.design(rows, clustered: clustered)
    let margins = [
      Margin(categories: [0, 0, 1, 1, nil], totals: [50, 70]),
      Margin(categories: [0, 1, 0, 1, 1], totals: [60, 60]),
    ]
    var random = SeededRandom(seed: 32)
    var seen: DesignEstimate?
    for _ in 0..<3 {
      let sums = DesignSums(rows.shuffled(using: &random))
      let calibration = try Calibration(sums, to: margins)
      let estimate = try #require(
        design.estimate(DesignTests.rate, of: sums, calibratedBy: calibration) { $0 != 1 })
      #expect(seen == nil || seen == estimate)
      seen = estimate
      #expect(try #require(estimate.standardError) > 0)
      #expect(try #require(estimate.standardError).isFinite)
      let none = design.estimate(.rate([nil, nil, nil]), of: sums, calibratedBy: calibration)
      #expect(none == nil)
      let all = try #require(
        design.estimate(.rate([true, true, true]), of: sums, calibratedBy: calibration))
      #expect(all.value == 1 && all.standardError == 0)
    }
  }
}
