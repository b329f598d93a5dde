import SurveyDefinition
import SurveyStatistics

/// A target held against one period's rate.
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
  /// The counts of the measure's question.
  public let counts: AnswerCounts
  /// The satisfied answers.
  public let satisfied: Int
  /// satisfied / n; `nil` if n is 0.
  public let rate: Double?
  /// The verdict with its reason, interval and "needed" figures.
  public let judgement: Judgement
  /// The losses of this figure, over the whole tally.
  public let losses: LossShare
  /// All that makes the verdict provisional, in the order of the cases.
  public let flags: [Provisional]

  /// The first thing that makes the verdict provisional; `nil` where nothing does.
  public var provisional: Provisional? { flags.first }

  /// The base of the rate.
  public var n: Int { counts.answered }

  /// Whether it is not judged for the losses of its own row, and not for those of all the data.
  public func isWithheldForItself(_ limit: DecimalShare) -> Bool {
    judgement.reason == .lossesOverLimit && !losses.exceeds(limit)
  }
}
