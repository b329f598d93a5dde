import SurveyDefinition
import SurveyStatistics

/// How several p-values are adjusted for being several.
public enum ComparisonAdjustment: String, Sendable, CaseIterable {
  /// Holm's steps: the default.
  case holm
  /// Benjamini and Hochberg's: of the differences that are shown, a share is expected to be false.
  case bh
  /// Each p-value as it is.
  case none

  /// The adjusted p-values, in their order; `nil` where there is none.
  func adjusted(_ pValues: [Double?]) -> [Double?] {
    let known = pValues.compactMap { $0 }
    let adjusted =
      switch self {
      case .holm: HolmAdjustment.adjusted(known)
      case .bh: BenjaminiHochbergAdjustment.adjusted(known)
      case .none: known
      }
    var next = adjusted.makeIterator()
    return pValues.map { $0 == nil ? nil : next.next() }
  }
}

/// One measure on two sides, and whether a difference is shown.
public struct ComparisonRow: Sendable {
  /// What is said of the two.
  public enum Finding: String, Sendable, CaseIterable {
    /// The first is higher, and that is shown.
    case higher
    /// The first is lower, and that is shown.
    case lower
    /// The answers to a question are not distributed alike.
    case different
    /// Both are the same, everyone being counted.
    case equal
    /// No difference is shown, and none is excluded.
    case notShown = "not-shown"
    /// Nothing can be said, for a reason.
    case notCompared = "not-compared"

    /// Whether a difference is claimed.
    public var isDifference: Bool { self == .higher || self == .lower || self == .different }
  }

  /// What to mind of a row.
  public enum Flag: String, Sendable, CaseIterable {
    /// A side is a period that has days after the last known one.
    case incompletePeriod = "incomplete-period"
    /// The two sides were asked or judged in different ways.
    case acrossBreak = "across-break"
    /// More than may be lost could not be used.
    case lossesOverLimit = "losses-over-limit"
    /// As much may have been lost.
    case lossesUnknown = "losses-unknown"
    /// Few of those asked answered on a side.
    case lowItemResponse = "low-item-response"
    /// Many records have an id that came before with other answers.
    case conflictingIDs = "conflicting-ids"
    /// A side has fewer than ten answers.
    case tooFew = "n-too-small"
    /// The test expects fewer than five answers somewhere: a difference is said to be shown only where
    /// the interval at the level of all comparisons together excludes 0 too, and by a design not at all.
    case smallExpected = "small-expected"
    /// The answers of a side lie in fewer than ten clusters.
    case fewClusters = "few-clusters"
    /// A limit fell outside of what the difference can be, and was cut there.
    case clipped
  }

  /// With fewer answers on a side no difference is said to be shown.
  public static let fewestAnswers = 10

  /// The measure's id, or that of the question whose answers are compared.
  public let measure: String
  /// What the figures and the difference are counted in.
  public let scale: MeasureScale
  /// The side that is subtracted from.
  public let first: ComparedSide
  /// The other side; it has no response of the first.
  public let second: ComparedSide
  /// The difference, its limits and test.
  public let comparison: RateComparison
  /// Where the answers to a question are compared, each of them in its order; `nil` of a measure.
  public let answers: [ComparedAnswer]?
  /// The answers that the test takes together, because too few gave them; each group has several.
  public let pooledAnswers: [[String]]
  /// How the p-values of all rows were adjusted.
  public let adjustment: ComparisonAdjustment
  /// The adjusted p-value; `nil` without a test.
  public let adjustedPValue: Double?
  /// What is said of the two.
  public let finding: Finding
  /// Why they are not compared; `nil` where they are.
  public let objection: NotJudgedReason?
  /// What to mind, in the order of the cases.
  public let flags: [Flag]
}
