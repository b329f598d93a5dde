/// How intervals are made; estimates and verdicts of one report share one rule.
public struct IntervalRule: Sendable, Equatable {
  /// How the limits are found.
  public let method: IntervalMethod
  /// The confidence level, strictly between 0 and 1: 0.95 for 95 %.
  public let level: Double

  /// Creates a rule.
  ///
  /// - Precondition: `0 < level < 1`.
  public init(_ method: IntervalMethod, level: Double) {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    self.method = method
    self.level = level
  }

  /// The interval of a rate; `nil` where nobody answered.
  ///
  /// - Complexity: that of the method's own function of ``Interval``.
  public func interval(of sample: RateSample) -> Interval? {
    switch method {
    case .wilson: .wilson(sample, level: level)
    case .clopperPearson: .clopperPearson(sample, level: level)
    }
  }
}
