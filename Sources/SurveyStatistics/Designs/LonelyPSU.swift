/// What a stratum with a single cluster adds to the variance, which it cannot say itself; R's names
/// (`options(survey.lonely.psu)`).
public enum LonelyPSU: String, Sendable, CaseIterable {
  /// There is no variance: the run stops and names the stratum.
  case fail
  /// Nothing.
  case remove
  /// Nothing, as of a cluster that was sure to be drawn.
  case certainty
  /// Its distance from the mean of the whole in place of that from its own.
  case adjust
  /// The mean of the other strata that have responses in the domain.
  case average
}
