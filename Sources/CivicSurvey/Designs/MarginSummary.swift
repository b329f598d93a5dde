import SurveyDefinition
import SurveyStatistics

/// How responses were weighted to margins: what is printed of it, and whether to believe it.
public struct MarginSummary: Sendable {
  /// What was weighted to.
  public let margins: Margins
  /// The periods within which responses were weighted by themselves, those without responses left out;
  /// none where all were weighted together.
  public let periods: [Period]
  /// The population: the first table's counts, of the periods that have responses.
  public let population: Double
  /// The rounds that it took, of the period that took most; 1 of post-stratification.
  public let rounds: Int
  /// The smallest factor over the average one, of the same period where there are periods.
  public let smallestFactor: Double
  /// The largest factor over the average one, of the same period where there are periods.
  public let largestFactor: Double
  /// Whether a factor was cut at the cap: the margins then are not met.
  public let isCapped: Bool
  /// The farthest that a category is from its count, as a part of the count.
  public let residual: Double
  /// The responses without a category in one of the tables.
  public let unmatched: Int
  /// Kish's effective n of all accepted responses with the new weights.
  public let kishN: Double?

  /// Whether several tables were met in turn, not one by one division.
  public var isRaked: Bool { margins.tables.count > 1 }
}
