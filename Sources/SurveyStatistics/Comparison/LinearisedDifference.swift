/// The difference of two estimates of one design, with its interval and test.
///
/// The variance is that of the difference of the linearised variables, so clusters that have responses on
/// both sides count as what they are: two quarters of one panel covary, two samples do not. The interval
/// is d ∓ t(df) s and the test t = d/s. Agrees with R's `svyttest`, its degrees of freedom included: one
/// less than `degf`; d and s are those of `svycontrast(svyby(…, covmat = TRUE))`.
public struct LinearisedDifference: Sendable, Equatable {
  /// The name in every report.
  public static let method = "linearised"

  /// The first estimate less the second.
  public let estimate: Double
  /// The standard error, above 0.
  public let standardError: Double
  /// Clusters less strata with a response in either base, less 1.
  public let degreesOfFreedom: Int
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double
  /// The confidence level, between 0 and 1.
  public let level: Double
  /// Whether a limit fell outside of what the difference can be, and was cut there.
  public let isClipped: Bool
  /// t, positive where the first is larger.
  public let statistic: Double
  /// The two-sided p-value, 0…1.
  public let pValue: Double

  /// The comparison of a difference with its standard error.
  ///
  /// - Parameters:
  ///   - estimate: d.
  ///   - standardError: 0 gives `degenerate`: both sides are all alike, and nothing says how sure that is.
  ///   - degreesOfFreedom: 0 or less gives `noDegreesOfFreedom`.
  ///   - range: what the difference can be, −1…1 for rates; `nil` cuts nothing.
  ///   - level: strictly between 0 and 1.
  public static func between(
    _ estimate: Double, standardError: Double, degreesOfFreedom: Int,
    in range: ClosedRange<Double>?, level: Double
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    Interval.check(level)
    guard degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    guard standardError > 0 else { return .failure(.degenerate) }
    let student = StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom))
    let half = student.criticalValue(level: level) * standardError
    let (low, high) = (estimate - half, estimate + half)
    let lower = range.map { max(low, $0.lowerBound) } ?? low
    let upper = range.map { min(high, $0.upperBound) } ?? high
    guard lower < upper else { return .failure(.degenerate) }
    let t = estimate / standardError
    return .success(
      LinearisedDifference(
        estimate: estimate, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
        lower: lower, upper: upper, level: level, isClipped: lower != low || upper != high,
        statistic: t, pValue: student.bothTails(t)))
  }
}

extension SampleDesign {
  /// The difference of a measure between two domains, or of two measures of the same sums.
  ///
  /// - Parameters:
  ///   - first: an estimate from `sums`.
  ///   - second: another one from the same sums; no part of the first, for a unit is compared with the
  ///     rest.
  ///   - sums: those that both are from; weighted by the factors if they are calibrated.
  ///   - base: which rows are in either base, for the degrees of freedom.
  ///   - range: what the difference can be, −1…1 for rates; `nil` cuts nothing.
  ///   - level: strictly between 0 and 1.
  /// - Returns: `noAnswers` where no row is in the base; `noDegreesOfFreedom` also where one side has no
  ///   more clusters than strata; `degenerate` where all answered alike on both sides, or every cluster of
  ///   the design did.
  /// - Complexity: O(rows).
  public func difference(
    _ first: DesignEstimate, minus second: DesignEstimate, on sums: DesignSums,
    base: (DesignSums.Row) -> Bool, in range: ClosedRange<Double>? = nil, level: Double
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    let variable = first.linear - second.linear
    return difference(
      first, minus: second, size: sums.size(of: base), in: range, level: level,
      variance: { variance(of: variable, on: sums, among: base) })
  }

  /// The difference of two estimates by the variance of their variables' difference.
  ///
  /// - Parameters:
  ///   - size: what is in either base.
  ///   - varianceOfAll: asked for only where answers differ.
  func difference(
    _ first: DesignEstimate, minus second: DesignEstimate,
    size: (strata: Int, clusters: Int, responses: Int), in range: ClosedRange<Double>?,
    level: Double, variance varianceOfAll: () -> Double?
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    guard size.responses > 0 else { return .failure(.noAnswers) }
    // A side of one cluster has no spread of its own: what the other one lends it is none of its.
    if isClustered, min(first.degreesOfFreedom, second.degreesOfFreedom) < 1 {
      return .failure(.noDegreesOfFreedom)
    }
    let units = isClustered ? size.clusters : size.responses
    let isAlike = first.isConstant && second.isConstant
    let variance = isAlike ? 0 : max(0, varianceOfAll() ?? 0)
    // What rounding leaves of clusters that are all alike is no standard error.
    let simple = [first, second].reduce(0.0) { sum, part in
      guard let error = part.standardError, let effect = part.designEffect, effect > 0 else {
        return sum
      }
      return sum + error * error / effect
    }
    let isZero = variance < RateEstimate.leastDesignEffect * simple
    return LinearisedDifference.between(
      first.value - second.value, standardError: isZero ? 0 : variance.squareRoot(),
      degreesOfFreedom: units - size.strata - 1, in: range, level: level)
  }

  /// The difference of a measure between two cells of the sums, which no others are taken from.
  ///
  /// - Parameters:
  ///   - scores: the measure.
  ///   - first: the cell whose estimate is subtracted from.
  ///   - second: the other cell.
  ///   - sums: of the measure's question.
  ///   - range: what the difference can be; `nil` cuts nothing.
  ///   - level: strictly between 0 and 1.
  /// - Returns: `noAnswers` where nobody of either is in the base; else as
  ///   ``difference(_:minus:on:base:in:level:)``.
  public func difference(
    _ scores: Scores, of first: Int32, minus second: Int32, on sums: DesignSums,
    in range: ClosedRange<Double>?, level: Double
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    guard let one = estimate(scores, of: sums, in: { $0 == first }),
      let other = estimate(scores, of: sums, in: { $0 == second })
    else { return .failure(.noAnswers) }
    return difference(
      one, minus: other, on: sums,
      base: { ($0.cell == first || $0.cell == second) && scores.score($0.code).x != 0 },
      in: range, level: level)
  }
}
