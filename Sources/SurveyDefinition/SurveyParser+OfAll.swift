/// Two counts a line: how many have done something, of how many.
extension SurveyParser {
  /// Reads `levelColumns` of one choice beside `ofAll`, whose column counts both choices together.
  mutating func readDoneOfAll(_ map: DefinitionMap, _ question: inout Question) {
    guard let entry = map.entry("ofAll") else { return }
    var columns = readColumnsOfChoices(map, "levelColumns", question, ofAll: true)
    let all = reader.texts(map, "ofAll")
    draft.columns += all.map {
      SurveyDraft.ColumnUse(name: $0, owner: map.path(of: "ofAll"))
    }
    let counted = columns.indices.filter { !columns[$0].isEmpty }
    guard question.choices.count == 2, counted.count == 1 else {
      reader.log.report(.ofAllNeedsOne, at: entry.keyMark, ["question": question.id])
      return
    }
    let rest = 1 - counted[0]
    columns[rest] = all.map(\.value)
    question.restChoice = rest
    question.levelColumns = columns
  }
}
