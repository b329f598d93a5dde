/// The codes of what is said of a sample's design as a whole; a record that lacks a part of it is rejected
/// by a ``MessageCode``.
package enum DesignCode: String, CaseIterable, WordedCode {
  /// Some files have the column of clusters, and some lack it.
  case clustersInSome = "header.clusters-in-some"
  /// The clusters of a tally would be single responses.
  case clusterIsResponse = "tally.cluster-is-response"
  /// Weights have more decimals than are kept.
  case weightsRounded = "response.weights-rounded"
  /// Weights are over the cap of the design.
  case weightsCapped = "response.weights-capped"
  /// No file has the column of clusters.
  case noClusters = "response.no-clusters"
  /// Clusters lie in two strata and are not said to be nested.
  case clusterInTwoStrata = "response.cluster-in-two-strata"
  /// A stratum has two population sizes.
  case stratumTwoSizes = "response.stratum-two-sizes"
  /// More was drawn of a stratum than there is.
  case moreThanPopulation = "response.more-than-population"
  /// A single response, or cluster, has no quarter where quarters are waves.
  case noWave = "response.no-wave"
  /// Strata have a single cluster, and the design says that there is no variance then.
  case lonelyStratum = "response.lonely-stratum"
  /// A cluster has two population sizes.
  case clusterTwoSizes = "response.cluster-two-sizes"
  /// A cluster has more responses than its population.
  case moreThanCluster = "response.more-than-cluster"
  /// Clusters with a single response, of which more might have been drawn, tell no variance within.
  case lonelyResponse = "response.lonely-response"

  /// The stable dotted code.
  package var messageCode: String { rawValue }
}
