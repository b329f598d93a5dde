import SurveyDefinition

/// A closed or multiple question whose answers a report shows.
struct DistributionPlan: Sendable {
  private let question: QuestionSums
  private let choices: [String]

  /// The question's id.
  var id: String { question.id }

  /// All questions of a plan that have choices.
  static func all(in plan: TabulationPlan) -> [DistributionPlan] {
    plan.questions.indices.filter { plan.questions[$0].choiceCount > 0 }
      .map { DistributionPlan($0, in: plan) }
  }

  private init(_ index: Int, in plan: TabulationPlan) {
    question = plan.questions[index]
    choices = plan.survey.questions[index].choices.map(\.id)
  }

  /// How the question was answered in one domain of `sums`.
  func distribution(_ number: Int, of sums: SumTable, domain: Domain) -> Distribution {
    var counts = AnswerCounts()
    var answers = choices.map { Distribution.Answer(choice: $0, n: 0) }
    sums.forEachCount(of: number) { slot, count in
      counts.add(count, at: slot, of: question)
      let place = slot - question.firstSlot
      if place >= 0, place < answers.count {
        answers[place] = Distribution.Answer(choice: choices[place], n: Int(count))
      }
    }
    return Distribution(question: question.id, domain: domain, counts: counts, answers: answers)
  }
}
