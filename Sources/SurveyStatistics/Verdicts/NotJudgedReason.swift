/// Why there is no verdict; the raw value is the name in every report.
public enum NotJudgedReason: String, Sendable, CaseIterable {
  /// Nobody answered.
  case noAnswers = "no-answers"
  /// Not even a unanimous result from this many answers would be `met`, and these are not `missed`.
  case tooFew = "n-too-small"
  /// The audience may not see the figures.
  case suppressed
  /// No target was in force.
  case notInForce = "not-in-force"
  /// A dimension that the target is limited to is missing in the data.
  case scopeUnknown = "scope-unknown"
  /// More responses were lost than the survey allows.
  case lossesOverLimit = "losses-over-limit"
  /// Nobody knows how many responses were lost, and it may be more than the survey allows.
  case lossesUnknown = "losses-unknown"
  /// The row has no interval: no standard error, and a method that takes one.
  case degenerate
  /// The row has no interval: no degrees of freedom.
  case noDegreesOfFreedom = "no-df"
}
