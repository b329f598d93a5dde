/// Why an estimate has no interval; the raw value is the name in every report.
public enum NoIntervalReason: String, Error, CaseIterable {
  /// Nobody answered: there is no estimate either.
  case noAnswers = "no-answers"
  /// No degrees of freedom: as many strata as clusters.
  case noDegreesOfFreedom = "no-df"
  /// The standard error is 0 or unknown, and the method has no limits without one.
  case degenerate
}
