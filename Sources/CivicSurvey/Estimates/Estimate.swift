import SurveyDefinition
import SurveyStatistics

/// Where a domain lies on one axis.
public enum DomainValue: Sendable, Hashable {
  /// A closed category or choice, by id; an open category, by printed label.
  case category(String)
  /// Several categories together.
  case pool([String])
  /// A period.
  case period(Period)
  /// The value was blank, or the file lacks the column.
  case missing
  /// The value is no known category.
  case unmapped
  /// The question, used as a dimension, was answered "no opinion".
  case noOpinion
  /// The question, used as a dimension, was not asked.
  case notApplicable
  /// The question, used as a dimension, has an unreadable answer.
  case invalid
}

/// One combination of categories; axes that are absent mean "all", the whole has none.
public struct Domain: Sendable, Hashable {
  /// One axis and the place on it.
  public struct Entry: Sendable, Hashable {
    /// A dimension's or question's id, or the word of a period kind (`quarter`).
    public let axis: String
    /// The place on that axis.
    public let value: DomainValue
  }

  /// The axes in the order in which they were asked for.
  public let entries: [Entry]

  /// The whole.
  public static let whole = Domain(entries: [])
}

/// Why a figure is undefined or has no interval.
public enum EstimateReason: String, Sendable, CaseIterable {
  /// Nobody in the domain answered: there is no rate.
  case noAnswers = "no-answers"
  /// A census has no sampling error: there is no interval.
  case census
}

/// The counts of one question in one domain, in responses; they add up to `accepted`.
public struct AnswerCounts: Sendable, Equatable {
  /// All accepted responses of the domain.
  public var accepted = 0
  /// Answered with one of the choices (or, in a multiple question, at least one).
  public var answered = 0
  /// Answered "no opinion".
  public var noOpinion = 0
  /// Left blank.
  public var missing = 0
  /// Not asked.
  public var notApplicable = 0
  /// Unreadable.
  public var invalid = 0
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

/// How the answers to one question are spread in one domain.
public struct Distribution: Sendable {
  /// One choice.
  public struct Answer: Sendable {
    /// The choice's id.
    public let choice: String
    /// The responses that gave it.
    public let n: Int
  }

  /// The question's id.
  public let question: String
  /// The domain.
  public let domain: Domain
  /// The counts; the base of the shares is `counts.answered` (respondents).
  public let counts: AnswerCounts
  /// The choices in the survey's order.
  public let answers: [Answer]
  /// All answers given: more than the respondents in a multiple question.
  public var totalAnswers: Int { answers.reduce(0) { $0 + $1.n } }
}

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

  /// Why a verdict may still change.
  public enum Provisional: String, Sendable {
    /// The period has days after the last known one.
    case incompletePeriod = "incomplete-period"
    /// An expected category sent nothing in the period.
    case incompleteCoverage = "incomplete-coverage"
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
  /// Why the verdict may still change.
  public let provisional: Provisional?

  /// The base of the rate.
  public var n: Int { counts.answered }
}

/// The share of a figure's data that it could not use.
public struct LossShare: Sendable, Equatable {
  /// Rejected records, and responses that are invalid or unmapped where the figure needs them.
  public let lost: Int
  /// Accepted responses and rejected records.
  public let base: Int

  /// Whether lost / base is above `limit`, compared in integers.
  public func exceeds(_ limit: DecimalShare) -> Bool {
    let left = lost.multipliedFullWidth(by: limit.denominator)
    let right = base.multipliedFullWidth(by: limit.numerator)
    return (left.high, left.low) > (right.high, right.low)
  }

  /// Whether its share is below the other's, compared in integers; nothing of nothing is 0.
  func isSmaller(than other: LossShare) -> Bool {
    let left = lost.multipliedFullWidth(by: max(other.base, 1))
    let right = other.lost.multipliedFullWidth(by: max(base, 1))
    return (left.high, left.low) < (right.high, right.low)
  }
}

/// A spelling that was read as no known category or answer.
public struct LabelLoss: Sendable {
  /// A dimension or question.
  public enum Column: Sendable, Equatable {
    /// The dimension's id.
    case dimension(String)
    /// The question's id.
    case question(String)
  }

  /// Where it was read.
  public let column: Column
  /// The spelling, at most 200 bytes; `nil` for the sum of all that are not kept one by one.
  public let label: String?
  /// The responses that have it.
  public let n: Int
  /// The smallest (source, line) that has it; `nil` for the sum of the rest.
  public let first: SourcePlace?
  /// The nearest known label; `nil` if none is near.
  public let suggestion: String?
}

/// A line of a source.
public struct SourcePlace: Sendable, Hashable, Comparable {
  /// The source's XXH3-128, as 32 hexadecimal digits.
  public let source: String
  /// The physical line, from 1.
  public let line: UInt64

  /// Smaller digests first, then smaller lines.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.source, left.line) < (right.source, right.line)
  }
}
