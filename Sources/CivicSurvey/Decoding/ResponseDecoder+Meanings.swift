extension ResponseDecoder {
  /// What a spelling of the definition means in a column; `nil` if it is none.
  func meaning(of spelling: String, in column: LabelColumn) -> LabelMeaning? {
    switch column {
    case .dimension(let index):
      return categories[index].code(ofSpelling: spelling).map(LabelMeaning.code)
    case .question(let index):
      if let multiple = multiples[index] { return multiple.meaning(of: spelling) }
      return answers[index].code(ofSpelling: spelling).map(LabelMeaning.code)
    }
  }

  /// Takes in what labels mean beyond the definition's spellings.
  mutating func give(_ meanings: LabelMeanings) {
    for (index, given) in meanings.dimensions.enumerated() { categories[index].give(given) }
    for (index, given) in meanings.questions.enumerated() {
      answers[index].give(given)
      multiples[index]?.give(choices: given, wholeCells: meanings.wholeCells[index])
    }
  }
}
