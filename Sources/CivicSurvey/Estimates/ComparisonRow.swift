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

  /// The adjusted p-values, in their order.
  func adjusted(_ pValues: [Double]) -> [Double] {
    switch self {
    case .holm: HolmAdjustment.adjusted(pValues)
    case .bh: BenjaminiHochbergAdjustment.adjusted(pValues)
    case .none: pValues
    }
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
    /// Both are the same, everyone being counted.
    case equal
    /// No difference is shown, and none is excluded.
    case notShown = "not-shown"
    /// Nothing can be said, for a reason.
    case notCompared = "not-compared"

    /// Whether a difference is claimed.
    public var isDifference: Bool { self == .higher || self == .lower }
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
    /// the interval at the level of all comparisons together excludes 0 too.
    case smallExpected = "small-expected"
  }

  /// With fewer answers on a side no difference is said to be shown.
  public static let fewestAnswers = 10

  /// The measure's id.
  public let measure: String
  /// The side that is subtracted from.
  public let first: ComparedSide
  /// The other side; it has no response of the first.
  public let second: ComparedSide
  /// The difference, its limits and test.
  public let comparison: RateComparison
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

/// Two sides before they are compared.
struct ComparedPair {
  let measure: String
  let first: ComparedSide
  let second: ComparedSide
  /// The greater share of losses of the two.
  let losses: LossShare
  /// What is known to mind of it beside its own figures.
  var flags: Set<ComparisonRow.Flag> = []
}

/// Holds pairs of sides against each other, all of them together.
struct PairJudge {
  let estimator: Estimator
  let lossLimit: DecimalShare
  let adjustment: ComparisonAdjustment

  /// The rows of pairs, in their order.
  ///
  /// A difference is shown where the adjusted p-value is at most 1 − level *and* the row's interval
  /// excludes 0; with ten answers on either side; where the test stands on little, also by Newcombe's
  /// interval at the level 1 − (1 − level) / m of m comparisons. Of a census it is one where the exact
  /// rates differ.
  ///
  /// - Complexity: O(m log m).
  func rows(_ pairs: [ComparedPair]) -> [ComparisonRow] {
    let comparisons = pairs.map { estimator.comparison($0.first.sums, $0.second.sums) }
    let adjusted = adjustment.adjusted(comparisons.compactMap { $0.test?.pValue })
    let alpha = 1 - estimator.level
    let strict = adjustment == .none ? alpha : alpha / Double(max(adjusted.count, 1))
    var tested = 0
    return zip(pairs, comparisons).map { pair, comparison in
      var pValue: Double?
      if comparison.test != nil {
        pValue = adjusted[tested]
        tested += 1
      }
      let objection = objection(pair, comparison)
      let isSmall = comparison.test != nil && pair.first.sums.expectsFew(beside: pair.second.sums)
      let finding = finding(
        pair, comparison, pValue, objection, strict: isSmall ? 1 - strict : nil)
      return ComparisonRow(
        measure: pair.measure, first: pair.first, second: pair.second, comparison: comparison,
        adjustment: adjustment, adjustedPValue: pValue, finding: finding, objection: objection,
        flags: flags(pair, isSmall: isSmall))
    }
  }

  private func objection(_ pair: ComparedPair, _ comparison: RateComparison) -> NotJudgedReason? {
    if comparison.difference == nil { return .noAnswers }
    let sides = [pair.first, pair.second]
    if pair.losses.exceeds(lossLimit)
      || sides.contains(where: { $0.counts.losesOverLimit(lossLimit) })
    {
      return .lossesOverLimit
    }
    if pair.losses.atMost.exceeds(lossLimit) { return .lossesUnknown }
    return comparison.test != nil && isSmall(pair) ? .tooFew : nil
  }

  private func isSmall(_ pair: ComparedPair) -> Bool {
    min(pair.first.n, pair.second.n) < ComparisonRow.fewestAnswers
  }

  /// - Parameter strict: the level at which the interval has to exclude 0 too, where it has.
  private func finding(
    _ pair: ComparedPair, _ comparison: RateComparison, _ pValue: Double?,
    _ objection: NotJudgedReason?, strict: Double?
  ) -> ComparisonRow.Finding {
    guard objection == nil, let difference = comparison.difference else { return .notCompared }
    guard let limits = comparison.limits, let pValue else {
      let second = Share(numerator: pair.second.satisfied, denominator: pair.second.n)
      switch second.order(of: pair.first.satisfied, outOf: pair.first.n) {
      case .below: return .lower
      case .equal: return .equal
      case .above: return .higher
      }
    }
    guard pValue <= 1 - estimator.level, limits.lower > 0 || limits.upper < 0 else {
      return .notShown
    }
    if let strict,
      !estimator.isDifferent(pair.first.sums, pair.second.sums, level: strict)
    {
      return .notShown
    }
    return difference > 0 ? .higher : .lower
  }

  private func flags(_ pair: ComparedPair, isSmall: Bool) -> [ComparisonRow.Flag] {
    var flags = pair.flags
    let sides = [pair.first, pair.second]
    if sides.contains(where: { !$0.isComplete }) { flags.insert(.incompletePeriod) }
    if pair.losses.exceeds(lossLimit)
      || sides.contains(where: { $0.counts.losesOverLimit(lossLimit) })
    {
      flags.insert(.lossesOverLimit)
    } else if pair.losses.atMost.exceeds(lossLimit) {
      flags.insert(.lossesUnknown)
    }
    if sides.contains(where: \.counts.hasLowResponse) { flags.insert(.lowItemResponse) }
    if self.isSmall(pair), !estimator.isCensus { flags.insert(.tooFew) }
    if isSmall { flags.insert(.smallExpected) }
    return ComparisonRow.Flag.allCases.filter(flags.contains)
  }
}
