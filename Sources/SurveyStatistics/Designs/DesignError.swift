/// What is wrong with a design, by the places of strata and clusters in it.
public enum DesignError: Error, Equatable, Sendable {
  /// Strata with a single cluster, or a single response where there are no clusters, and the policy is
  /// `fail`.
  case lonelyPSUs(strata: [Int])
  /// Clusters with a single response and more in the population, which tell no variance within.
  case lonelyUnits(clusters: [Int])
  /// A stratum has more clusters, or responses, than its population.
  case moreThanPopulation(stratum: Int)
  /// A cluster has more responses than its population.
  case moreThanInCluster(cluster: Int)
}
