import SurveyDefinition

/// What a cell of a choice's own column says.
enum TickCode: UInt32 {
  case ticked
  case notTicked
  case noOpinion
  case notApplicable

  /// What a kind of answer means in the column of one choice.
  init(_ kind: AnswerKind) {
    switch kind {
    case .answered: self = .ticked
    case .noOpinion: self = .noOpinion
    case .notApplicable: self = .notApplicable
    case .missing, .invalid: self = .notTicked
    }
  }

  /// For each choice that has a column of its own, the table of what may stand in it.
  ///
  /// The survey's own blanks come first, then the question's own words for a tick, then the words for
  /// yes and no, then the choice's spellings: some exports write the choice itself where it is ticked.
  static func tables(_ question: Question, _ survey: Survey) -> [LabelTable] {
    guard !question.choiceColumns.isEmpty else { return [] }
    return question.choices.map { choice in
      var table = LabelTable(blank: notTicked.rawValue, readsWholeDecimals: true)
      func add(_ spellings: [String], _ code: TickCode) {
        for spelling in spellings { table.add(spelling, code: code.rawValue) }
      }
      add(survey.missing, notTicked)
      add(survey.notApplicable, notApplicable)
      add(question.noOpinion, noOpinion)
      add(question.ticked, ticked)
      add(question.unticked, notTicked)
      add(YesNoWords.yes, ticked)
      add(YesNoWords.no, notTicked)
      add(choice.spellings, ticked)
      return table
    }
  }
}
