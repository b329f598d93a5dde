import SurveyDefinition
import SurveyStatistics

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
    pair.flags = fewClusters([first, second])
    return pair
  }

  /// The flag of sides whose answers lie in few clusters.
  func fewClusters(
    _ sides: [(side: ComparedSide, sums: SideSums)]
  ) -> Set<ComparisonRow.Flag> {
    let isFew = sides.contains { side in
      side.sums.frame?.design.isClustered == true
        && (side.side.design?.clusters ?? TargetRule.fewestClusters) < TargetRule.fewestClusters
    }
    return isFew ? [.fewClusters] : []
  }
}
