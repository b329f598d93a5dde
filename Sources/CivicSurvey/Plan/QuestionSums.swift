import SurveyDefinition

/// How one question's answers lie among a domain's counts.
///
/// First one count for each choice, then the five kinds of ``AnswerKind``, in that order.
struct QuestionSums: Sendable {
  /// What a slot of the question counts.
  enum Answer: Equatable {
    /// The choice at this place.
    case choice(Int)
    case kind(AnswerKind)
  }

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

  /// The slots of what a measure derives from several questions; see ``DerivedSums``.
  init(derived id: String, firstSlot: Int, choiceCount: Int) {
    self.id = id
    self.type = .single
    self.firstSlot = firstSlot
    self.choiceCount = choiceCount
  }

  var slotCount: Int { choiceCount + AnswerKind.allCases.count }

  /// The slots of the question among all of a domain.
  var slots: Range<Int> { firstSlot..<firstSlot + slotCount }

  /// The slots of its choices among all of a domain.
  var choiceSlots: Range<Int> { firstSlot..<firstSlot + choiceCount }

  /// The slots that every response is counted in once: choices and kinds, but of a question that
  /// takes several answers the kinds alone.
  var disjointSlots: Range<Int> {
    type == .multiple ? choiceSlots.upperBound..<slots.upperBound : slots
  }

  /// The slot of `kind`, counted from the question's first.
  func slot(of kind: AnswerKind) -> Int { choiceCount + kind.rawValue }

  /// What a slot counts, counted from the question's first; `nil` if it is not the question's.
  @inline(__always)
  func answer(at slot: Int) -> Answer? {
    guard slot >= choiceCount else { return slot >= 0 ? .choice(slot) : nil }
    return AnswerKind(rawValue: slot - choiceCount).map(Answer.kind)
  }
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
