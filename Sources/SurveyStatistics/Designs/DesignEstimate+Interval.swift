extension DesignEstimate {
  /// The interval of a measure that is no rate (a mean, `mean100`, `net`, the mean of rates): the estimate
  /// less and plus t(df) times its standard error.
  ///
  /// R: `confint(svymean(…), level = level, df = degf(design))`. Without weights, strata and clusters it is
  /// Student's interval of a mean, `t.test(x)$conf.int`. Cut at the ends of the scale, and flagged.
  ///
  /// - Parameters:
  ///   - range: the least and the greatest that the measure can be.
  ///   - level: strictly between 0 and 1.
  /// - Returns: `noDegreesOfFreedom` for df ≤ 0; `degenerate` where all answered alike, where no stratum
  ///   tells a variance, and where all clusters are alike.
  public func interval(
    in range: ClosedRange<Double>, level: Double
  ) -> Result<Interval, NoIntervalReason> {
    .ofMean(
      value, standardError: isConstant || hasZeroVariance ? 0 : standardError,
      degreesOfFreedom: degreesOfFreedom, in: range, level: level)
  }

  /// Whether clusters are all alike, though answers differ: a design effect under 1e-9.
  public var hasZeroVariance: Bool {
    designEffect.map { $0 < RateEstimate.leastDesignEffect } ?? false
  }
}

extension Result<Interval, NoIntervalReason> {
  /// The interval of a mean on its own scale, by its standard error and t(df).
  ///
  /// - Parameters:
  ///   - standardError: `nil` and 0 give `degenerate`.
  ///   - degreesOfFreedom: 0 or less gives `noDegreesOfFreedom`.
  ///   - range: the least and the greatest that the mean can be.
  ///   - level: strictly between 0 and 1.
  public static func ofMean(
    _ value: Double, standardError: Double?, degreesOfFreedom: Int, in range: ClosedRange<Double>,
    level: Double
  ) -> Result {
    Interval.check(level)
    guard degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    // What rounding leaves of clusters that are all alike is no standard error.
    let least = 0x1p-46 * (range.upperBound - range.lowerBound)
    guard let standardError, standardError > least else { return .failure(.degenerate) }
    let half =
      StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom)).criticalValue(level: level)
      * standardError
    let interval = Interval(
      lower: value - half, upper: value + half, level: level, method: .mean
    ).clipped(to: range)
    return interval.map { .success($0) } ?? .failure(.degenerate)
  }
}

extension IntervalRule {
  /// The interval of a share as a design estimates it; `noDegreesOfFreedom` also without a standard error.
  public func outcome(of estimate: DesignEstimate) -> Result<Interval, NoIntervalReason> {
    estimate.rate.map { outcome(of: $0) } ?? .failure(.noDegreesOfFreedom)
  }
}
