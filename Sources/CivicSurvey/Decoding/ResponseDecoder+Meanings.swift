import SurveyDefinition

extension ResponseDecoder {
  /// What a spelling of the definition means in a column; `nil` if it is none.
  func meaning(of spelling: String, in column: LabelColumn) -> LabelMeaning? {
    switch column {
    case .dimension(let index):
      return categories[index].code(ofSpelling: spelling).map(LabelMeaning.code)
    case .question(let index):
      guard let multiple = multiples[index] else {
        return answers[index].code(ofSpelling: spelling).map(LabelMeaning.code)
      }
      // Whatever is no choice may be a word for a tick, which all columns of choices share.
      return multiple.meaning(of: spelling)
        ?? tickTables[index].first?.code(ofSpelling: spelling).map(LabelMeaning.tick)
    }
  }

  /// Takes in what labels mean beyond the definition's spellings.
  mutating func give(_ meanings: LabelMeanings) {
    for (index, given) in meanings.dimensions.enumerated() { categories[index].give(given) }
    for (index, given) in meanings.questions.enumerated() {
      answers[index].give(given)
      multiples[index]?.give(choices: given, wholeCells: meanings.wholeCells[index])
      for choice in tickTables[index].indices {
        tickTables[index][choice].give(meanings.ticks(question: index, choice: choice))
      }
    }
  }

  /// The labels of a column, among those given a meaning, that some value had; `nil` where the run
  /// does not read the column.
  func usedMeanings(in column: LabelColumn) -> Set<String>? {
    switch column {
    case .dimension(let index):
      return reads(index) ? categories[index].usedMeanings : nil
    case .question(let index):
      var used = answers[index].usedMeanings.union(multiples[index]?.usedMeanings ?? [])
      for table in tickTables[index] { used.formUnion(table.usedMeanings) }
      return used
    }
  }
}

extension LabelMeanings {
  /// What labels mean in the column of one choice: the choice itself ticks it there, and nowhere else.
  fileprivate func ticks(question: Int, choice: Int) -> [String: UInt32] {
    var meanings = tickWords[question]
    for (label, code) in questions[question] where Int(code) == choice {
      meanings[label] = TickCode.ticked.rawValue
    }
    for (label, kind) in wholeCells[question] {
      meanings[label] = AnswerKind(rawValue: Int(kind)).map { TickCode($0).rawValue }
    }
    return meanings
  }
}
