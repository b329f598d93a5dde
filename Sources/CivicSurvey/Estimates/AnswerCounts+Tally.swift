import SurveyDefinition

extension AnswerCounts {
  /// The counts of one question in one run of a domain's counts.
  init(_ question: PlanQuestion, in counts: ArraySlice<UInt64>) {
    func slot(_ kind: AnswerKind) -> Int {
      Int(counts[counts.startIndex + question.firstSlot + question.slot(of: kind)])
    }
    self.init()
    accepted = Int(counts[counts.startIndex])
    noOpinion = slot(.noOpinion)
    missing = slot(.missing)
    notApplicable = slot(.notApplicable)
    invalid = slot(.invalid)
    answered = slot(.answered)
    if question.type != .multiple {
      for choice in 0..<question.choiceCount {
        answered += Int(counts[counts.startIndex + question.firstSlot + choice])
      }
    }
  }
}

/// A measure bound to the counts of a plan.
struct PlannedMeasure {
  let id: String
  let question: PlanQuestion
  /// The slots that count as satisfied, among all of a domain's counts.
  let satisfiedSlots: [Int]

  init?(_ measure: Measure, in plan: TabulationPlan) {
    guard let index = plan.survey.questions.firstIndex(where: { $0.id == measure.question }) else {
      return nil
    }
    let planned = plan.questions[index]
    let choices = plan.survey.questions[index].choices
    id = measure.id
    question = planned
    satisfiedSlots = choices.indices.filter { measure.satisfied.contains(choices[$0].id) }
      .map { planned.firstSlot + $0 }
  }

  func satisfied(in counts: ArraySlice<UInt64>) -> Int {
    satisfiedSlots.reduce(0) { $0 + Int(counts[counts.startIndex + $1]) }
  }
}
