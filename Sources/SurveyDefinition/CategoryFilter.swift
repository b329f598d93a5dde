/// A categorical condition: one of `categories` in `dimension` (a dimension or closed question).
public struct CategoryFilter: Sendable, Equatable {
  /// The id of a dimension or single-choice question.
  public internal(set) var dimension: String
  /// Category or choice ids (labels, for an open dimension).
  public internal(set) var categories: [String]

  /// Creates a condition.
  public init(dimension: String, categories: [String]) {
    self.dimension = dimension
    self.categories = categories
  }
}
