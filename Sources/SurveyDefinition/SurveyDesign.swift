/// How the responses of a survey were drawn, or which of them lie together: the columns that say so.
///
/// Every list of names is "any of these"; an empty one names no column.
public struct SurveyDesign: Sendable {
  /// The units in a weight of 1: weights are decimals of at most twelve places.
  public static let weightUnit: UInt64 = 1_000_000_000_000
  /// The greatest weight, 10⁷, in units: a national sample may have weights above a million.
  public static let greatestWeight: UInt64 = 10_000_000_000_000_000_000

  /// Names of the column with the weight of each response.
  public internal(set) var weight: [String] = []
  /// The most that a single weight counts, in units of ``weightUnit``; `nil` cuts none.
  public internal(set) var weightCap: UInt64?
  /// Names of the column with the stratum.
  public internal(set) var strata: [String] = []
  /// Names of the column with the cluster.
  public internal(set) var clusters: [String] = []
  /// Whether the value of that column is a cluster of its own on each local day.
  public internal(set) var clustersByDay = false
  /// Whether all files may lack the column of clusters: then there are none.
  public internal(set) var areClustersOptional = false
  /// Whether clusters of one name in two strata are two clusters.
  public internal(set) var isNested = false
  /// Names of the column with the population size of the stratum: clusters, or responses where there are
  /// no clusters.
  public internal(set) var populationSize: [String] = []
  /// Names of the column with the second stage's unit within its cluster; none where each response is one.
  public internal(set) var second: [String] = []
  /// Names of the column with the population size of the cluster, in units of the second stage: these then
  /// were drawn without replacement.
  public internal(set) var secondSize: [String] = []
  /// What are samples of their own.
  public internal(set) var wave = Wave.none
  /// What a stratum with a single cluster adds to the variance.
  public internal(set) var lonelyPSU = LonelyPSUPolicy.fail

  /// What makes strata and clusters new ones.
  public enum Wave: Sendable, Equatable {
    /// There is one design over all responses.
    case none
    /// Each quarter of the survey's calendar.
    case quarter
    /// Each value of a column, of which these are the alternative names.
    case columns([String])
  }

  /// What a stratum with a single cluster adds to the variance; R's names.
  public enum LonelyPSUPolicy: String, Sendable, CaseIterable {
    /// The report is refused, and names the stratum.
    case fail
    /// Nothing.
    case remove
    /// Nothing: it was sure to be drawn.
    case certainty
    /// Its distance from the mean of all.
    case adjust
    /// The mean of the other strata.
    case average
  }

  /// The names of the column of waves; empty where no column has them.
  public var waveColumns: [String] { if case .columns(let names) = wave { names } else { [] } }

  /// The alternative names of each column that the design names, none empty.
  public var columns: [[String]] {
    [weight, strata, waveColumns, populationSize, clusters, second, secondSize].filter {
      !$0.isEmpty
    }
  }
}
