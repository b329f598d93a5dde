import SurveyDefinition

extension QuestionSums {
  /// Counts one slot of a domain, if it is the question's or that of the accepted responses.
  @inline(__always)
  func count(_ slot: Int, _ count: UInt64, in counts: inout AnswerCounts) {
    if slot == 0 { counts.accepted += Int(count) }
    let place = slot - firstSlot
    guard place >= 0, place < slotCount else { return }
    guard place >= choiceCount else {
      // Of several answers the kind alone says how many answered.
      if type != .multiple { counts.answered += Int(count) }
      return
    }
    switch AnswerKind(rawValue: place - choiceCount) {
    case .answered: counts.answered += Int(count)
    case .noOpinion: counts.noOpinion += Int(count)
    case .missing: counts.missing += Int(count)
    case .notApplicable: counts.notApplicable += Int(count)
    case .invalid: counts.invalid += Int(count)
    case nil: break
    }
  }
}

/// A measure bound to the counts of a plan.
struct MeasurePlan: Sendable {
  let id: String
  let question: QuestionSums
  /// For each choice of the question, whether it counts as satisfied.
  private let isSatisfied: [Bool]

  init?(_ measure: Measure, in plan: TabulationPlan) {
    guard let index = plan.survey.questions.firstIndex(where: { $0.id == measure.question }) else {
      return nil
    }
    id = measure.id
    question = plan.questions[index]
    isSatisfied = plan.survey.questions[index].choices.map { measure.satisfied.contains($0.id) }
  }

  /// Adds a domain's counts.
  func add(_ domain: Int, of sums: SumTable, to total: inout MeasureCounts) {
    sums.forEachCount(of: domain) { slot, count in
      question.count(slot, count, in: &total.counts)
      let place = slot - question.firstSlot
      if place >= 0, place < isSatisfied.count, isSatisfied[place] {
        total.satisfied += Int(count)
      }
    }
  }
}
