import RealModule

/// One point of a beta distribution, where its tails are evaluated.
///
/// `x` and `y` are both given and add up to 1: next to either end, one of them has more digits than
/// the other's complement.
struct BetaPoint {
  var a: Double
  var b: Double
  var x: Double
  var y: Double
  /// a·y − b·x: positive below the mean.
  var distance: Double

  init(a: Double, b: Double, x: Double, y: Double) {
    self.a = a
    self.b = b
    self.x = x
    self.y = y
    // Near the mean almost all digits cancel, so nothing may be rounded before: the product is fused,
    // and what the sum of large fractional parameters loses is subtracted too (Dekker 1971).
    let sum = a + b
    let lost = min(a, b) - (sum - max(a, b))
    self.distance =
      x <= y
      ? a.addingProduct(-sum, x) - lost * x : (-b).addingProduct(sum, y) + lost * y
  }

  /// The same point seen from the other end.
  var mirrored: BetaPoint {
    var mirror = self
    (mirror.a, mirror.b, mirror.x, mirror.y, mirror.distance) = (b, a, y, x, -distance)
    return mirror
  }

  /// I_x(a, b).
  var lowerTail: Double {
    distance >= 0
      ? Double.exp(logScale) * tailOverScale : 1 - Double.exp(logScale) * mirrored.tailOverScale
  }

  /// ln I_x(a, b), and the tail divided by x^a y^b / B(a, b); neither underflows.
  ///
  /// The second is the reciprocal of the first's slope over ln(x / y).
  var logLowerTail: (value: Double, overScale: Double) {
    let scale = logScale
    if distance >= 0 {
      let ratio = tailOverScale
      return (scale + Double.log(ratio), ratio)
    }
    let upper = Double.exp(scale) * mirrored.tailOverScale
    return (Double.log(onePlus: -upper), (1 - upper) / Double.exp(scale))
  }

  /// ln [x^a y^b / B(a, b)], by the saddle-point form; the same from both ends.
  var logScale: Double {
    let sum = a + b
    // count − mean is a − sum·x on one side and b − sum·y on the other: ±distance.
    let deviance =
      SaddlePoint.deviance(count: a, mean: sum * x, difference: distance)
      + SaddlePoint.deviance(count: b, mean: sum * y, difference: -distance)
    let stirling =
      SaddlePoint.stirlingError(sum) - SaddlePoint.stirlingError(a)
      - SaddlePoint.stirlingError(b)
    return stirling - deviance + Double.log(a / (2 * Double.pi) * (b / sum)) / 2
  }

  /// The lower tail divided by x^a y^b / B(a, b); for points at or below the mean.
  private var tailOverScale: Double { min(a, b) < 1000 ? fraction : integral }

  /// DiDonato and Morris's continued fraction 1/(β₁ + α₂/(β₂ + α₃/(β₃ + …))), by Lentz's method.
  ///
  /// α₍ₙ₊₁₎ = (a+n−1)(a+b+n−1) n (b−n) x² / (a+2n−1)²,
  /// β₍ₙ₊₁₎ = n + n(b−n)x/(a+2n−1) + (a+n)(a·y − b·x + 1 + n(1+y))/(a+2n+1).
  var fraction: Double {
    var value = a * (distance + 1) / (a + 1)
    var c = value
    var d = 0.0
    var n = 0.0
    while n < 1e6 {
      n += 1
      let width = a + 2 * n - 1
      let w = n * (b - n) * (x / width)
      let alpha = w * ((a + n - 1) / width) * ((a + b + n - 1) * x)
      let beta = n + w + (a + n) / (a + 2 * n + 1) * (distance + 1 + n * (1 + y))
      d = 1 / (beta + alpha * d)
      c = beta + alpha / c
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 0x1p-52 { break }
    }
    return 1 / value
  }

  /// ∫ f(x − s)/f(x) ds / (x y), with f the density, over the s where the integrand is not negligible.
  ///
  /// The exponent is (a−1) ln(1 − s/x) + (b−1) ln(1 + s/y). Its linear part is taken from `distance`,
  /// so that nothing cancels; the rest is as small as the integrand's logarithm itself.
  var integral: Double {
    let slope = (distance + x - y) / (x * y)
    let curvature = (a - 1) / (x * x) + (b - 1) / (y * y)
    // Where the quadratic approximation has fallen by e⁻⁶⁰; with both parameters at or above 1000,
    // s stays below 0.35 x and 0.35 y there and the true exponent is below −45.
    let end = 120 / (slope + (slope * slope + 120 * curvature).squareRoot())
    let area = GaussLegendre.integral(to: end, panels: 5) { s in
      let bend =
        (a - 1) * SaddlePoint.logOnePlusRemainder(-s / x)
        + (b - 1) * SaddlePoint.logOnePlusRemainder(s / y)
      return Double.exp(bend - slope * s)
    }
    return area / (x * y)
  }
}
