extension AnswerCounts {
  /// Counts one slot of a domain, if it is the question's or that of the accepted responses.
  @inline(__always)
  mutating func add(_ count: UInt64, at slot: Int, of question: QuestionSums) {
    if slot == SumLayout.accepted { accepted += Int(count) }
    switch question.answer(at: slot - question.firstSlot) {
    case .choice:
      // Of several answers the kind alone says how many answered.
      if question.type != .multiple { answered += Int(count) }
    case .kind(.answered): answered += Int(count)
    case .kind(.noOpinion): noOpinion += Int(count)
    case .kind(.missing): missing += Int(count)
    case .kind(.notApplicable): notApplicable += Int(count)
    case .kind(.invalid): invalid += Int(count)
    case nil: break
    }
  }

  /// Adds the counts of other responses.
  mutating func add(_ other: AnswerCounts) {
    accepted += other.accepted
    answered += other.answered
    noOpinion += other.noOpinion
    missing += other.missing
    notApplicable += other.notApplicable
    invalid += other.invalid
  }
}
