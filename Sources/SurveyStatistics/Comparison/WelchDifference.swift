import RealModule

/// The difference of two independent estimates, each with a standard error and degrees of freedom of its
/// own, with its interval and test.
///
/// B. L. Welch (1947, Biometrika 34:28): s² = s₁² + s₂², df = s⁴ / (s₁⁴/df₁ + s₂⁴/df₂), after
/// F. E. Satterthwaite (1946, Biometrics Bulletin 2:110); the interval is d ∓ t(df) s and the test t = d/s.
/// Of two means of responses drawn simply it is R's `t.test(x, y)`.
public struct WelchDifference: Sendable, Equatable {
  /// One side.
  public struct Side: Sendable, Equatable {
    /// The estimate.
    public let value: Double
    /// Its standard error, 0 or more.
    public let standardError: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int

    /// Creates a side.
    public init(value: Double, standardError: Double, degreesOfFreedom: Int) {
      self.value = value
      self.standardError = standardError
      self.degreesOfFreedom = degreesOfFreedom
    }
  }

  /// The name in every report.
  public static let method = "welch"

  /// The first estimate less the second.
  public let estimate: Double
  /// The standard error, above 0.
  public let standardError: Double
  /// Satterthwaite's, above 0; need not be whole.
  public let degreesOfFreedom: Double
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double
  /// Whether a limit fell outside of what the difference can be, and was cut there.
  public let isClipped: Bool
  /// t, positive where the first is larger.
  public let statistic: Double
  /// The two-sided p-value, 0…1.
  public let pValue: Double

  /// The comparison of two sides.
  ///
  /// - Parameters:
  ///   - first: what is subtracted from.
  ///   - second: the other one; of nobody who is in the first.
  ///   - range: what the difference can be.
  ///   - level: strictly between 0 and 1.
  /// - Returns: `noDegreesOfFreedom` where a side has none; `degenerate` where both are without a
  ///   standard error.
  public static func between(
    _ first: Side, and second: Side, in range: ClosedRange<Double>, level: Double
  ) -> Result<WelchDifference, NoIntervalReason> {
    Interval.check(level)
    guard first.degreesOfFreedom > 0, second.degreesOfFreedom > 0 else {
      return .failure(.noDegreesOfFreedom)
    }
    let variances = [first, second].map { $0.standardError * $0.standardError }
    let variance = variances[0] + variances[1]
    let error = variance.squareRoot()
    // What rounding leaves of answers that are all alike is no standard error.
    guard error > 0x1p-46 * (range.upperBound - range.lowerBound) else {
      return .failure(.degenerate)
    }
    // By the parts of the variance: squares of squares may underflow.
    let parts = [
      variances[0] / variance / Double(first.degreesOfFreedom).squareRoot(),
      variances[1] / variance / Double(second.degreesOfFreedom).squareRoot(),
    ]
    let df = 1 / (parts[0] * parts[0] + parts[1] * parts[1])
    let student = StudentDistribution(degreesOfFreedom: df)
    let estimate = first.value - second.value
    let half = student.criticalValue(level: level) * error
    let (low, high) = (estimate - half, estimate + half)
    let (lower, upper) = (max(low, range.lowerBound), min(high, range.upperBound))
    guard lower < upper else { return .failure(.degenerate) }
    let t = estimate / error
    return .success(
      WelchDifference(
        estimate: estimate, standardError: error, degreesOfFreedom: df, lower: lower, upper: upper,
        isClipped: lower != low || upper != high, statistic: t, pValue: student.bothTails(t)))
  }
}
