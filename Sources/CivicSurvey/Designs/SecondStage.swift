import SurveyDefinition
import SurveyStatistics

/// The second stage of a part's design: how many responses, or named units, each cluster has, of how many.
struct SecondStage {
  /// By the number of the cluster; empty where there is no second stage.
  let clusters: [SampleDesign.Cluster]
  /// The stratum of each cluster.
  private let strata: [Int32]

  /// - Throws: ``RunError`` `response.cluster-two-sizes`.
  /// - Complexity: O(finest domains).
  init(_ part: TallyPart, _ keys: DesignKeys) throws(RunError) {
    guard part.sums.count > 0, keys.secondSize(of: 0) != nil else {
      (clusters, strata) = ([], [])
      return
    }
    var drawn = [Int](repeating: 0, count: keys.clusterCount)
    var seen: Set<Int32> = []
    var sizes = [Int?](repeating: nil, count: keys.clusterCount)
    var strata = [Int32](repeating: 0, count: keys.clusterCount)
    for domain in 0..<part.sums.count {
      let cluster = Int(keys.clusters[domain])
      if !keys.hasNamedUnits {
        drawn[cluster] += Int(part.sums.responses(of: domain))
      } else if part.sums.responses(of: domain) > 0,
        seen.insert(keys.units[domain]).inserted
      {
        drawn[cluster] += 1
      }
      strata[cluster] = keys.strata[domain]
      let size = keys.secondSize(of: domain)
      if let size, let other = sizes[cluster], other != size {
        throw RunError(
          .data, worded: DesignCode.clusterTwoSizes,
          [
            "stratum": keys.name(ofStratum: Int(keys.strata[domain])),
            "first": String(min(other, size)), "second": String(max(other, size)),
          ])
      }
      sizes[cluster] = size
    }
    clusters = zip(drawn, sizes).map {
      SampleDesign.Cluster(responses: $0, populationSize: $1 ?? 0)
    }
    self.strata = strata
  }

  /// What is said of an error of the second stage; `nil` of any other.
  func error(_ error: DesignError, _ keys: DesignKeys) -> RunError? {
    switch error {
    case .moreThanInCluster(let cluster):
      RunError(
        .data, worded: DesignCode.moreThanCluster,
        [
          "stratum": keys.name(ofStratum: Int(strata[cluster])),
          "drawn": String(clusters[cluster].responses),
          "size": String(clusters[cluster].populationSize),
        ])
    case .lonelyUnits(let alone):
      RunError(
        .data, worded: DesignCode.lonelyResponse, ["clustersCount": String(alone.count)])
    case .lonelyPSUs, .moreThanPopulation: nil
    }
  }
}
