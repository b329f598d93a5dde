extension Interval {
  /// Jeffreys's interval: the middle of the posterior distribution Beta(x + 1/2, n − x + 1/2).
  ///
  /// H. Jeffreys (1946, Proceedings of the Royal Society A 186); with the ends 0 of no success and 1 of
  /// no failure as L. D. Brown, T. T. Cai and A. DasGupta put them (2001, Statistical Science 16:101).
  /// Agrees with R's `qbeta((1 ∓ level) / 2, x + 0.5, n - x + 0.5)`.
  ///
  /// - Parameters:
  ///   - sample: `nil` is returned without answers.
  ///   - level: strictly between 0 and 1.
  static func jeffreys(_ sample: RateSample, level: Double) -> Interval? {
    check(level)
    if sample.trials == 0 { return nil }
    let tail = (1 - level) / 2
    let posterior = BetaDistribution(a: sample.successes + 0.5, b: sample.failures + 0.5)
    return Interval(
      lower: sample.successes == 0 ? 0 : posterior.quantile(lowerTail: tail),
      upper: sample.failures == 0 ? 1 : posterior.quantile(upperTail: tail), level: level,
      method: .jeffreys)
  }
}
