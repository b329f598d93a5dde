import SurveyDefinition
import SurveyStatistics

/// Two sides that were held against each other, before all are adjusted for being several.
struct ComparedPair {
  let measure: Measure
  let first: ComparedSide
  let second: ComparedSide
  let comparison: RateComparison
  /// The greater share of losses of the two.
  let losses: LossShare
  /// What is known to mind of it beside its own figures.
  var flags: Set<ComparisonRow.Flag> = []
}

/// Says what is shown of pairs of sides, all of them together.
struct PairJudge {
  let estimator: Estimator
  let lossLimit: DecimalShare
  let adjustment: ComparisonAdjustment

  /// The rows of pairs, in their order.
  ///
  /// A difference is shown where the adjusted p-value is at most 1 − level *and* the row's interval
  /// excludes 0; with ten answers on either side; where the test stands on little, also by Newcombe's
  /// interval at the level 1 − (1 − level) / m of m comparisons, and by a design not at all. Of a census it
  /// is one where the exact figures differ.
  ///
  /// - Complexity: O(m log m).
  func rows(_ pairs: [ComparedPair]) -> [ComparisonRow] {
    let adjusted = adjustment.adjusted(pairs.compactMap { $0.comparison.test?.pValue })
    let alpha = 1 - estimator.level
    let strict = adjustment == .none ? alpha : alpha / Double(max(adjusted.count, 1))
    var tested = 0
    return pairs.map { pair in
      var pValue: Double?
      if pair.comparison.test != nil {
        pValue = adjusted[tested]
        tested += 1
      }
      let objection = objection(pair)
      let isSmall = pair.comparison.test != nil && pair.first.expectsFew(beside: pair.second)
      let finding = finding(pair, pValue, objection, strict: isSmall ? 1 - strict : nil)
      return ComparisonRow(
        measure: pair.measure.id, scale: pair.measure.scale, first: pair.first,
        second: pair.second, comparison: pair.comparison, adjustment: adjustment,
        adjustedPValue: pValue, finding: finding, objection: objection,
        flags: flags(pair, isSmall: isSmall))
    }
  }

  private func objection(_ pair: ComparedPair) -> NotJudgedReason? {
    if pair.comparison.difference == nil { return .noAnswers }
    let sides = [pair.first, pair.second]
    if pair.losses.exceeds(lossLimit)
      || sides.contains(where: { $0.counts.losesOverLimit(lossLimit) })
    {
      return .lossesOverLimit
    }
    if pair.losses.atMost.exceeds(lossLimit) { return .lossesUnknown }
    switch pair.comparison.reason {
    case .degenerate: return .degenerate
    case .noDegreesOfFreedom: return isSmall(pair) ? .tooFew : .noDegreesOfFreedom
    case .noAnswers, .census, nil:
      return pair.comparison.test != nil && isSmall(pair) ? .tooFew : nil
    }
  }

  private func isSmall(_ pair: ComparedPair) -> Bool {
    min(pair.first.n, pair.second.n) < ComparisonRow.fewestAnswers
  }

  /// - Parameter strict: the level at which the interval has to exclude 0 too, where it has.
  private func finding(
    _ pair: ComparedPair, _ pValue: Double?, _ objection: NotJudgedReason?, strict: Double?
  ) -> ComparisonRow.Finding {
    guard objection == nil, let difference = pair.comparison.difference else { return .notCompared }
    guard let limits = pair.comparison.limits, let pValue else { return exact(pair, difference) }
    guard pValue <= 1 - estimator.level, limits.lower > 0 || limits.upper < 0 else {
      return .notShown
    }
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

extension Estimator {
  /// Two sides held against each other.
  ///
  /// - Parameters:
  ///   - first: what is subtracted from, with its sums.
  ///   - second: the other side; it has no response of the first.
  ///   - losses: the greater share of losses of the two.
  ///   - areOfOneDesign: whether both are domains of one sample, and not of two.
  func pair(
    _ first: (side: ComparedSide, sums: SideSums), _ second: (side: ComparedSide, sums: SideSums),
    losses: LossShare, areOfOneDesign: Bool
  ) -> ComparedPair {
    var pair = ComparedPair(
      measure: first.sums.measure.measure, first: first.side, second: second.side,
      comparison: comparison(
        (first.side, second.side), (first.sums, second.sums), areOfOneDesign: areOfOneDesign),
      losses: losses)
    let isFew = [first, second].contains { side in
      side.sums.frame?.design.isClustered == true
        && (side.side.design?.clusters ?? TargetRule.fewestClusters) < TargetRule.fewestClusters
    }
    if isFew { pair.flags.insert(.fewClusters) }
    return pair
  }
}
