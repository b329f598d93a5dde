extension Interval {
  /// Wilson's score interval: the proportions t that a two-sided score test does not reject.
  ///
  /// E. B. Wilson (1927, JASA 22): with z the critical value, the roots t of
  /// n (p − t)² = z² t (1 − t), that is
  /// (2x + z² ∓ z √(z² + 4x(n − x)/n)) / (2 (n + z²)).
  /// Agrees with R's `prop.test(successes, trials, conf.level = level, correct = FALSE)$conf.int`.
  /// Ends exactly at 0 for no success and at 1 for no failure, and never lies outside.
  ///
  /// - Parameters:
  ///   - successes: x, from 0 to `trials`.
  ///   - trials: n; `nil` is returned for 0.
  ///   - level: strictly between 0 and 1.
  /// - Complexity: O(1).
  public static func wilson(successes: Int, trials: Int, level: Double) -> Interval? {
    wilson(RateSample(successes: successes, trials: trials), level: level)
  }

  /// The interval of a sample that need not be of whole answers.
  static func wilson(_ sample: RateSample, level: Double) -> Interval? {
    check(level)
    return wilson(sample, level: level, critical: NormalDistribution.criticalValue(level: level))
  }

  /// The interval with another critical value z than the normal distribution's.
  ///
  /// With the effective answers n = p (1 − p) / V of a design and Student's t of its degrees of freedom
  /// it is `svyciprop(method = "wilson")` of R's `survey` from 4.5 on.
  static func wilson(_ sample: RateSample, level: Double, critical z: Double) -> Interval? {
    if sample.trials == 0 { return nil }
    // Above one half the limits are the mirrored ones: successes and failures are treated alike to
    // the last bit, and the limit next to 1 cannot pass it.
    let (x, failures, n) = (sample.successes, sample.failures, sample.trials)
    if x <= failures {
      let limits = wilsonLimits(x, failures, n, z)
      return Interval(lower: limits.lower, upper: limits.upper, level: level, method: .wilson)
    }
    let limits = wilsonLimits(failures, x, n, z)
    return Interval(
      lower: 1 - limits.upper, upper: 1 - limits.lower, level: level, method: .wilson)
  }

  /// The limits for at most one half of successes.
  ///
  /// The lower one is the product of the roots, x² / (n (n + z²)), over the upper one: subtracting
  /// the root would cancel digits and leave 0 of n at something other than 0.
  private static func wilsonLimits(
    _ x: Double, _ failures: Double, _ n: Double, _ z: Double
  ) -> (lower: Double, upper: Double) {
    let root = (z * z + 4 * x * (failures / n)).squareRoot()
    let sum = 2 * x + z * z + z * root
    return (2 * x * (x / n) / sum, sum / (2 * (n + z * z)))
  }
}
