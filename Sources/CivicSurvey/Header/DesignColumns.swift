import SurveyDefinition

/// The columns of one file that say how its responses were drawn.
struct DesignColumns: Sendable {
  let weight: Int?
  let stratum: Int?
  let wave: Int?
  /// The population size of the stratum.
  let size: Int?
  /// `nil` also where the definition allows that no file has it.
  let cluster: Int?
  /// The second stage's unit.
  let second: Int?
  /// The population size of the cluster.
  let secondSize: Int?

  /// The columns that the design names, all of which a file must have but optional clusters.
  ///
  /// All but the weight's may feed something else as well.
  init(_ design: SurveyDesign, _ finder: inout ColumnFinder) {
    func find(_ names: [String], needed: Bool = true) -> Int? {
      names.isEmpty ? nil : finder.find(names, needed: needed, mayShare: true)
    }
    weight = design.weight.isEmpty ? nil : finder.find(design.weight, needed: true)
    stratum = find(design.strata)
    wave = find(design.waveColumns)
    size = find(design.populationSize)
    cluster = find(design.clusters, needed: !design.areClustersOptional)
    second = find(design.second)
    secondSize = find(design.secondSize)
  }
}
