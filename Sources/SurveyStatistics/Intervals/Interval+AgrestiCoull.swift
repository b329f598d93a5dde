extension Interval {
  /// Agresti and Coull's interval: Wald's, with z²/2 satisfied and z²/2 other answers added.
  ///
  /// A. Agresti and B. A. Coull (1998, The American Statistician 52:119): with ñ = n + z² and
  /// p̃ = (x + z²/2)/ñ, p̃ ∓ z √(p̃ (1 − p̃)/ñ). In R `binom::binom.agresti.coull`, here held against the
  /// formula. It leaves 0…1 next to the ends, and is clipped there and flagged.
  ///
  /// - Parameters:
  ///   - sample: `nil` is returned without answers.
  ///   - level: strictly between 0 and 1.
  static func agrestiCoull(_ sample: RateSample, level: Double) -> Interval? {
    check(level)
    if sample.trials == 0 { return nil }
    let z = NormalDistribution.criticalValue(level: level)
    let n = sample.trials + z * z
    let rate = (sample.successes + z * z / 2) / n
    let rest = (sample.failures + z * z / 2) / n
    let half = z * (rate * rest / n).squareRoot()
    return symmetric(rate, rest, half, level, .agrestiCoull)
  }

  /// rate ∓ half, clipped; the upper limit by the complement, so that it keeps its digits next to 1.
  static func symmetric(
    _ rate: Double, _ complement: Double, _ half: Double, _ level: Double,
    _ method: IntervalMethod
  ) -> Interval? {
    Interval(
      lower: rate - half, upper: rate <= 0.5 ? rate + half : 1 - (complement - half), level: level,
      method: method
    ).clipped()
  }
}
