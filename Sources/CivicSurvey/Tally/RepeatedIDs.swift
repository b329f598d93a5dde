/// Ids that came more than once in a run, whatever the survey's rule for duplicates.
///
/// A finding of the run that read the files: no tally holds it.
public struct RepeatedIDs: Sendable, Equatable {
  /// Among which ids it was looked for.
  public enum Extent: String, Sendable {
    /// All: the figures are exact.
    case all
    /// The 65,536 with the smallest hashes: the figures are estimates, scaled up.
    case sampled
  }

  /// The ids that came more than once.
  public let ids: Int
  /// The records whose id came before.
  public let records: Int
  /// The ids that came with answers that differ.
  public let otherAnswers: Int
  /// The two files that share most ids, one twice where most come again within it; empty where no id
  /// came again.
  public let files: [String]
  /// Among which ids it was looked for.
  public let sought: Extent
  /// The records that have an id.
  public let recordsWithID: Int
}
