extension SampleDesign {
  /// The design of the accepted responses of a tally, whatever a report chooses of them.
  ///
  /// - Parameters:
  ///   - accepted: all accepted responses by stratum, cluster and cell, under any code: they say how many
  ///     clusters, or responses, a stratum has, and how many responses a cluster.
  ///   - isClustered: whether responses lie in clusters.
  ///   - populationSizes: N_h by stratum, `nil` where drawn with replacement; one for each stratum.
  ///   - secondStage: M by cluster number; empty where there is no second stage.
  ///   - lonelyPSU: what a stratum with one cluster adds.
  /// - Throws: what ``init(strata:isClustered:secondStage:lonelyPSU:)`` throws.
  /// - Complexity: O(rows).
  public init(
    of accepted: DesignSums, isClustered: Bool, populationSizes: [Int?], secondStage: [Int] = [],
    lonelyPSU: LonelyPSU = .fail
  ) throws(DesignError) {
    var units = [Int](repeating: 0, count: populationSizes.count)
    var responses = [Int](repeating: 0, count: secondStage.count)
    var last: DesignSums.Row?
    for row in accepted.rows where row.sum.n > 0 {
      let isNew = !(last?.sharesCluster(with: row) ?? false)
      units[Int(row.stratum)] += isClustered ? (isNew ? 1 : 0) : Int(row.sum.n)
      if !secondStage.isEmpty { responses[Int(row.cluster)] += Int(row.sum.n) }
      last = row
    }
    try self.init(
      strata: zip(units, populationSizes).map { Stratum(units: $0, populationSize: $1) },
      isClustered: isClustered,
      secondStage: zip(responses, secondStage).map {
        Cluster(responses: $0, populationSize: $1)
      }, lonelyPSU: lonelyPSU)
  }
}
