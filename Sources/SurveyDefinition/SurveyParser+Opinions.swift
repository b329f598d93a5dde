/// What makes a survey a register of opinions.
extension SurveyParser {
  /// The most days that an answer may take.
  private static let daysLimit = 3_650

  /// Reads `opinions` and adds the questions that it makes.
  mutating func readOpinions(_ root: DefinitionMap) {
    guard let entry = root.entry("opinions"),
      let map = reader.map(
        entry.value, path: "opinions", mark: entry.keyMark, required: ["words"],
        optional: ["answer", "improvement", "takenUp", "answered", "published", "due", "publish"])
    else { return }
    if draft.source.submittedAt.isEmpty {
      reader.log.report(.opinionsUndated, at: entry.keyMark)
    }
    if let question = draft.questions.first(where: {
      $0.counted != nil || !$0.levelColumns.isEmpty
    }) {
      reader.log.report(.opinionsCounted, at: entry.keyMark, ["question": question.id])
    }
    let texts = ["words", "answer", "improvement"].map { opinionText(map, $0) }
    checkDistinct(texts, map)
    var register = OpinionRegister(
      words: texts[0]?.value ?? "", answer: texts[1]?.value, improvement: texts[2]?.value,
      takenUp: opinionDate(map, "takenUp"), answered: opinionDate(map, "answered"),
      published: opinionDate(map, "published"), due: opinionDue(map), publish: nil)
    addQuestions(of: register, map)
    register.publish = opinionPublication(map)
    draft.opinions = register
  }

  /// A text question without `personal`.
  private func opinionText(_ map: DefinitionMap, _ key: String) -> Located<String>? {
    guard let id = reader.text(map, key) else { return nil }
    let texts = draft.questions.filter { $0.type == .text && !$0.isPersonal }.map(\.id)
    guard let question = draft.questions.first(where: { $0.id == id.value }),
      question.type == .text
    else {
      if let suggestion = EditDistance.nearest(to: id.value, in: texts) {
        reader.log.report(
          .opinionQuestionMisspelt, at: id.mark,
          ["key": key, "question": id.value, "suggestion": suggestion])
      } else {
        reader.log.report(
          .opinionNeedsText, at: id.mark,
          ["key": key, "question": id.value, "allowed": DefinitionReader.listed(texts)])
      }
      return id
    }
    if question.isPersonal {
      reader.log.report(
        .opinionPersonal, at: id.mark, ["key": key, "question": question.id])
    }
    return id
  }

  private func checkDistinct(_ texts: [Located<String>?], _ map: DefinitionMap) {
    var seen: Set<String> = []
    for case let text? in texts where !seen.insert(text.value).inserted {
      reader.log.report(
        .repeatedValue, at: text.mark, ["path": map.path, "value": text.value])
    }
  }

  private mutating func opinionDate(_ map: DefinitionMap, _ key: String) -> [String] {
    guard let entry = map.entry(key),
      let columns = reader.map(
        entry.value, path: map.path(of: key), mark: entry.keyMark, required: ["columns"],
        optional: [])
    else { return [] }
    return readColumns(columns)
  }

  private mutating func opinionDue(_ map: DefinitionMap) -> OpinionDue? {
    guard let entry = map.entry("due"),
      let due = reader.map(
        entry.value, path: map.path(of: "due"), mark: entry.keyMark,
        optional: ["columns", "days"])
    else { return nil }
    if map["answered"] == nil {
      reader.log.report(.opinionDueUnanswered, at: entry.keyMark)
    }
    switch (due["columns"], due.entry("days")) {
    case (nil, nil):
      reader.log.report(.missingKey, at: due.mark, ["path": due.path(of: "days")])
      return nil
    case (_?, let days?):
      reader.log.report(.opinionDueTwice, at: days.keyMark)
      return nil
    case (_?, nil):
      return .columns(readColumns(due))
    case (nil, _?):
      guard let text = reader.text(due, "days") else { return nil }
      guard let days = Int(text.value), (0...Self.daysLimit).contains(days) else {
        reader.log.report(
          .opinionBadDays, at: text.mark,
          ["value": text.value, "limit": String(Self.daysLimit)])
        return nil
      }
      return .days(days)
    }
  }

  /// Each step that the register tells is a question, which no question of the survey may be.
  private mutating func addQuestions(of register: OpinionRegister, _ map: DefinitionMap) {
    for step in register.steps {
      if let id = draft.ids.first(where: { $0.value == step.rawValue }) {
        reader.log.report(.opinionIDUsed, at: id.mark, ["id": step.rawValue])
        continue
      }
      var question = Self.question(step.rawValue, type: .yesNo)
      question.text = step.text
      question.choices = Self.yesNo
      question.satisfied = ["yes"]
      question.step = step
      draft.questions.append(question)
    }
  }

  private func opinionPublication(_ map: DefinitionMap) -> OpinionPublication? {
    guard let entry = map.entry("publish"),
      let publish = reader.map(
        entry.value, path: map.path(of: "publish"), mark: entry.keyMark, required: ["where"],
        optional: ["mask"])
    else { return nil }
    return OpinionPublication(
      filters: readFilters(publish, "where"),
      isMasked: publish["mask"] == nil || reader.flag(publish, "mask"))
  }
}

extension OpinionStep {
  /// The question as reports show it.
  fileprivate var text: LocalizedText {
    let (vi, en) =
      switch self {
      case .takenUp: ("Ý kiến được tiếp thu", "Opinion taken up")
      case .answered: ("Ý kiến được trả lời", "Opinion answered")
      case .published: ("Ý kiến và kết quả tiếp thu được công khai", "Opinion and answer published")
      case .onTime: ("Ý kiến được trả lời đúng hạn", "Opinion answered on time")
      case .improved: ("Ý kiến dẫn đến một cải tiến cụ thể", "Opinion led to a named improvement")
      }
    return LocalizedText([
      .init(language: "vi", text: vi), .init(language: "en", text: en),
    ])
  }
}
