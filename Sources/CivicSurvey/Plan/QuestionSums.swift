import SurveyDefinition

/// How one question's answers lie among a domain's counts.
///
/// First one count for each choice, then the five kinds of ``AnswerKind``, in that order.
struct QuestionSums: Sendable {
  let id: String
  let type: QuestionType
  let firstSlot: Int
  let choiceCount: Int

  init(_ question: Question, firstSlot: Int) {
    self.id = question.id
    self.type = question.type
    self.firstSlot = firstSlot
    self.choiceCount = question.choices.count
  }

  var slotCount: Int { choiceCount + AnswerKind.allCases.count }

  /// The slot of `kind`, counted from the question's first.
  func slot(of kind: AnswerKind) -> Int { choiceCount + kind.rawValue }
}

/// What a response did with a question, other than pick a single choice.
enum AnswerKind: Int, CaseIterable, Sendable {
  /// Answered a question that takes several choices, or text.
  case answered
  case noOpinion
  case missing
  case notApplicable
  case invalid
}
