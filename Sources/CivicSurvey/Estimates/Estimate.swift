import SurveyDefinition
import SurveyStatistics

/// Why a figure is undefined or has no interval.
public enum EstimateReason: String, Sendable, CaseIterable {
  /// Nobody in the domain answered: there is no figure.
  case noAnswers = "no-answers"
  /// A census has no sampling error: there is no interval.
  case census
  /// All answered alike: nothing tells how far the figure may be off, and there is no interval.
  case degenerate
  /// One answer alone tells nothing of how far the figure may be off: there is no interval.
  case noDegreesOfFreedom = "no-df"

  init(_ reason: NoIntervalReason) {
    self =
      switch reason {
      case .noAnswers: .noAnswers
      case .degenerate: .degenerate
      case .noDegreesOfFreedom: .noDegreesOfFreedom
      }
  }
}

/// A measure's figure with its base, interval and method.
public struct Estimate: Sendable {
  /// The measure's id.
  public let measure: String
  /// The domain.
  public let domain: Domain
  /// The counts of the measure's base, n in `counts.answered`: of its question, or of the respondents of
  /// several questions.
  public let counts: AnswerCounts
  /// The responses that count; `nil` of a measure in which each adds more or less.
  public let satisfied: Int?
  /// The figure on its measure's scale, a share 0…1; `nil` without an answer.
  public let value: Double?
  /// The figure as it was counted; `nil` without an answer, of a mean of rates, and where
  /// responses have weights.
  public let fraction: CountedFraction?
  /// The interval; `nil` with a `reason`.
  public let interval: Interval?
  /// What the survey's design says of it; `nil` where everything is done on n.
  public let design: DesignFigures?
  /// Why the figure or the interval is missing.
  public let reason: EstimateReason?
  /// The losses of this figure, over the whole tally.
  public let losses: LossShare

  /// The base of the figure, in responses.
  public var n: Int { counts.answered }
}
