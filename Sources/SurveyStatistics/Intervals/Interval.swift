/// A two-sided confidence interval, with the method that made it.
///
/// Of a proportion `0 ≤ lower < upper ≤ 1`, and the proportion lies in it; of a mean the limits are on
/// the mean's own scale. No answers give no interval, so none is ever without a value, and none is
/// without width.
public struct Interval: Sendable, Equatable {
  /// The lower limit; of a proportion 0…1.
  public let lower: Double
  /// The upper limit; of a proportion 0…1.
  public let upper: Double
  /// The confidence level, between 0 and 1: 0.95 for 95 %.
  public let level: Double
  /// How the limits were found.
  public let method: IntervalMethod
  /// What a reader should know of it, each once.
  public let flags: [IntervalFlag]

  /// Creates an interval with limits that are known already.
  public init(
    lower: Double, upper: Double, level: Double, method: IntervalMethod, flags: [IntervalFlag] = []
  ) {
    self.lower = lower
    self.upper = upper
    self.level = level
    self.method = method
    self.flags = flags
  }

  /// The same limits, marked with one flag more and under the name by which they were asked for.
  func named(_ method: IntervalMethod, _ flag: IntervalFlag? = nil) -> Interval {
    Interval(
      lower: lower, upper: upper, level: level, method: method,
      flags: flag.map { flags + [$0] } ?? flags)
  }

  /// The interval cut where the figure ends, flagged if it was.
  ///
  /// `nil` where nothing with a width is left: limits that rounding has put together.
  func clipped(to range: ClosedRange<Double> = 0...1) -> Interval? {
    let (low, high) = (max(lower, range.lowerBound), min(upper, range.upperBound))
    guard low < high else { return nil }
    let isCut = low != lower || high != upper
    return Interval(
      lower: low, upper: high, level: level, method: method,
      flags: isCut ? flags + [.clipped] : flags)
  }

  /// What every interval asks of its level.
  static func check(_ level: Double) {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
  }
}
