/// Cells that say how many responses gave one answer.
extension SurveyParser {
  mutating func readCounted(_ map: DefinitionMap, _ question: Question) -> CountedForm? {
    guard let entry = map.entry("counted"),
      let map = reader.map(
        entry.value, path: map.path(of: "counted"), mark: entry.keyMark,
        required: ["question", "form"], optional: []),
      let asked = reader.text(map, "question"), let form = reader.text(map, "form")
    else { return nil }
    draft.counted.append((question.id, asked, entry.keyMark))
    guard let counted = CountedForm(question: asked.value, form: form.value) else {
      reader.log.report(
        .badCountedForm, at: form.mark,
        [
          "question": question.id, "value": form.value,
          "example": "Rating of {choice}: {count}",
        ])
      return nil
    }
    return counted
  }

  /// A form stands in the column of a text question, and is the only way of counting.
  func checkCounted() {
    let texts = draft.questions.filter { $0.type == .text }.map(\.id)
    let countsElsewhere =
      !draft.source.frequency.isEmpty || draft.questions.contains { !$0.levelColumns.isEmpty }
    for (question, asked, mark) in draft.counted {
      if !texts.contains(asked.value) {
        reader.log.report(
          .countedNeedsText, at: asked.mark,
          ["question": asked.value, "allowed": DefinitionReader.listed(texts)])
      }
      if countsElsewhere {
        reader.log.report(.countedTwice, at: mark, ["question": question])
      }
    }
  }
}
