import SurveyDefinition
import SurveyStatistics

/// Says what is shown of pairs of sides, all of them together.
struct PairJudge {
  let estimator: Estimator
  let lossLimit: DecimalShare
  let adjustment: ComparisonAdjustment

  /// The rows of pairs, in their order.
  ///
  /// A difference is shown where the adjusted p-value is at most 1 − level *and* the row's interval
  /// excludes 0; with ten answers on either side; where the test stands on little, also by Newcombe's
  /// interval at the level 1 − (1 − level) / m of m comparisons, and by a design not at all, nor with
  /// fewer than ten clusters on a side. Of a census it is one where the exact figures differ. The answers
  /// to a question are shown to differ by the adjusted p-value alone, unless their table expects too few.
  ///
  /// - Complexity: O(m log m).
  func rows(_ pairs: [ComparedPair]) -> [ComparisonRow] {
    let adjusted = adjustment.adjusted(pairs.map { $0.comparison.test?.pValue })
    let alpha = 1 - estimator.level
    let tested = adjusted.count { $0 != nil }
    let strict = adjustment == .none ? alpha : alpha / Double(max(tested, 1))
    return zip(pairs, adjusted).map { pair, pValue in
      let objection = objection(pair)
      let isSmall =
        pair.comparison.test != nil
        && (pair.answers == nil
          ? pair.first.expectsFew(beside: pair.second) : pair.expectsFewAnswers)
      // With few clusters a side's own spread is not known, and no level is kept.
      let isWeak = isSmall || pair.flags.contains(.fewClusters)
      let finding = finding(pair, pValue, objection, strict: isWeak ? 1 - strict : nil)
      return ComparisonRow(
        measure: pair.measure.id, scale: pair.measure.scale, first: pair.first,
        second: pair.second, comparison: pair.comparison, answers: pair.answers,
        pooledAnswers: pair.pooledAnswers,
        adjustment: adjustment, adjustedPValue: pValue, finding: finding, objection: objection,
        flags: flags(pair, isSmall: isSmall))
    }
  }

  private func objection(_ pair: ComparedPair) -> NotJudgedReason? {
    if pair.comparison.reason == .noAnswers { return .noAnswers }
    let sides = [pair.first, pair.second]
    if pair.losses.exceeds(lossLimit)
      || sides.contains(where: { $0.counts.losesOverLimit(lossLimit) })
    {
      return .lossesOverLimit
    }
    if pair.losses.atMost.exceeds(lossLimit) { return .lossesUnknown }
    return pair.comparison.objection(isSmall: isSmall(pair) || pair.expectsFewAnswers)
  }

  private func isSmall(_ pair: ComparedPair) -> Bool {
    min(pair.first.n, pair.second.n) < ComparisonRow.fewestAnswers
  }

  /// - Parameter strict: the level at which the interval has to exclude 0 too, where it has.
  private func finding(
    _ pair: ComparedPair, _ pValue: Double?, _ objection: NotJudgedReason?, strict: Double?
  ) -> ComparisonRow.Finding {
    guard objection == nil else { return .notCompared }
    if pair.answers != nil {
      guard let pValue else { return pair.areAnswersAlike ? .equal : .different }
      return pValue <= 1 - estimator.level && strict == nil ? .different : .notShown
    }
    guard let difference = pair.comparison.difference else { return .notCompared }
    guard let limits = pair.comparison.limits, pValue != nil else {
      return exact(pair, difference)
    }
    guard pair.comparison.isShown(pValue, level: estimator.level) else { return .notShown }
    if let strict,
      limits.standardError != nil
        || !estimator.isDifferent(pair.first, pair.second, level: strict)
    {
      return .notShown
    }
    return difference > 0 ? .higher : .lower
  }

  /// What is said where everyone is counted.
  private func exact(_ pair: ComparedPair, _ difference: Double) -> ComparisonRow.Finding {
    guard let first = pair.first.fraction, let second = pair.second.fraction else {
      return difference == 0 ? .equal : difference > 0 ? .higher : .lower
    }
    return switch first.order(from: second) {
    case .below: .lower
    case .equal: .equal
    case .above: .higher
    }
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
    if pair.comparison.limits?.isClipped == true { flags.insert(.clipped) }
    return ComparisonRow.Flag.allCases.filter(flags.contains)
  }
}
