/// Which responses count.
extension SurveyParser {
  private enum Affirmed: String, CaseIterable {
    case yes = "true"
  }

  private static let conditions = ["values", "notBlank", "blank"]

  mutating func readScope(_ map: DefinitionMap) {
    if let entry = map.entry("complete"),
      let complete = reader.map(
        entry.value, path: "complete", mark: entry.keyMark, required: ["columns"],
        optional: Self.conditions)
    {
      readScopeRule(complete, id: ResponseScope.partial, isExclusion: false)
    }
    readExclusions(map)
    readInForce(map)
  }

  private mutating func readExclusions(_ map: DefinitionMap) {
    guard let entry = map.entry("exclude") else { return }
    let nodes = reader.list(entry.value, path: "exclude", mark: entry.keyMark) ?? []
    for (index, node) in nodes.enumerated() {
      guard
        let rule = reader.map(
          node, path: "exclude[\(index + 1)]", required: ["id", "columns"],
          optional: Self.conditions + ["title"])
      else { continue }
      let id = reader.id(rule, "id")
      if let id {
        if [ResponseScope.partial, ResponseScope.notInForce].contains(id.value) {
          reader.log.report(.reservedReason, at: id.mark, ["id": id.value])
        } else if draft.scope.rules.contains(where: { $0.id == id.value }) {
          reader.log.report(
            .repeatedValue, at: id.mark, ["path": "exclude", "value": id.value])
        }
      }
      readScopeRule(rule, id: id?.value ?? "", isExclusion: true)
    }
  }

  /// The columns of a rule may feed something else as well.
  private mutating func readScopeRule(_ map: DefinitionMap, id: String, isExclusion: Bool) {
    let columns = reader.distinctTexts(map, "columns").map(\.value)
    let given = Self.conditions.compactMap { map.entry($0) }
    // One that is misspelt has been told.
    let known = Self.conditions + ["id", "columns", "title"]
    if given.isEmpty, map.entries.allSatisfy({ known.contains($0.key) }) {
      reader.log.report(.scopeUnconditional, at: map.mark, ["path": map.path])
    }
    for other in given.dropFirst() {
      reader.log.report(
        .scopeTwoConditions, at: other.keyMark, ["first": given[0].key, "second": other.key])
    }
    let values = reader.distinctTexts(map, "values").map(\.value)
    let isNotBlank = reader.word(map, "notBlank", as: Affirmed.self) != nil
    let isBlank = reader.word(map, "blank", as: Affirmed.self) != nil
    let condition: ScopeCondition =
      isNotBlank ? .notBlank : isBlank ? .blank : .values(values)
    draft.scope.rules.append(
      ScopeRule(
        id: id, title: isExclusion ? reader.wording(map, "title") : nil, columns: columns,
        condition: condition, isExclusion: isExclusion))
  }

  private mutating func readInForce(_ map: DefinitionMap) {
    guard let entry = map.entry("inForce"),
      let days = reader.map(
        entry.value, path: "inForce", mark: entry.keyMark, optional: ["from", "until"])
    else { return }
    let from = reader.date(days, "from")
    let until = reader.date(days, "until")
    reader.checkDates(from: from, until: until)
    if draft.source.submittedAt.isEmpty {
      reader.log.report(.inForceUndated, at: entry.keyMark)
    }
    draft.scope.from = from?.value
    draft.scope.until = until?.value
  }
}
