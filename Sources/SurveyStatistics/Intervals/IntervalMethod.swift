/// How an interval's limits were found; the raw value is the name in every report.
public enum IntervalMethod: String, Sendable, CaseIterable {
  /// Wilson's score interval.
  case wilson
  /// Clopper and Pearson's exact interval.
  case clopperPearson = "clopper-pearson"
}
