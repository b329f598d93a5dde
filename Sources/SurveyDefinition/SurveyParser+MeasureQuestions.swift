/// Measures over several questions.
extension SurveyParser {
  /// The most questions that one measure is made of.
  static let questionLimit = 30

  /// The questions of an index, each with the choices that satisfy; `nil` where one cannot be used.
  func satisfiedChoices(_ map: DefinitionMap, of measure: String) -> [SatisfiedChoices]? {
    guard let entry = map.entry("questions") else {
      reader.log.report(.missingKey, at: map.mark, ["path": map.path(of: "questions")])
      return nil
    }
    let ids = reader.distinctTexts(map, "questions")
    guard !ids.isEmpty else { return nil }
    if !(2...Self.questionLimit).contains(ids.count) {
      reader.log.report(
        .questionsOfIndex, at: entry.keyMark,
        [
          "measure": measure, "count": String(ids.count), "limit": String(Self.questionLimit),
        ])
    }
    let given = map["satisfied"] == nil ? nil : reader.distinctTexts(map, "satisfied")
    let parts = ids.compactMap { id in
      joined(id, of: measure).flatMap { satisfied(of: $0, given, measure, at: id.mark) }
    }
    guard parts.count == ids.count else { return nil }
    checkScales(parts, measure, at: entry.keyMark)
    return parts
  }

  /// The questions that are kept pair by pair with that of a measure.
  func readJoint(_ map: DefinitionMap, of measure: Measure) -> [SatisfiedChoices] {
    guard map["joint"] != nil, let own = draft.questions.first(where: { $0.id == measure.question })
    else { return [] }
    let ids = reader.distinctTexts(map, "joint")
    guard let first = ids.first else { return [] }
    _ = joined(Located(value: own.id, mark: first.mark), of: measure.id)
    return ids.compactMap { id in
      if id.value == own.id {
        reader.log.report(
          .jointWithItself, at: id.mark, ["measure": measure.id, "question": id.value])
        return nil
      }
      return joined(id, of: measure.id).flatMap { satisfied(of: $0, nil, measure.id, at: id.mark) }
    }
  }

  /// A question whose answers can be looked at together with others of the same response.
  private func joined(_ id: Located<String>, of measure: String) -> Question? {
    guard let question = measured(id, of: measure) else { return nil }
    let isCounted =
      !question.levelColumns.allSatisfy(\.isEmpty)
      || draft.counted.contains { $0.question == question.id }
    if isCounted || question.step == .onTime {
      reader.log.report(
        isCounted ? .indexOfCounts : .indexOfOpen, at: id.mark,
        ["measure": measure, "question": id.value])
      return nil
    }
    return question
  }

  private func satisfied(
    of question: Question, _ given: [Located<String>]?, _ measure: String, at mark: YAMLMark
  ) -> SatisfiedChoices? {
    guard !question.choices.isEmpty else { return nil }
    let satisfied =
      given.map { known($0, of: question.choices, owner: "questions.\(question.id)") }
      ?? question.satisfied
    if satisfied.isEmpty {
      if given == nil {
        reader.log.report(
          .noSatisfied, at: mark, ["measure": measure, "question": question.id])
      }
      return nil
    }
    return SatisfiedChoices(question: question.id, satisfied: satisfied)
  }

  /// Scales of different lengths are pooled by what satisfies alone, which a reader should know.
  private func checkScales(_ parts: [SatisfiedChoices], _ measure: String, at mark: YAMLMark) {
    let counts = parts.map { part in
      draft.questions.first { $0.id == part.question }?.choices.count ?? 0
    }
    guard let least = counts.min(), let most = counts.max(), least != most,
      let short = counts.firstIndex(of: least), let long = counts.firstIndex(of: most)
    else { return }
    reader.log.report(
      .scalesDiffer, at: mark,
      [
        "measure": measure, "first": parts[long].question, "firstCount": String(most),
        "second": parts[short].question, "secondCount": String(least),
      ])
  }
}
