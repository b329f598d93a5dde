extension AnswerCounts {
  /// Counts one slot of a domain, if it is the question's or that of the accepted responses.
  @inline(__always)
  mutating func add(_ count: UInt64, at slot: Int, of question: QuestionSums) {
    if slot == 0 { accepted += Int(count) }
    let place = slot - question.firstSlot
    guard place >= 0, place < question.slotCount else { return }
    guard place >= question.choiceCount else {
      // Of several answers the kind alone says how many answered.
      if question.type != .multiple { answered += Int(count) }
      return
    }
    switch AnswerKind(rawValue: place - question.choiceCount) {
    case .answered: answered += Int(count)
    case .noOpinion: noOpinion += Int(count)
    case .missing: missing += Int(count)
    case .notApplicable: notApplicable += Int(count)
    case .invalid: invalid += Int(count)
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
