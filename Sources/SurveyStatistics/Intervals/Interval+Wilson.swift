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
    check(successes: successes, trials: trials, level: level)
    if trials == 0 { return nil }
    let z = NormalDistribution.criticalValue(level: level)
    // Above one half the limits are the mirrored ones: successes and failures are treated alike to
    // the last bit, and the limit next to 1 cannot pass it.
    let failures = trials - successes
    if successes <= failures {
      let limits = wilsonLimits(successes, trials, z)
      return Interval(lower: limits.lower, upper: limits.upper, level: level, method: .wilson)
    }
    let limits = wilsonLimits(failures, trials, z)
    return Interval(
      lower: 1 - limits.upper, upper: 1 - limits.lower, level: level, method: .wilson)
  }

  /// The limits for at most one half of successes.
  ///
  /// The lower one is the product of the roots, x² / (n (n + z²)), over the upper one: subtracting
  /// the root would cancel digits and leave 0 of n at something other than 0.
  private static func wilsonLimits(
    _ successes: Int, _ trials: Int, _ z: Double
  ) -> (lower: Double, upper: Double) {
    let (x, n) = (Double(successes), Double(trials))
    let root = (z * z + 4 * x * (Double(trials - successes) / n)).squareRoot()
    let sum = 2 * x + z * z + z * root
    return (2 * x * (x / n) / sum, sum / (2 * (n + z * z)))
  }
}
