/// The difference of two rates, the first minus the second, with its confidence interval.
///
/// `-1 ≤ lower ≤ estimate ≤ upper ≤ 1`, and the interval is never without width. No answers to either
/// give no difference, so none is ever without a value.
public struct RateDifference: Sendable, Equatable {
  /// How the limits were found; the raw value is the name in every report.
  public enum Method: String, Sendable, CaseIterable {
    /// Newcombe's, of two independent rates.
    case newcombe
    /// Newcombe's, of two shares of the same respondents.
    case newcombePaired = "newcombe-paired"
    /// The widest of the paired ones, where it is not known how many gave both answers.
    case newcombePairedBound = "newcombe-paired-bound"
  }

  /// The first rate minus the second, -1…1.
  public let estimate: Double
  /// The lower limit, -1…1.
  public let lower: Double
  /// The upper limit, -1…1.
  public let upper: Double
  /// The confidence level, between 0 and 1: 0.95 for 95 %.
  public let level: Double
  /// How the limits were found.
  public let method: Method

  /// The first rate's distances to its limits squared and added to those of the second.
  ///
  /// - Parameter correlation: between the two rates; 0 of independent ones.
  init(
    _ first: WilsonReach, minus second: WilsonReach, correlation: Double, level: Double,
    method: Method
  ) {
    estimate = first.rate - second.rate
    let below = Self.length(first.below, second.above, correlation)
    let above = Self.length(first.above, second.below, correlation)
    // Each distance ends where its rate does, so that only rounding leads past -1 or 1.
    lower = max(-1, estimate - below)
    upper = min(1, estimate + above)
    self.level = level
    self.method = method
  }

  /// √(a² − 2 φ a b + b²).
  private static func length(_ a: Double, _ b: Double, _ correlation: Double) -> Double {
    let square = (a - b) * (a - b) + 2 * (1 - correlation) * a * b
    return square.squareRoot()
  }
}
