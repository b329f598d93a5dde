import SurveyDefinition
import SurveyStatistics

/// A target held against one period's figure.
public struct TargetVerdict: Sendable {
  /// Which of a target's rows it is.
  public enum Kind: String, Sendable {
    /// Everything that the target's conditions admit.
    case whole
    /// One category of `each`.
    case each
    /// The categories of `pooled` together.
    case pooled
  }

  /// Why a verdict may still change, or has less behind it than it seems.
  public enum Provisional: String, Sendable, CaseIterable {
    /// The period has days after the last known one.
    case incompletePeriod = "incomplete-period"
    /// An expected category sent nothing in the period.
    case incompleteCoverage = "incomplete-coverage"
    /// The answers lie in fewer than ten clusters.
    case fewClusters = "few-clusters"
    /// Few of those asked answered the question.
    case lowItemResponse = "low-item-response"
    /// Many records have an id that came before with other answers.
    case conflictingIDs = "conflicting-ids"
  }

  /// The target in force; where none is, the first of its id.
  public let target: Target
  /// Which row.
  public let kind: Kind
  /// The conditions of the row, without the period.
  public let domain: Domain
  /// The period; `nil` where responses carry no dates.
  public let period: Period?
  /// Whether the period is complete.
  public let isComplete: Bool
  /// The counts of the measure's base.
  public let counts: AnswerCounts
  /// The responses that count; `nil` of a measure in which each adds more or less.
  public let satisfied: Int?
  /// The figure on its measure's scale, a share 0…1; `nil` without an answer.
  public let value: Double?
  /// The figure as it was counted; `nil` without an answer, of a mean of rates, and where
  /// responses have weights.
  public let fraction: CountedFraction?
  /// Whether the figure reaches the bound, found in integers; `nil` without an answer.
  public let isReached: Bool?
  /// The verdict with its reason, interval and "needed" figures.
  public let judgement: Judgement
  /// What the survey's design says of the rate; `nil` where everything is done on n.
  public let design: DesignFigures?
  /// The losses of this figure, over the whole tally.
  public let losses: LossShare
  /// All that makes the verdict provisional, in the order of the cases.
  public let flags: [Provisional]
  /// The figure against that of the period before, of the same kind and measure; `nil` where either has no
  /// answers, and unless the query asks for it.
  public let change: ComparisonRow?

  /// The first thing that makes the verdict provisional; `nil` where nothing does.
  public var provisional: Provisional? { flags.first }

  /// The base of the figure.
  public var n: Int { counts.answered }

  /// Whether it is not judged for the losses of its own row, and not for those of all the data.
  public func isWithheldForItself(_ limit: DecimalShare) -> Bool {
    judgement.reason == .lossesOverLimit && !losses.exceeds(limit)
  }
}
