import RealModule

/// The χ² distribution, the regularised incomplete gamma of half its argument.
///
/// The tail is found where it is small: below the mean by the series of P(a, x), above it by the
/// continued fraction of Q(a, x) (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31), both times
/// xᵃ e⁻ˣ / Γ(a) by Loader's saddle-point form, so that large degrees of freedom keep their digits.
/// Agrees with R's `pchisq`.
public struct ChiSquaredDistribution: Sendable, Equatable {
  /// The degrees of freedom, above 0.
  public let degreesOfFreedom: Double

  /// Creates the distribution.
  ///
  /// - Precondition: the degrees of freedom are positive and finite.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite, "degrees of freedom are positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability above `statistic`.
  ///
  /// R: `pchisq(statistic, degreesOfFreedom, lower.tail = FALSE)`.
  ///
  /// - Parameter statistic: 0 or more.
  /// - Complexity: O(√degreesOfFreedom).
  public func upperTail(_ statistic: Double) -> Double {
    precondition(statistic >= 0, "a χ² variable is not negative")
    if statistic == 0 { return 1 }
    if statistic == .infinity { return 0 }
    let (a, x) = (degreesOfFreedom / 2, statistic / 2)
    let scale = Double.exp(
      Double.log(a / (2 * Double.pi)) / 2 - SaddlePoint.stirlingError(a)
        - SaddlePoint.deviance(count: a, mean: x, difference: a - x))
    return x < a + 1 ? 1 - scale * Self.series(a, x) : scale * Self.fraction(a, x)
  }

  /// P(a, x) over the scale: (1 + x/(a+1) + x²/((a+1)(a+2)) + …) / a.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var (term, sum, n) = (1 / a, 1 / a, a)
    while term > sum * 0x1p-54 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum
  }

  /// Q(a, x) over the scale: 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))), by Lentz's method.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = Double.greatestFiniteMagnitude
    var d = 1 / b
    var value = d
    var n = 0.0
    while n < 1e6 {
      n += 1
      let factor = n * (a - n)
      b += 2
      d = 1 / (b + factor * d)
      c = b + factor / c
      value *= c * d
      if abs(c * d - 1) < 0x1p-52 { break }
    }
    return value
  }
}
