import SurveyDefinition

/// A measure bound to the counts of a plan.
struct MeasurePlan: Sendable {
  let id: String
  let question: QuestionSums
  /// For each choice of the question, whether it counts as satisfied.
  private let isSatisfied: [Bool]

  /// The measures of a plan, in survey order.
  static func all(in plan: TabulationPlan) -> [MeasurePlan] {
    plan.survey.measures.compactMap { MeasurePlan($0, in: plan) }
  }

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
      let place = slot - question.firstSlot
      // Most counts of a domain are other questions'.
      guard UInt(bitPattern: place) < UInt(bitPattern: question.slotCount) else {
        if slot == SumLayout.accepted { total.counts.accepted += Int(count) }
        return
      }
      total.counts.add(count, at: slot, of: question)
      if place >= 0, place < isSatisfied.count, isSatisfied[place] {
        total.satisfied += Int(count)
      }
    }
  }
}
