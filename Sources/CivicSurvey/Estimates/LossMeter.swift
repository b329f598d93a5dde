import SurveyDefinition

/// Measures how much of a part's data a figure could not use.
///
/// Lost are rejected records (one each) and accepted responses that are invalid in the figure's
/// question or unmapped in a dimension that it uses, each once; over accepted responses and rejected
/// records of the whole part, whatever domain or period is shown.
struct LossMeter {
  private struct Figure: Hashable {
    let firstSlot: Int
    let dimensions: Set<Int>
  }

  private let part: TallyPart
  private let rejected: Int
  private let responses: Int
  private var known: [Figure: LossShare] = [:]

  init(_ part: TallyPart) {
    self.part = part
    let accounting = part.accounting
    rejected = accounting.rejected
    responses = accounting.responses
  }

  /// The losses of a figure of `question` that uses the plan's `dimensions`.
  mutating func share(_ question: PlanQuestion, dimensions: Set<Int>) -> LossShare {
    let figure = Figure(firstSlot: question.firstSlot, dimensions: dimensions)
    if let share = known[figure] { return share }
    let slotCount = part.plan.slotCount
    let invalid = question.firstSlot + question.slot(of: .invalid)
    var lost = rejected
    for domain in 0..<part.domains.count {
      let isUnmapped = dimensions.contains {
        part.domains.code(of: domain, at: $0 + 1) == DimensionCode.unmapped
      }
      lost += Int(part.counts[domain * slotCount + (isUnmapped ? 0 : invalid)])
    }
    let share = LossShare(lost: lost, base: responses + rejected)
    known[figure] = share
    return share
  }
}
