/// A part of a design by which the sums are kept apart, in the order of the keys.
enum DesignKey: String, Sendable, CaseIterable {
  case stratum
  case wave
  /// The population size of the stratum.
  case size
  /// The cluster's fingerprint; see ``ClusterTable``.
  case cluster
  /// The fingerprint of the second stage's unit, within its cluster.
  case second
  /// The population size of the cluster.
  case secondSize
}
