/// The design of a sample, or the clusters of self-selected data.
extension SurveyParser {
  mutating func readDesign(_ root: DefinitionMap) {
    guard let entry = root.entry("design"),
      let map = reader.map(
        entry.value, path: "design", mark: entry.keyMark,
        optional: [
          "weight", "strata", "clusters", "second", "nested", "populationSize", "wave",
          "lonelyPSU",
        ])
    else { return }
    if draft.coverage == .census { reader.log.report(.designOfCensus, at: entry.keyMark) }
    if let opinions = root.entry("opinions") {
      reader.log.report(.designOfOpinions, at: opinions.keyMark)
    }
    var design = SurveyDesign()
    readWeight(map, into: &design)
    design.strata = designColumns(map, "strata")
    readClusters(map, into: &design)
    design.populationSize = designColumns(map, "populationSize")
    readSecond(map, into: &design)
    readWave(map, into: &design)
    design.isNested = reader.flag(map, "nested")
    if design.isNested, design.strata.isEmpty || design.clusters.isEmpty,
      let nested = map.entry("nested")
    {
      reader.log.report(.designNothingNested, at: nested.keyMark)
    }
    design.lonelyPSU = reader.word(map, "lonelyPSU") ?? .fail
    draft.design = design
  }

  /// A weight's column feeds nothing else; every other column of a design may.
  private mutating func readWeight(_ map: DefinitionMap, into design: inout SurveyDesign) {
    guard let entry = map.entry("weight"),
      let weight = reader.map(
        entry.value, path: map.path(of: "weight"), mark: entry.keyMark, required: ["columns"],
        optional: ["cap"])
    else { return }
    design.weight = readColumns(weight)
    guard let cap = reader.text(weight, "cap") else { return }
    switch DecimalWeight.read(cap.value.utf8.span) {
    case .exact(let units)?: design.weightCap = units
    case .rounded?, nil:
      reader.log.report(.designBadCap, at: cap.mark, ["value": cap.value])
    }
  }

  private func designColumns(_ map: DefinitionMap, _ key: String) -> [String] {
    guard let entry = map.entry(key),
      let columns = reader.map(
        entry.value, path: map.path(of: key), mark: entry.keyMark, required: ["columns"],
        optional: [])
    else { return [] }
    return reader.texts(columns, "columns").map(\.value)
  }

  private enum Span: String, CaseIterable {
    case day
  }

  private func readClusters(_ map: DefinitionMap, into design: inout SurveyDesign) {
    guard let entry = map.entry("clusters"),
      let clusters = reader.map(
        entry.value, path: map.path(of: "clusters"), mark: entry.keyMark, required: ["columns"],
        optional: ["by", "optional"])
    else { return }
    design.clusters = reader.texts(clusters, "columns").map(\.value)
    design.areClustersOptional = reader.flag(clusters, "optional")
    if let by = clusters.entry("by"), reader.word(clusters, "by", as: Span.self) != nil {
      design.clustersByDay = true
      checkDated(by, "clusters.by")
    }
  }

  /// A second stage is a part of clusters, of which the population is known: without that it says nothing.
  private func readSecond(_ map: DefinitionMap, into design: inout SurveyDesign) {
    guard let entry = map.entry("second"),
      let second = reader.map(
        entry.value, path: map.path(of: "second"), mark: entry.keyMark,
        required: ["populationSize"], optional: ["columns"])
    else { return }
    if second["columns"] != nil { design.second = reader.texts(second, "columns").map(\.value) }
    design.secondSize = designColumns(second, "populationSize")
    if design.clusters.isEmpty || design.areClustersOptional || design.populationSize.isEmpty {
      reader.log.report(.designSecondAlone, at: entry.keyMark)
    }
  }

  private enum WaveWord: String, CaseIterable {
    case none
    case quarter
  }

  private func readWave(_ map: DefinitionMap, into design: inout SurveyDesign) {
    guard let entry = map.entry("wave") else { return }
    if case .map = entry.value.content {
      design.wave = .columns(designColumns(map, "wave"))
    } else if reader.word(map, "wave", as: WaveWord.self) == .quarter {
      design.wave = .quarter
      checkDated(entry, "wave")
    }
  }

  private func checkDated(_ entry: YAMLNode.Entry, _ key: String) {
    guard draft.source.submittedAt.isEmpty else { return }
    reader.log.report(.designUndated, at: entry.keyMark, ["key": "design.\(key)"])
  }
}
