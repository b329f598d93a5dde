import RealModule

/// The z test of two independent rates being equal, with the variance of the pooled rate.
///
/// z = (p₁ − p₂) / √(p (1 − p) (1/n₁ + 1/n₂)) with p the rate of both together. Agrees with R's
/// `prop.test(c(x₁, x₂), c(n₁, n₂), correct = FALSE)`: z² is its X-squared. Where p is 0 or 1 the two
/// rates are equal, R says NaN, and here z is 0 and the p-value 1.
public struct PooledRateTest: Sendable, Equatable {
  /// z, positive where the first rate is higher.
  public let statistic: Double
  /// The two-sided p-value, 0…1.
  public let pValue: Double

  /// The test of two samples; `nil` where either has no answers.
  public init?(_ first: RateSample, _ second: RateSample) {
    guard first.trials > 0, second.trials > 0 else { return nil }
    let n = first.trials + second.trials
    let pooled = (first.successes + second.successes) / n
    let rest = (first.failures + second.failures) / n
    let variance = pooled * rest * (1 / first.trials + 1 / second.trials)
    // x₁ n₂ − x₂ n₁ by the failures too, so that rates next to 1 keep their digits.
    let difference =
      pooled <= rest
      ? first.successes / first.trials - second.successes / second.trials
      : second.failures / second.trials - first.failures / first.trials
    statistic = variance > 0 ? difference / variance.squareRoot() : 0
    pValue = min(1, 2 * NormalDistribution.upperTail(abs(statistic)))
  }
}
