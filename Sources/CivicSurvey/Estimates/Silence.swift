/// A category that was expected in a period and has no accepted response of it.
public struct Silence: Sendable, Hashable {
  /// The dimension's id.
  public let dimension: String
  /// The category, as the definition writes it.
  public let category: String
  /// The period; `nil` where responses carry no dates.
  public let period: Period?
}
