import SurveyDefinition

/// What a survey's design adds to a plan.
struct DesignPlan: Sendable {
  let design: SurveyDesign
  /// Whether the data have clusters: where the definition allows it, no file need have their column.
  let isClustered: Bool
  /// The columns of the keys, in order.
  let keys: [KeyColumn]

  /// - Parameters:
  ///   - place: the number of key columns before, but for the period's.
  ///   - isClustered: whether the files have the column of clusters.
  init?(_ survey: Survey, behind place: Int, isClustered: Bool) {
    guard let design = survey.design else { return nil }
    self.design = design
    self.isClustered = isClustered && !design.clusters.isEmpty
    var named: [DesignKey] = []
    if !design.strata.isEmpty { named.append(.stratum) }
    if !design.waveColumns.isEmpty { named.append(.wave) }
    // Where clusters are absent, a number of clusters is none of responses.
    let areCounted = self.isClustered || design.clusters.isEmpty
    if !design.populationSize.isEmpty, areCounted { named.append(.size) }
    if self.isClustered { named.append(.cluster) }
    if self.isClustered, !design.second.isEmpty { named.append(.second) }
    if self.isClustered, !design.secondSize.isEmpty { named.append(.secondSize) }
    keys = named.enumerated().map { KeyColumn($0.element, place + $0.offset) }
  }

  /// Whether responses have weights.
  var isWeighted: Bool { !design.weight.isEmpty }

  /// The key column of a part of the design; `nil` where the design does not have it.
  func key(_ key: DesignKey) -> KeyColumn? { keys.first { $0.source == .design(key) } }

  /// What of it is in the shape: which parts there are, and what judges a record.
  var shape: [String] {
    keys.map(\.id) + (isWeighted ? ["weight"] : [])
      + (design.weightCap.map { ["cap \($0)"] } ?? [])
      + (isClustered && design.clustersByDay ? ["by day"] : [])
      + (design.isNested ? ["nested"] : []) + (design.wave == .quarter ? ["wave quarter"] : [])
  }
}
