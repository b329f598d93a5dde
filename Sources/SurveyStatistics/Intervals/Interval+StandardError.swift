import RealModule

/// The intervals that are made of an estimate's standard error, on one scale or another.
///
/// T. Lumley, "Complex Surveys" (2010), and R's `svyciprop`: each takes p, its standard error s and a
/// critical value t. Without one of the two they say nothing, so at 0 and 1 there is none.
extension Interval {
  /// Wald's, p ∓ t s, clipped to 0…1.
  ///
  /// R's `svyciprop(method = "mean")`.
  static func wald(_ estimate: RateEstimate, level: Double, critical: Double) -> Interval? {
    guard estimate.hasError else { return nil }
    return symmetric(
      estimate.rate, estimate.complement, critical * estimate.standardError, level, .wald)
  }

  /// logit p ∓ t s / (p (1 − p)), turned back.
  ///
  /// R's `svyciprop(method = "xlogit")`.
  static func xlogit(_ estimate: RateEstimate, level: Double, critical: Double) -> Interval? {
    guard estimate.hasError else { return nil }
    let (p, q) = (estimate.rate, estimate.complement)
    // p / (p + q e^±step) for expit(logit p ∓ step), which keeps the digits of either end.
    let step = Double.exp(critical * estimate.standardError / p / q)
    let limits = (lower: p / (p + q * step), upper: p * step / (p * step + q))
    return Interval(
      lower: limits.lower, upper: limits.upper.isFinite ? limits.upper : 1, level: level,
      method: .xlogit
    ).clipped()
  }

  /// asin √p ∓ t s / (2 √(p (1 − p))), turned back.
  ///
  /// R's `svyciprop(method = "asin")`; past a right angle R's limits turn round; here they are cut at 0
  /// and 1, and flagged.
  static func asin(_ estimate: RateEstimate, level: Double, critical: Double) -> Interval? {
    guard estimate.hasError else { return nil }
    let (p, q) = (estimate.rate, estimate.complement)
    let angle = Double.atan2(y: p.squareRoot(), x: q.squareRoot())
    let step = critical * estimate.standardError / (2 * (p * q).squareRoot())
    let (low, high) = (angle - step, angle + step)
    let lower = low <= 0 ? 0 : Double.sin(low) * Double.sin(low)
    let cosine = Double.cos(high)
    let upper = high >= Double.pi / 2 ? 1 : 1 - cosine * cosine
    let isCut = low < 0 || high > Double.pi / 2
    guard lower < upper else { return nil }
    return Interval(
      lower: lower, upper: upper, level: level, method: .asin, flags: isCut ? [.clipped] : [])
  }
}
