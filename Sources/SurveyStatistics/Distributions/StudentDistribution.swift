import RealModule

/// Student's t distribution, through the beta distribution: t²/(ν + t²) is Beta(1/2, ν/2).
///
/// W. S. Gosset (1908, Biometrika 6); Abramowitz and Stegun 1964, 26.7.1. Agrees with R's `pt` and `qt`
/// to 1e-12. With infinite degrees of freedom it is the normal distribution.
public struct StudentDistribution: Sendable, Equatable {
  /// ν, above 0; `.infinity` is the normal distribution.
  public let degreesOfFreedom: Double

  /// Creates the distribution.
  ///
  /// - Precondition: the degrees of freedom are above 0.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value as far from 0 as `t`, or farther, to either side.
  ///
  /// R: `2 * pt(abs(t), df, lower.tail = FALSE)`. An infinite `t` gives 0.
  ///
  /// - Complexity: O(1), a continued fraction of some dozen terms.
  public func bothTails(_ t: Double) -> Double {
    guard !isNormal else { return min(1, 2 * NormalDistribution.upperTail(abs(t))) }
    if t == 0 { return 1 }
    let ratio = t / degreesOfFreedom * t
    if ratio == .infinity { return 0 }
    return BetaDistribution(a: degreesOfFreedom / 2, b: 0.5)
      .point(x: 1 / (1 + ratio), y: ratio / (1 + ratio)).lowerTail
  }

  /// The critical value of a two-sided interval: 2.093 for a level of 0.95 and 19 degrees of freedom.
  ///
  /// R: `qt((1 + level) / 2, df)`.
  ///
  /// - Parameter level: strictly between 0 and 1.
  /// - Complexity: O(1), some steps of Newton's method; none from 2,000 degrees of freedom on.
  public func criticalValue(level: Double) -> Double {
    let z = NormalDistribution.criticalValue(level: level)
    if isNormal { return z }
    if degreesOfFreedom >= 2000, z <= 4 { return expanded(z) }
    let point = BetaDistribution(a: degreesOfFreedom / 2, b: 0.5).pair(lowerTail: 1 - level)
    return (degreesOfFreedom * (point.y / point.x)).squareRoot()
  }

  /// The expansion of t by powers of 1/ν (Abramowitz and Stegun 1964, 26.7.5), of which the first term
  /// left out is below 1e-13 here.
  private func expanded(_ z: Double) -> Double {
    let (s, over) = (z * z, 1 / degreesOfFreedom)
    let first = (s + 1) / 4
    let second = ((5 * s + 16) * s + 3) / 96
    let third = (((3 * s + 19) * s + 17) * s - 15) / 384
    let fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92_160
    return z * (1 + over * (first + over * (second + over * (third + over * fourth))))
  }

  /// Past this the two differ by less than a `Double` shows, and the beta distribution is not asked.
  private var isNormal: Bool { degreesOfFreedom > 0x1p49 }
}
