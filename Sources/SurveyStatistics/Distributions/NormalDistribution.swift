import RealModule

/// The standard normal distribution.
public enum NormalDistribution {
  /// The value that a standard normal variable stays below with probability `probability`.
  ///
  /// Starts from Hastings' rational approximation (Abramowitz and Stegun 1964, 26.2.23, error below
  /// 4.5e-4) and takes three steps of Halley's cubic iteration on the error function, which is more
  /// than a `Double` can hold. Agrees with R's `qnorm(probability)`, to 2e-15 relative down to
  /// 1e-300.
  ///
  /// - Parameter probability: between 0 and 1; the limits give −∞ and ∞.
  /// - Precondition: `0 ≤ probability ≤ 1`.
  public static func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability lies between 0 and 1")
    // 1 − p is exact for p ≥ 1/2.
    return probability > 0.5
      ? upperQuantile(tail: 1 - probability) : -upperQuantile(tail: probability)
  }

  /// The probability that a standard normal variable passes `z`.
  ///
  /// R: `pnorm(z, lower.tail = FALSE)`. Keeps its relative precision where it is small.
  static func upperTail(_ z: Double) -> Double { Double.erfc(z * 0.5.squareRoot()) / 2 }

  /// The critical value of a two-sided interval: 1.96 for a level of 0.95.
  ///
  /// R: `qnorm((1 + level) / 2)`.
  static func criticalValue(level: Double) -> Double { upperQuantile(tail: (1 - level) / 2) }

  /// The value exceeded with probability `tail`, at most one half.
  private static func upperQuantile(tail: Double) -> Double {
    if tail == 0 { return .infinity }
    if tail == 0.5 { return 0 }
    let t = (-2 * Double.log(tail)).squareRoot()
    var z =
      t - (2.515_517 + t * (0.802_853 + t * 0.010_328))
      / (1 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)))
    for _ in 0..<3 {
      // Next to the median the tail is compared through its distance from one half, which is exact
      // and keeps the relative precision of a z near 0.
      let difference =
        tail > 0.25
        ? (0.5 - tail) - Double.erf(z * 0.5.squareRoot()) / 2
        : Double.erfc(z * 0.5.squareRoot()) / 2 - tail
      let newton = difference * (2 * Double.pi).squareRoot() / Double.exp(-z * z / 2)
      z += newton / (1 - newton * z / 2)
    }
    return z
  }
}
