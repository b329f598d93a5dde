import RealModule

/// The parts of Loader's saddle-point expansion of a binomial probability.
///
/// Catherine Loader (2000), "Fast and Accurate Computation of Binomial Probabilities": the factorials
/// of a binomial probability nearly cancel its powers. Written as a deviance, which is 0 at the mode,
/// and the errors of Stirling's formula, which are small, nothing is left to cancel.
enum SaddlePoint {
  /// What Stirling's formula lacks: ln Γ(z + 1) − [(z + ½) ln z − z + ½ ln 2π], for z > 0.
  ///
  /// The asymptotic series from z = 10 on (its first omitted term is below 3e-17); below that, the
  /// recurrence δ(z) − δ(z + 1) = (z + ½) ln(1 + 1/z) − 1.
  static func stirlingError(_ argument: Double) -> Double {
    var z = argument
    var shifted = 0.0
    while z < 10 {
      shifted += (z + 0.5) * Double.log(onePlus: 1 / z) - 1
      z += 1
    }
    // Bernoulli numbers: B(2k) / (2k (2k − 1)).
    let w = 1 / (z * z)
    var series = 1.0 / 156
    for coefficient in [
      -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
    ] {
      series = series * w + coefficient
    }
    return shifted + series / z
  }

  /// `count · ln(count / mean) − (count − mean)`: half a deviance; not negative, 0 where they agree.
  ///
  /// `difference` is `count − mean`, given apart because the caller knows it to more digits than the
  /// subtraction would leave. Near 0 the logarithm is summed as 2 artanh(difference / (count + mean)).
  static func deviance(count: Double, mean: Double, difference: Double) -> Double {
    let v = difference / (count + mean)
    guard abs(v) < 0.5 else {
      let ratio = count / mean
      let logarithm = ratio.isFinite ? Double.log(ratio) : Double.log(count) - Double.log(mean)
      return count * logarithm - difference
    }
    return difference * v + 2 * count * artanhRemainder(v)
  }

  /// ln(1 + u) − u, for |u| < 1, without cancellation.
  static func logOnePlusRemainder(_ u: Double) -> Double {
    let v = u / (2 + u)
    return 2 * artanhRemainder(v) - u * v
  }

  /// artanh(v) − v = v³/3 + v⁵/5 + …, for |v| ≤ ½: at most 26 terms.
  private static func artanhRemainder(_ v: Double) -> Double {
    let square = v * v
    var power = v * square
    var sum = 0.0
    var odd = 3.0
    while true {
      let next = sum + power / odd
      if next == sum { return sum }
      sum = next
      power *= square
      odd += 2
    }
  }
}
