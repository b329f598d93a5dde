/// The figures that are computed.
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
      draft.measures.append(readMeasure(entry, path: path))
    }
  }

  private enum Rule: String, CaseIterable {
    case topbox
    case bottombox
    case net
    case mean
    case mean100
    case index
    case comprehensive

    /// The keys that say what is computed.
    var keys: [String] {
      switch self {
      case .topbox: ["rate", "question", "satisfied", "joint"]
      case .bottombox: ["question", "dissatisfied"]
      case .net: ["question", "promoters", "detractors"]
      case .mean, .mean100: ["question", "values"]
      case .index: ["questions", "satisfied", "of"]
      case .comprehensive: ["questions", "satisfied"]
      }
    }
  }

  private enum Base: String, CaseIterable {
    case answered
  }

  /// Of a measure with a fault, whatever can be read of it: targets may name it.
  private func readMeasure(_ entry: YAMLNode.Entry, path: String) -> Measure {
    var measure = Measure(id: entry.key, question: "", satisfied: [], version: 1)
    guard let all = reader.map(entry.value, path: path, mark: entry.keyMark) else {
      return measure
    }
    let rule =
      all.entry("rule") == nil ? .topbox : reader.word(all, "rule", as: Rule.self) ?? .topbox
    guard
      let map = reader.map(
        entry.value, path: path, mark: entry.keyMark,
        optional: ["rule"] + rule.keys + ["base", "version", "title"])
    else { return measure }
    _ = reader.word(map, "base", as: Base.self)
    measure.version = reader.count(map, "version")
    measure.title = reader.wording(map, "title")
    if let read = self.rule(rule, map, of: entry.key) { measure.rule = read }
    measure.joint = readJoint(map, of: measure)
    return measure
  }

  private func rule(_ rule: Rule, _ map: DefinitionMap, of id: String) -> MeasureRule? {
    switch rule {
    case .topbox: return topbox(map, of: id)
    case .index, .comprehensive:
      guard let parts = satisfiedChoices(map, of: id) else { return nil }
      guard rule == .index else { return .comprehensive(parts) }
      let base =
        map["of"] == nil ? .answers : reader.word(map, "of") ?? MeasureRule.IndexBase.answers
      return .index(parts, of: base)
    case .bottombox, .net, .mean, .mean100:
      guard map["question"] != nil else {
        reader.log.report(.missingKey, at: map.mark, ["path": map.path(of: "question")])
        return nil
      }
      guard let question = measured(reader.text(map, "question"), of: id) else { return nil }
      switch rule {
      case .bottombox:
        return choices(map, "dissatisfied", of: question).map {
          .bottombox(question: question.id, dissatisfied: $0)
        }
      case .net: return net(map, question, of: id)
      default:
        guard let values = readValues(map, question, of: id) else { return nil }
        return rule == .mean
          ? .mean(question: question.id, values: values)
          : .mean100(question: question.id, values: values)
      }
    }
  }

  // MARK: - Shares

  private func topbox(_ map: DefinitionMap, of id: String) -> MeasureRule? {
    let satisfied = reader.distinctTexts(map, "satisfied")
    if map["rate"] != nil, let other = map.entry("rule") ?? map.entry("question") {
      reader.log.report(.rateAndRule, at: other.keyMark, ["measure": id])
    }
    let key = map["rate"] == nil ? "question" : "rate"
    guard map[key] != nil else {
      reader.log.report(.missingKey, at: map.mark, ["path": map.path(of: "question")])
      return nil
    }
    guard let text = reader.text(map, key) else { return nil }
    let unread = MeasureRule.topbox(question: text.value, satisfied: [])
    guard let question = measured(text, of: id), !question.choices.isEmpty else { return unread }
    let known =
      map["satisfied"] == nil
      ? question.satisfied
      : known(satisfied, of: question.choices, owner: "questions.\(question.id)")
    if known.isEmpty, map["satisfied"] == nil {
      reader.log.report(.noSatisfied, at: map.mark, ["measure": id, "question": question.id])
    } else if known.count == question.choices.count {
      reader.log.report(
        .allSatisfied, at: map.entry("satisfied")?.keyMark ?? map.mark, ["measure": id])
    }
    return .topbox(question: question.id, satisfied: known)
  }

  /// The single-choice question that a measure names; reports anything else.
  func measured(_ id: Located<String>?, of measure: String) -> Question? {
    guard let id else { return nil }
    guard let question = draft.questions.first(where: { $0.id == id.value }) else {
      let allowed = draft.questions.filter(\.isSingleChoice).map(\.id)
      reader.log.report(
        .unknownQuestion, at: id.mark,
        ["question": id.value, "allowed": DefinitionReader.listed(allowed)])
      return nil
    }
    guard question.isSingleChoice else {
      reader.log.report(
        .measureQuestionType, at: id.mark,
        ["measure": measure, "question": id.value, "type": question.type.rawValue])
      return nil
    }
    return question
  }

  /// A list of choices that must be there; `nil` where it is not.
  private func choices(
    _ map: DefinitionMap, _ key: String, of question: Question
  ) -> [String]? {
    guard map[key] != nil else {
      reader.log.report(.missingKey, at: map.mark, ["path": map.path(of: key)])
      return nil
    }
    return known(
      reader.distinctTexts(map, key), of: question.choices, owner: "questions.\(question.id)")
  }

  private func net(_ map: DefinitionMap, _ question: Question, of id: String) -> MeasureRule? {
    guard let promoters = choices(map, "promoters", of: question),
      let detractors = choices(map, "detractors", of: question)
    else { return nil }
    if let both = detractors.first(where: promoters.contains), let entry = map.entry("detractors") {
      reader.log.report(
        .promoterAndDetractor, at: entry.keyMark, ["measure": id, "choice": both])
    }
    return .net(question: question.id, promoters: promoters, detractors: detractors)
  }
}
