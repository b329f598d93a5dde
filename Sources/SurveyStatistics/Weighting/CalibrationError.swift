/// Why responses cannot be weighted to margins, by the places of margins and categories.
public enum CalibrationError: Error, Equatable, Sendable {
  /// No response has a category in every margin.
  case noResponses
  /// A total is negative, or no number.
  case impossibleTotal(margin: Int, category: Int)
  /// The population has such a category, and the sample does not.
  case categoryWithoutResponses(margin: Int, category: Int)
  /// The sample has responses of a category that the population has not.
  case responsesWithoutTotal(margin: Int, category: Int)
  /// The totals of two margins differ by more than half a percent.
  case totalsDiffer(margin: Int, total: Double, first: Double)
  /// The factors still change after the last round; the margin that is farthest off, and by how much of
  /// the category's total.
  case notConverged(margin: Int, category: Int, residual: Double, rounds: Int)
}
