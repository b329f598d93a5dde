import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct OverDispersionTests {
  @Test func theTailOfChiSquaredAgreesWithR() throws {
    for row in try ReferenceTable("chisquared", rows: 253).rows {
      let tail = ChiSquaredDistribution(degreesOfFreedom: try row.figure("df"))
        .upperTail(try row.figure("x"))
      #expect(relativeError(tail, try row.figure("upper")) < 1e-9, "line \(row.line)")
    }
    let distribution = ChiSquaredDistribution(degreesOfFreedom: 4)
    #expect(distribution.upperTail(0) == 1 && distribution.upperTail(.infinity) == 0)
    // e⁻ˣ⸍² (1 + x/2) at x = 2.
    #expect(relativeError(distribution.upperTail(2), 0.735_758_882_342_884_7) < 1e-14)
  }

  /// The cells of each case, by unit.
  private static func cases() throws -> [Int: [[RateSample]]] {
    var units: [Int: [Int: [RateSample]]] = [:]
    for row in try ReferenceTable("dispersion-cells", rows: 400).rows {
      units[try row.count("case"), default: [:]][try row.count("unit"), default: []]
        .append(RateSample(successes: try row.count("x"), trials: try row.count("n")))
    }
    return units.mapValues { units in units.sorted { $0.key < $1.key }.map(\.value) }
  }

  @Test func agreesWithPearsonsDispersionInR() throws {
    let cases = try Self.cases()
    for row in try ReferenceTable("dispersion", rows: 13).rows {
      let at = Comment("line \(row.line)")
      let dispersion = OverDispersion(try #require(cases[try row.count("case")]))
      guard let phi = try row.optionalFigure("phi") else {
        #expect(dispersion == nil, at)
        continue
      }
      let found = try #require(dispersion, at)
      #expect(relativeError(found.phi, phi) < 1e-9, at)
      #expect(found.cells == (try row.count("cells")), at)
      #expect(found.units == (try row.count("units")), at)
      let tail = try row.figure("p")
      // The tail magnifies what φ is off by, and R iterates to a tolerance.
      #expect(relativeError(found.pValue, tail) < 1e-6, at)
      #expect(found.isFlagged == (phi > 1.5 && tail < 0.025), at)
    }
  }

  /// Case 2 is twice the cells of R's `sum((x-n*p)^2/(n*p*(1-p)))/(length(x)-1)` = 8.12759282841701
  /// over 5: the same sum twice, over 11.
  @Test func aPooledRateByHand() throws {
    let cells = zip([40, 55, 30, 62, 41, 58], [50, 60, 50, 65, 50, 60])
      .map { RateSample(successes: $0, trials: $1) }
    #expect(OverDispersion([cells]) == nil)
    let twice = try #require(OverDispersion([cells + cells]))
    #expect(relativeError(twice.phi, 8.127_592_828_417_01 * 5 * 2 / 11) < 1e-12)
  }

  @Test func whatSaysNothingIsLeftOut() throws {
    func cell(_ x: Int, _ n: Int = 10) -> RateSample { RateSample(successes: x, trials: n) }
    let sound = Array(repeating: [cell(7), cell(9)], count: 5)
    // p = 0.8: each cell is 1² / (10 · 0.8 · 0.2) = 0.625 of the sum; 10 · 0.625 / (10 − 5) = 1.25.
    let found = try #require(OverDispersion(sound))
    #expect(abs(found.phi - 1.25) < 1e-15 && found.cells == 10 && found.units == 5)
    #expect(found.degreesOfFreedom == 5 && !found.isFlagged)
    let idle = [
      [cell(3)], [cell(10), cell(10)], [cell(0), cell(0)], [cell(4, 4), cell(0, 4)], [],
    ]
    #expect(OverDispersion(sound + idle) == found)
    // The small cell does not shift the unit's rate.
    #expect(OverDispersion(sound.dropLast() + [[cell(7), cell(4, 4), cell(9)]]) == found)
    #expect(OverDispersion(Array(sound.dropLast())) == nil)
    #expect(OverDispersion([]) == nil && OverDispersion(idle) == nil)
  }

  /// 1.5 needs many cells to be more than chance, and with very many is still nothing to be told.
  @Test func aFlagTakesSizeAndCertainty() throws {
    func units(_ count: Int, _ x: Int, _ y: Int, of n: Int) throws -> OverDispersion {
      let cells = [RateSample(successes: x, trials: n), RateSample(successes: y, trials: n)]
      return try #require(OverDispersion(Array(repeating: cells, count: count)))
    }
    // φ = 2 d² / (n p q), d half of the difference: 2 · 9 / (40 · ¼) = 1.8 and 2 · 49 / (280 · ¼) = 1.4.
    let (few, many) = (try units(5, 17, 23, of: 40), try units(60, 17, 23, of: 40))
    #expect(abs(few.phi - 1.8) < 1e-14 && abs(many.phi - 1.8) < 1e-14)
    // R: pchisq(9, 5, lower.tail = FALSE) = 0.109064157, pchisq(108, 60, …) = 0.0001439704
    #expect(abs(few.pValue - 0.109_064_157) < 1e-8 && !few.isFlagged)
    #expect(many.pValue < 2e-4 && many.isFlagged)
    let tame = try units(1000, 133, 147, of: 280)
    #expect(abs(tame.phi - 1.4) < 1e-12 && tame.pValue < 1e-9 && !tame.isFlagged)
  }
}
