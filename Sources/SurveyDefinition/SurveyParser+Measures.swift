/// The rates that are computed.
extension SurveyParser {
  mutating func readMeasures(_ map: DefinitionMap) {
    guard let entry = map.entry("measures") else {
      draft.measures = draft.questions.filter {
        ($0.type == .rating || $0.step != nil) && !$0.satisfied.isEmpty
      }.map { Measure(id: $0.id, question: $0.id, satisfied: $0.satisfied, version: 1) }
      return
    }
    guard let measures = reader.map(entry.value, path: "measures", mark: entry.keyMark) else {
      return
    }
    for entry in measures.entries {
      let path = measures.path(of: entry.key)
      reader.checkID(entry.key, at: entry.keyMark, path: path)
      var measure = Measure(id: entry.key, question: "", satisfied: [], version: 1)
      if let map = reader.map(
        entry.value, path: path, mark: entry.keyMark,
        optional: ["rate", "rule", "question", "satisfied", "base", "version"])
      {
        readMeasure(map, into: &measure)
      }
      draft.measures.append(measure)
    }
  }

  private enum Rule: String, CaseIterable {
    case topbox
  }

  private enum Base: String, CaseIterable {
    case answered
  }

  private func readMeasure(_ map: DefinitionMap, into measure: inout Measure) {
    _ = reader.word(map, "rule", as: Rule.self)
    _ = reader.word(map, "base", as: Base.self)
    measure.version = reader.count(map, "version")
    let satisfied = reader.distinctTexts(map, "satisfied")
    if map["rate"] != nil, let other = map.entry("rule") ?? map.entry("question") {
      reader.log.report(.rateAndRule, at: other.keyMark, ["measure": measure.id])
    }
    let key = map["rate"] == nil ? "question" : "rate"
    guard map[key] != nil else {
      reader.log.report(.missingKey, at: map.mark, ["path": map.path(of: "question")])
      return
    }
    guard let id = reader.text(map, key) else { return }
    measure.question = id.value
    guard let question = draft.questions.first(where: { $0.id == id.value }) else {
      let allowed = draft.questions.filter(\.isSingleChoice).map(\.id)
      reader.log.report(
        .unknownQuestion, at: id.mark,
        ["question": id.value, "allowed": DefinitionReader.listed(allowed)])
      return
    }
    guard question.isSingleChoice else {
      reader.log.report(
        .measureQuestionType, at: id.mark,
        ["measure": measure.id, "question": id.value, "type": question.type.rawValue])
      return
    }
    guard !question.choices.isEmpty else { return }
    measure.satisfied =
      map["satisfied"] == nil
      ? question.satisfied
      : known(satisfied, of: question.choices, owner: "questions.\(question.id)")
    if measure.satisfied.isEmpty, map["satisfied"] == nil {
      reader.log.report(
        .noSatisfied, at: map.mark, ["measure": measure.id, "question": question.id])
    } else if measure.satisfied.count == question.choices.count {
      reader.log.report(
        .allSatisfied, at: map.entry("satisfied")?.keyMark ?? map.mark, ["measure": measure.id])
    }
  }
}
