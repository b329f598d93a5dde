/// A two-sided confidence interval of a proportion, with the method that made it.
///
/// `0 ≤ lower ≤ upper ≤ 1`, and the proportion lies in it. No trials give no interval, so none is
/// ever without a value.
public struct Interval: Sendable, Equatable {
  /// The lower limit, 0…1.
  public let lower: Double
  /// The upper limit, 0…1.
  public let upper: Double
  /// The confidence level, between 0 and 1: 0.95 for 95 %.
  public let level: Double
  /// How the limits were found.
  public let method: IntervalMethod

  /// Creates an interval with limits that are known already.
  public init(lower: Double, upper: Double, level: Double, method: IntervalMethod) {
    self.lower = lower
    self.upper = upper
    self.level = level
    self.method = method
  }

  /// What every interval asks of its level.
  static func check(_ level: Double) {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
  }
}
