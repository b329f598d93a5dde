/// How the responses were drawn: strata and clusters, of all accepted responses whatever is reported of
/// them, and how large they are in the population.
///
/// A domain is not a subset: the number of clusters of a stratum stays that of the whole sample
/// (T. Lumley, "Complex Surveys", 2010, section 2.2; R's `survey` does the same). Strata that are crossed
/// with waves are strata like others; clusters that are `nested` have been numbered anew in each.
public struct SampleDesign: Sendable, Equatable {
  /// One stratum; a design without strata has a single one.
  public struct Stratum: Sendable, Equatable {
    /// n_h: its clusters, or its responses where there are no clusters; of all accepted responses.
    public let units: Int
    /// N_h, clusters or responses in the population; `nil` where drawn with replacement, or unknown.
    public let populationSize: Int?

    /// Creates a stratum.
    public init(units: Int, populationSize: Int? = nil) {
      self.units = units
      self.populationSize = populationSize
    }

    /// f = 1 − n_h / N_h, the part of the variance that is left of drawing without replacement.
    var remaining: Double {
      guard let populationSize else { return 1 }
      return Double(populationSize - units) / Double(populationSize)
    }
  }

  /// The second stage of one cluster, whose units are its responses, or lie in these.
  public struct Cluster: Sendable, Equatable {
    /// m: its accepted responses, or the units that these are of.
    public let responses: Int
    /// M: the units of the cluster in the population.
    public let populationSize: Int

    /// Creates a cluster.
    public init(responses: Int, populationSize: Int) {
      self.responses = responses
      self.populationSize = populationSize
    }

    /// 1 − m / M.
    var remaining: Double { Double(populationSize - responses) / Double(populationSize) }
  }

  /// A remaining part below which all were drawn; R's limit.
  static let leastRemaining = 1e-7

  /// The strata.
  public let strata: [Stratum]
  /// Whether responses lie in clusters; where they do not, each is its own.
  public let isClustered: Bool
  /// The second stage, by cluster; empty where there is none.
  ///
  /// Without the population sizes of strata it adds nothing, as in R.
  public let secondStage: [Cluster]
  /// Whether the units of the second stage are named, and may have several responses each.
  public let hasNamedUnits: Bool
  /// What a stratum with one cluster adds.
  public let lonelyPSU: LonelyPSU

  /// Creates a design, unless something in it says that no variance can be had.
  ///
  /// A single stratum with a single cluster is no error: nothing then has degrees of freedom.
  ///
  /// - Throws: all lonely strata at once, under `fail`; the first stratum or cluster of which more was
  ///   drawn than there is; clusters of one response out of several, under `fail` and `average`.
  public init(
    strata: [Stratum], isClustered: Bool, secondStage: [Cluster] = [], hasNamedUnits: Bool = false,
    lonelyPSU: LonelyPSU = .fail
  ) throws(DesignError) {
    self.strata = strata
    self.isClustered = isClustered
    self.secondStage = secondStage
    self.hasNamedUnits = hasNamedUnits
    self.lonelyPSU = lonelyPSU
    if let place = strata.firstIndex(where: { ($0.populationSize ?? .max) < $0.units }) {
      throw .moreThanPopulation(stratum: place)
    }
    if let place = secondStage.firstIndex(where: { $0.populationSize < $0.responses }) {
      throw .moreThanInCluster(cluster: place)
    }
    let lonely = strata.indices.filter {
      strata[$0].units == 1 && strata[$0].remaining >= Self.leastRemaining
    }
    if lonelyPSU == .fail, strata.count > 1, !lonely.isEmpty { throw .lonelyPSUs(strata: lonely) }
    let alone = secondStage.indices.filter {
      secondStage[$0].responses == 1 && secondStage[$0].remaining >= Self.leastRemaining
    }
    if lonelyPSU == .fail || lonelyPSU == .average, !alone.isEmpty {
      throw .lonelyUnits(clusters: alone)
    }
  }

  /// The design of responses drawn simply: n of a population, or with replacement.
  public static func simple(responses: Int, populationSize: Int? = nil) throws(DesignError)
    -> SampleDesign
  {
    try SampleDesign(
      strata: [Stratum(units: responses, populationSize: populationSize)], isClustered: false)
  }
}
