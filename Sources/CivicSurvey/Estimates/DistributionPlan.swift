import SurveyDefinition

/// A closed or multiple question whose answers a report shows.
struct DistributionPlan: Sendable {
  private let question: QuestionSums
  private let weights: WeightLayout?
  private let slotCount: Int
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
    weights = plan.sums.weights
    slotCount = plan.slotCount
    choices = plan.survey.questions[index].choices.map(\.id)
  }

  /// The slots of its choices, then, where it takes several answers, that of who gave any.
  var weightedSlots: [Int] {
    question.choiceSlots
      + (question.type == .multiple ? [question.firstSlot + question.slot(of: .answered)] : [])
  }

  /// How sure the shares of its choices are in a domain of a breakdown.
  func shares(
    _ distribution: Distribution, _ number: Int, of section: Breakdown.Section,
    in breakdown: Breakdown, _ estimator: Estimator
  ) -> [ShareEstimate] {
    guard let (frame, rows) = breakdown.designRows(weightedSlots, number, of: section) else {
      return distribution.answers.map {
        estimator.share($0.n, of: distribution.counts.answered)
      }
    }
    return estimator.shares(
      AnswerSums(
        rows, choiceCount: question.choiceCount, isMultiple: question.type == .multiple), frame)
  }

  /// How the question was answered in one domain of `sums`.
  ///
  /// - Parameter calibrated: by slot of ``weightedSlots``, the weights of margins; empty without any.
  func distribution(
    _ number: Int, of sums: SumTable, domain: Domain, calibrated: [Double]
  ) -> Distribution {
    var counts = AnswerCounts()
    var answers = choices.map { Distribution.Answer(choice: $0, n: 0) }
    sums.forEachCount(of: number) { slot, count in
      counts.add(count, at: slot, of: question)
      let place = slot - question.firstSlot
      if place >= 0, place < answers.count {
        answers[place] = Distribution.Answer(choice: choices[place], n: Int(count))
      }
    }
    guard calibrated.isEmpty else {
      return self.calibrated(answers, counts, of: domain, weights: calibrated)
    }
    guard let weights else {
      return Distribution(question: question.id, domain: domain, counts: counts, answers: answers)
    }
    return weighted(answers, counts, of: domain, row: sums.row(of: number), weights)
  }

  /// The same with shares of the weights of margins.
  private func calibrated(
    _ answers: [Distribution.Answer], _ counts: AnswerCounts, of domain: Domain, weights: [Double]
  ) -> Distribution {
    let isMultiple = question.type == .multiple
    let choices = weights.prefix(question.choiceCount)
    let all = isMultiple ? weights[weights.count - 1] : choices.reduce(0, +)
    // So many parts make a whole: as exact as the weights are.
    let parts = choices.map { all > 0 ? Int(($0 / all * 0x1p50).rounded()) : 0 }
    return Distribution(
      question: question.id, domain: domain, counts: counts,
      answers: zip(answers, parts).map {
        Distribution.Answer(choice: $0.choice, n: $0.n, part: $1)
      }, base: isMultiple && all > 0 ? 1 << 50 : parts.reduce(0, +))
  }

  /// The same with shares of weights, in the smallest unit in which all of them fit a number.
  private func weighted(
    _ answers: [Distribution.Answer], _ counts: AnswerCounts, of domain: Domain, row: [UInt64],
    _ weights: WeightLayout
  ) -> Distribution {
    let parts = question.choiceSlots.map { weights.sum(of: $0, in: row).weight }
    let answered = question.firstSlot + question.slot(of: .answered)
    let base =
      question.type == .multiple
      ? weights.sum(of: answered, in: row).weight : parts.reduce(0, +)
    // Several answers of one response are more than its weight: eight bits are spare for them.
    let shift = max(0, 128 - base.leadingZeroBitCount - 54)
    return Distribution(
      question: question.id, domain: domain, counts: counts,
      answers: zip(answers, parts).map {
        Distribution.Answer(choice: $0.choice, n: $0.n, part: Int($1 >> shift))
      }, base: Int(base >> shift))
  }
}
