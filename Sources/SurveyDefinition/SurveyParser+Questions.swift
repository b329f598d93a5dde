/// What was asked.
extension SurveyParser {
  mutating func readQuestions(_ map: DefinitionMap) {
    guard let entry = map.entry("questions"),
      let questions = reader.map(entry.value, path: "questions", mark: entry.keyMark)
    else { return }
    for entry in questions.entries {
      let path = questions.path(of: entry.key)
      reader.checkID(entry.key, at: entry.keyMark, path: path)
      draft.ids.append(Located(value: entry.key, mark: entry.keyMark))
      guard
        let map = reader.map(
          entry.value, path: path, mark: entry.keyMark, required: ["text"],
          optional: [
            "columns", "choiceColumns", "ticked", "unticked", "levelColumns", "ofAll", "counted",
            "type",
            "scale", "choices", "noOpinion", "separator", "noneTicked", "role", "optional",
            "invalid", "personal",
          ])
      else {
        draft.questions.append(Self.question(entry.key, type: .text))
        continue
      }
      draft.questions.append(readQuestion(map, id: entry.key))
    }
  }

  static func question(_ id: String, type: QuestionType) -> Question {
    Question(
      id: id, text: LocalizedText([]), columns: [], choiceColumns: [], levelColumns: [], type: type,
      choices: [], noOpinion: [], satisfied: [], role: nil, isOptional: false, invalid: .keep,
      separator: nil,
      noneTicked: .missing, isPersonal: false)
  }

  private mutating func readQuestion(_ map: DefinitionMap, id: String) -> Question {
    var question = Self.question(id, type: readType(map, id: id))
    question.text = reader.wording(map, "text") ?? LocalizedText([])
    question.columns = readColumns(map)
    if ["columns", "choiceColumns", "levelColumns"].allSatisfy({ map[$0] == nil }) {
      reader.log.report(.missingKey, at: map.mark, ["path": map.path(of: "columns")])
    }
    question.role = reader.word(map, "role")
    question.isOptional = reader.flag(map, "optional")
    question.isPersonal = reader.flag(map, "personal")
    question.invalid = reader.word(map, "invalid") ?? .keep
    question.noneTicked = reader.word(map, "noneTicked") ?? .missing
    reportKeysNotForType(map, question)
    guard question.type != .text else { return question }
    let list = readAnswers(map, question)
    question.scale = reader.text(map, "scale")?.value
    question.choices = list.choices
    question.noOpinion = list.noOpinion
    question.satisfied = list.satisfied
    if question.type == .multiple {
      question.separator = readSeparator(map, id: id)
      reportSeparator(question, in: list)
      question.choiceColumns = readColumnsOfChoices(map, "choiceColumns", question)
      readTickWords(map, of: &question, in: list)
    } else {
      if map["ofAll"] == nil || question.type != .yesNo {
        question.levelColumns = readColumnsOfChoices(map, "levelColumns", question)
      } else {
        readDoneOfAll(map, &question)
      }
      if let entry = map.entry("levelColumns"), !draft.source.frequency.isEmpty {
        reader.log.report(.frequencyWithLevels, at: entry.keyMark, ["question": id])
      }
      question.counted = readCounted(map, question)
    }
    return question
  }

  /// The type as given, else what the other keys imply.
  private func readType(_ map: DefinitionMap, id: String) -> QuestionType {
    if map["type"] != nil {
      // A wrong word is reported; what the other keys imply avoids more than that.
      if let type = reader.word(map, "type", as: QuestionType.self) { return type }
    }
    if map["separator"] != nil || map["choiceColumns"] != nil { return .multiple }
    if map["scale"] != nil { return .rating }
    if map["choices"] != nil { return .single }
    if map["type"] == nil { reader.log.report(.noType, at: map.mark, ["question": id]) }
    return .text
  }

  private func reportKeysNotForType(_ map: DefinitionMap, _ question: Question) {
    let wrong: [String] =
      switch question.type {
      case .text where map["type"] != nil:
        [
          "scale", "choices", "noOpinion", "separator", "noneTicked", "invalid", "choiceColumns",
          "ticked", "unticked", "levelColumns", "ofAll", "counted",
        ]
      case .text: []
      case .multiple: ["levelColumns", "ofAll", "counted"]
      case .rating, .single:
        ["separator", "noneTicked", "choiceColumns", "ticked", "unticked", "ofAll"]
      case .yesNo: ["separator", "noneTicked", "choiceColumns", "ticked", "unticked"]
      }
    for key in wrong {
      guard let entry = map.entry(key) else { continue }
      reader.log.report(
        .keyNotForType, at: entry.keyMark,
        ["key": key, "question": question.id, "type": question.type.rawValue])
    }
  }

  /// The answers of a closed question: of its scale, its own, or yes and no.
  private mutating func readAnswers(
    _ map: DefinitionMap, _ question: Question
  ) -> SurveyDraft.ChoiceList {
    let own = readChoices(map)
    if let scale = reader.text(map, "scale") {
      if let entry = map.entry("choices") {
        reader.log.report(.scaleAndChoices, at: entry.keyMark, ["question": question.id])
      }
      guard var list = draft.scales[scale.value] else {
        let allowed = DefinitionReader.listed(draft.scales.keys.sorted())
        reader.log.report(
          .unknownScale, at: scale.mark, ["scale": scale.value, "allowed": allowed])
        return own
      }
      list.noOpinion += own.noOpinion
      list.spellings += own.spellings.filter { $0.owner == "noOpinion" }
      if !own.noOpinion.isEmpty { draft.spellingLists.append(list.spellings) }
      return list
    }
    guard map["choices"] == nil else {
      draft.spellingLists.append(own.spellings)
      return own
    }
    guard question.type == .yesNo else {
      if map["scale"] == nil {
        reader.log.report(.noChoices, at: map.mark, ["question": question.id])
      }
      return own
    }
    var list = own
    list.choices = Self.yesNo
    let mark = map.entry("type")?.value.mark ?? map.mark
    list.spellings += Self.yesNo.flatMap { choice in
      ([choice.id] + choice.label.entries.map(\.text)).map {
        SurveyDraft.Spelling(text: Located(value: $0, mark: mark), owner: choice.id)
      }
    }
    draft.spellingLists.append(list.spellings)
    return list
  }

  static let yesNo = [
    Choice(
      id: "yes",
      label: LocalizedText([.init(language: "vi", text: "Có"), .init(language: "en", text: "Yes")]),
      accepts: []),
    Choice(
      id: "no",
      label: LocalizedText([
        .init(language: "vi", text: "Không"), .init(language: "en", text: "No"),
      ]), accepts: []),
  ]

  /// The columns that belong to single choices: one list of alternative names for each.
  mutating func readColumnsOfChoices(
    _ map: DefinitionMap, _ key: String, _ question: Question, ofAll: Bool = false
  ) -> [[String]] {
    guard let entry = map.entry(key),
      let lists = reader.map(entry.value, path: map.path(of: key), mark: entry.keyMark)
    else { return [] }
    var columns: [String: [String]] = [:]
    for list in lists.entries {
      let path = lists.path(of: list.key)
      let names = reader.texts(list.value, path: path, mark: list.keyMark)
      draft.columns += names.map { SurveyDraft.ColumnUse(name: $0, owner: path) }
      columns[list.key] = names.map(\.value)
    }
    let keys = lists.entries.map { Located(value: $0.key, mark: $0.keyMark) }
    _ = known(keys, of: question.choices, owner: question.id)
    for choice in question.choices where columns[choice.id] == nil && !ofAll {
      reader.log.report(
        .choiceWithoutColumn, at: entry.keyMark,
        ["question": question.id, "key": key, "choice": choice.id])
    }
    return question.choices.map { columns[$0.id] ?? [] }
  }

  private func readSeparator(_ map: DefinitionMap, id: String) -> String {
    guard let entry = map.entry("separator") else { return ";" }
    let path = map.path(of: "separator")
    guard let text = reader.text(entry.value, path: path, mayBeEmpty: true) else { return ";" }
    if text.value.isEmpty {
      reader.log.report(.emptySeparator, at: text.mark, ["question": id])
      return ";"
    }
    return text.value
  }

  private func reportSeparator(_ question: Question, in list: SurveyDraft.ChoiceList) {
    guard let separator = question.separator else { return }
    let known = Set(list.spellings.map { LabelFolding.fold($0.text.value) })
    for spelling in list.spellings {
      let parts = spelling.text.value.split(separator: separator)
        .map { LabelFolding.fold(String($0)) }
      // What only looks like several choices is found whole; what is several of them may mean both.
      guard parts.count > 1, parts.allSatisfy(known.contains) else { continue }
      reader.log.report(
        .separatorInSpelling, at: spelling.text.mark,
        [
          "question": question.id, "separator": separator, "spelling": spelling.text.value,
        ])
    }
  }
}
