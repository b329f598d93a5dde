extension Interval {
  /// Clopper and Pearson's interval: the proportions that no exact one-sided test rejects.
  ///
  /// C. J. Clopper and E. S. Pearson (1934, Biometrika 26): the limits are quantiles of beta
  /// distributions, α/2 of Beta(x, n − x + 1) below and 1 − α/2 of Beta(x + 1, n − x) above.
  /// Agrees with R's `binom.test(successes, trials, conf.level = level)$conf.int`. Ends exactly at 0
  /// for no success and at 1 for no failure.
  ///
  /// - Parameters:
  ///   - successes: x, from 0 to `trials`.
  ///   - trials: n; `nil` is returned for 0.
  ///   - level: strictly between 0 and 1.
  /// - Complexity: O(√min(x, n − x, 1000)), times a few steps of Newton's method.
  public static func clopperPearson(successes: Int, trials: Int, level: Double) -> Interval? {
    clopperPearson(RateSample(successes: successes, trials: trials), level: level)
  }

  /// The interval of a sample that need not be of whole answers.
  static func clopperPearson(_ sample: RateSample, level: Double) -> Interval? {
    check(level)
    if sample.trials == 0 { return nil }
    let tail = (1 - level) / 2
    let (x, failures) = (sample.successes, sample.failures)
    let lower = x == 0 ? 0 : BetaDistribution(a: x, b: failures + 1).quantile(lowerTail: tail)
    let upper =
      failures == 0 ? 1 : BetaDistribution(a: x + 1, b: failures).quantile(upperTail: tail)
    return Interval(lower: lower, upper: upper, level: level, method: .clopperPearson)
  }
}
