import Foundation
import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct DistributionTests {
  @Test func normalQuantilesAgreeWithR() throws {
    for row in try ReferenceTable("normal", rows: 40).rows {
      let value = NormalDistribution.quantile(try row.figure("probability"))
      #expect(relativeError(value, try row.figure("quantile")) < 2e-15, "line \(row.line)")
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(0.25) == -NormalDistribution.quantile(0.75))
  }

  @Test func normalQuantileRises() {
    var random = SeededRandom(seed: 1)
    let points = (0..<2000).map { _ in Double.random(in: 0...1, using: &random) }.sorted()
    let values = points.map(NormalDistribution.quantile)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func betaTailsAgreeWithR() throws {
    for row in try ReferenceTable("beta", rows: 211).rows {
      let beta = BetaDistribution(a: try row.figure("a"), b: try row.figure("b"))
      let x = try row.figure("x")
      #expect(
        relativeError(beta.lowerTail(x), try row.figure("lower")) < 1e-9, "line \(row.line)")
      #expect(
        relativeError(beta.upperTail(x), try row.figure("upper")) < 1e-9, "line \(row.line)")
    }
  }

  /// R 4.2's own figures are 3e-11 off at a billion; these are of arbitrary precision.
  @Test func betaTailsKeepTheirDigitsAtAnySize() throws {
    for row in try ReferenceTable("precise", rows: 50).rows {
      let beta = BetaDistribution(a: try row.figure("a"), b: try row.figure("b"))
      let (value, expected) = (beta.lowerTail(try row.figure("x")), try row.figure("lower"))
      #expect(relativeError(value, expected) < 5e-13, "line \(row.line)")
    }
  }

  @Test func betaQuantilesAgreeWithR() throws {
    for row in try ReferenceTable("quantile", rows: 104).rows {
      let beta = BetaDistribution(a: try row.figure("a"), b: try row.figure("b"))
      let probability = try row.figure("probability")
      let lower = beta.quantile(lowerTail: probability)
      let upper = beta.quantile(upperTail: probability)
      #expect(relativeError(lower, try row.figure("lower")) < 1e-9, "line \(row.line)")
      #expect(relativeError(upper, try row.figure("upper")) < 1e-9, "line \(row.line)")
    }
  }

  /// The fraction and the integral are independent of each other; where both are fit they agree.
  @Test(arguments: [(1000.0, 1000.0), (1500, 90_000), (2e5, 3000), (4e5, 6e5), (1e6, 1e9)])
  func fractionAndIntegralAgree(a: Double, b: Double) {
    let deviation = (a / (a + b) * b / (a + b) / (a + b)).squareRoot()
    for distance in [0.0, 0.1, 1, 3, 10, 30] where a / (a + b) > distance * deviation {
      let x = a / (a + b) - distance * deviation
      let point = BetaPoint(a: a, b: b, x: x, y: 1 - x)
      #expect(relativeError(point.integral, point.fraction) < 2e-13, "\(a) \(b) \(distance)")
    }
  }

  /// I_x(a, 1) = x^a and I_x(1, b) = 1 − (1 − x)^b, by hand.
  @Test func betaWithClosedForms() {
    for exponent in [0.001, 0.5, 1, 3, 999, 1001, 1e6] {
      for x in [1e-300, 1e-20, 0.001, 0.3, 0.7, 0.999, 1 - 0x1p-53] {
        let expected = exp(exponent * log(x))
        guard expected > 1e-290 else { continue }
        let left = BetaDistribution(a: exponent, b: 1).lowerTail(x)
        #expect(relativeError(left, expected) < 1e-12, "\(exponent) \(x)")
        let right = BetaDistribution(a: 1, b: exponent).lowerTail(x)
        let complement = -expm1(exponent * log1p(-x))
        #expect(relativeError(right, complement) < 1e-12, "\(exponent) \(x)")
      }
    }
  }

  @Test func betaQuantileInvertsTheTail() {
    var random = SeededRandom(seed: 2)
    for _ in 0..<500 {
      let a = exp(Double.random(in: -3...20, using: &random))
      let b = exp(Double.random(in: -3...20, using: &random))
      let tail = exp(Double.random(in: -200...(-0.01), using: &random))
      let beta = BetaDistribution(a: a, b: b)
      let x = beta.quantile(lowerTail: tail)
      #expect((0...1).contains(x))
      // Next to 1 a step of x is a large step of the tail: the other end is then the measure.
      guard x < 0.9, x > 1e-300 else { continue }
      let slack = 1e-12 + 4 * 0x1p-52 / Swift.max(1e-16, (1 / a + 1 / b).squareRoot()) * 30
      #expect(relativeError(beta.lowerTail(x), tail) < slack, "\(a) \(b) \(tail)")
    }
  }

  @Test func oneSidedTestsAgreeWithR() throws {
    for row in try ReferenceTable("tests", rows: 416).rows {
      let binomial = BinomialDistribution(
        trials: try row.count("trials"), probability: try row.figure("probability"))
      let successes = try row.count("successes")
      let (above, below) = (binomial.atLeast(successes), binomial.atMost(successes))
      #expect(relativeError(above, try row.figure("atLeast")) < 1e-9, "line \(row.line)")
      #expect(relativeError(below, try row.figure("atMost")) < 1e-9, "line \(row.line)")
    }
  }

  /// Against the sum of single probabilities, each from Pascal's triangle.
  @Test func oneSidedTestsAreSumsOfProbabilities() {
    for trials in 0...30 {
      for probability in [0.0, 0.01, 0.25, 0.5, 0.85, 1] {
        let binomial = BinomialDistribution(trials: trials, probability: probability)
        var coefficient = 1.0
        let single = (0...trials).map { k in
          defer { coefficient = coefficient * Double(trials - k) / Double(k + 1) }
          let failures = pow(1 - probability, Double(trials - k))
          return coefficient * pow(probability, Double(k)) * failures
        }
        for k in 0...trials {
          let above = single[k...].reversed().reduce(0, +)
          let below = single[...k].reduce(0, +)
          #expect(relativeError(binomial.atLeast(k), above) < 1e-13)
          #expect(relativeError(binomial.atMost(k), below) < 1e-13)
        }
      }
    }
  }

  @Test func tailsBeyondTheTrials() {
    let binomial = BinomialDistribution(trials: 10, probability: 0.3)
    #expect(binomial.atLeast(0) == 1)
    #expect(binomial.atLeast(-1) == 1)
    #expect(binomial.atLeast(11) == 0)
    #expect(binomial.atMost(-1) == 0)
    #expect(binomial.atMost(10) == 1)
    let none = BinomialDistribution(trials: 0, probability: 0.3)
    #expect(none.atLeast(0) == 1)
    #expect(none.atMost(0) == 1)
  }
}
