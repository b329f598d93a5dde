/// What a reader should know of an interval; the raw value is the name in every report.
public enum IntervalFlag: String, Sendable, CaseIterable {
  /// A limit fell outside of what the figure can be, and was cut there.
  case clipped
  /// All clusters were alike: the interval is that of the answers, as if there were no design.
  case zeroVariance = "zero-variance"
}
