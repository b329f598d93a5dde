/// The words by which an export says in a choice's own column whether it was ticked.
extension SurveyParser {
  /// Reads `ticked` and `unticked`, which mean nothing where no choice has a column.
  mutating func readTickWords(
    _ map: DefinitionMap, of question: inout Question, in list: SurveyDraft.ChoiceList
  ) {
    let keys = ["ticked", "unticked"]
    guard map["choiceColumns"] != nil else {
      for key in keys {
        guard let entry = map.entry(key) else { continue }
        reader.log.report(
          .ticksWithoutColumns, at: entry.keyMark, ["key": key, "question": question.id])
      }
      return
    }
    let words = keys.map { reader.distinctTexts(map, $0) }
    question.ticked = words[0].map(\.value)
    question.unticked = words[1].map(\.value)
    guard !words.joined().isEmpty else { return }
    // A choice's own spelling ticks it, so that it may stand in `ticked` too.
    let owned = zip(keys, words).flatMap { key, words in
      words.map { SurveyDraft.Spelling(text: $0, owner: key) }
    }
    draft.spellingLists.append(
      list.spellings.filter { $0.owner == "noOpinion" } + owned)
    let choices = Dictionary(
      list.spellings.map { (LabelFolding.fold($0.text.value), $0.owner) },
      uniquingKeysWith: { first, _ in first })
    for word in words[1] {
      guard let choice = choices[LabelFolding.fold(word.value)], choice != "noOpinion" else {
        continue
      }
      reader.log.report(
        .duplicateSpelling, at: word.mark,
        ["spelling": word.value, "first": choice, "second": keys[1]])
    }
  }
}
