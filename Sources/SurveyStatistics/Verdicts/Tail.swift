/// One side of a count's distribution; the raw value is the name in every report.
public enum Tail: String, Sendable, CaseIterable {
  /// This many or fewer.
  case lower
  /// This many or more.
  case upper
}
