import SurveyDefinition
import SurveyStatistics

/// Why a figure is undefined or has no interval.
public enum EstimateReason: String, Sendable, CaseIterable {
  /// Nobody in the domain answered: there is no rate.
  case noAnswers = "no-answers"
  /// A census has no sampling error: there is no interval.
  case census
}

/// A rate with its base, interval and method.
public struct Estimate: Sendable {
  /// The measure's id.
  public let measure: String
  /// The domain.
  public let domain: Domain
  /// The counts of the measure's question; its base n is `counts.answered`.
  public let counts: AnswerCounts
  /// The satisfied answers.
  public let satisfied: Int
  /// satisfied / n, 0…1; `nil` if n is 0.
  public let rate: Double?
  /// The interval; `nil` with a `reason`.
  public let interval: Interval?
  /// Why the rate or the interval is missing.
  public let reason: EstimateReason?
  /// The losses of this figure, over the whole tally.
  public let losses: LossShare

  /// The base of the rate, in responses.
  public var n: Int { counts.answered }
}
