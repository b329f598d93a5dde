/// Scales, and the choices that scales and questions have in common.
extension SurveyParser {
  mutating func readScales(_ map: DefinitionMap) {
    guard let entry = map.entry("scales"),
      let scales = reader.map(entry.value, path: "scales", mark: entry.keyMark)
    else { return }
    for entry in scales.entries {
      let path = scales.path(of: entry.key)
      reader.checkID(entry.key, at: entry.keyMark, path: path)
      var list = SurveyDraft.ChoiceList()
      if let scale = reader.map(
        entry.value, path: path, mark: entry.keyMark, required: ["choices"],
        optional: ["noOpinion", "satisfied"])
      {
        list = readChoices(scale)
        let satisfied = reader.distinctTexts(scale, "satisfied")
        list.satisfied = known(satisfied, of: list.choices, owner: path)
      }
      draft.scales[entry.key] = list
      draft.spellingLists.append(list.spellings)
    }
    reportUnusedScales(scales, in: map)
  }

  /// The `choices` and `noOpinion` of a scale or question.
  func readChoices(_ map: DefinitionMap) -> SurveyDraft.ChoiceList {
    var list = SurveyDraft.ChoiceList()
    if let entry = map.entry("choices"),
      let choices = reader.map(
        entry.value, path: map.path(of: "choices"), mark: entry.keyMark)
    {
      for entry in choices.entries {
        let path = choices.path(of: entry.key)
        let labelled = readLabelled(entry, path: path, other: ["accepts"])
        list.spellings += labelled.spellings
        list.choices.append(
          Choice(
            id: entry.key, label: labelled.label,
            accepts: labelled.map.map { reader.texts($0, "accepts").map(\.value) } ?? []))
      }
    }
    let noOpinion = reader.texts(map, "noOpinion")
    list.noOpinion = noOpinion.map(\.value)
    list.spellings += noOpinion.map { SurveyDraft.Spelling(text: $0, owner: "noOpinion") }
    return list
  }

  /// What a choice and a category have in common.
  struct Labelled {
    var label = LocalizedText([])
    var spellings: [SurveyDraft.Spelling] = []
    var map: DefinitionMap?
  }

  func readLabelled(_ entry: YAMLNode.Entry, path: String, other: [String]) -> Labelled {
    reader.checkID(entry.key, at: entry.keyMark, path: path)
    var labelled = Labelled()
    let id = Located(value: entry.key, mark: entry.keyMark)
    labelled.spellings.append(SurveyDraft.Spelling(text: id, owner: entry.key))
    guard let map = reader.map(entry.value, path: path, mark: entry.keyMark) else {
      return labelled
    }
    let wording = reader.wording(of: map, other: other)
    labelled.label = wording.text
    labelled.map = map
    // Reported where the caller reads them for their values.
    let accepts = quietTexts(map["accepts"])
    labelled.spellings += (wording.places + accepts).map {
      SurveyDraft.Spelling(text: $0, owner: entry.key)
    }
    return labelled
  }

  private func quietTexts(_ node: YAMLNode?) -> [Located<String>] {
    guard let node, case .list(let list) = node.content else { return [] }
    return list.compactMap { element in
      guard case .text(let text, _) = element.content, !LabelFolding.display(text).isEmpty
      else { return nil }
      return Located(value: text, mark: element.mark)
    }
  }

  /// Those of `ids` that are choices, in the choices' order; the others are reported.
  func known(_ ids: [Located<String>], of choices: [Choice], owner: String) -> [String] {
    guard !choices.isEmpty else { return [] }
    let allowed = choices.map(\.id)
    for id in ids where !allowed.contains(id.value) {
      reader.log.report(
        .unknownChoice, at: id.mark,
        ["choice": id.value, "owner": owner, "allowed": DefinitionReader.listed(allowed)])
    }
    let wanted = Set(ids.map(\.value))
    return allowed.filter(wanted.contains)
  }

  private func reportUnusedScales(_ scales: DefinitionMap, in map: DefinitionMap) {
    guard let questions = map["questions"], case .map(let entries) = questions.content else {
      return
    }
    let used = entries.compactMap { question -> String? in
      guard case .map(let keys) = question.value.content,
        let scale = keys.first(where: { $0.key == "scale" }),
        case .text(let name, _) = scale.value.content
      else { return nil }
      return name
    }
    for scale in scales.entries where !used.contains(scale.key) {
      reader.log.report(.unusedScale, at: scale.keyMark, ["scale": scale.key])
    }
  }
}
