import SurveyDefinition
import SurveyStatistics

/// A measure bound to the sums of a plan: which slots it is worked out of, and what each adds.
///
/// It knows nothing of how responses were drawn: with a design or without one, a measure is Σ w y / Σ w x
/// over the codes of its block, or, for the mean of rates, over pairs of questions.
struct MeasurePlan: Sendable {
  /// The measure.
  let measure: Measure
  /// The slots that every response is counted in once: first the codes of the base, then why others are
  /// not in it.
  let block: QuestionSums
  /// What each code of the block adds; of a mean of rates only who answered any of the questions.
  let scores: ExactScores
  /// The questions that it is about.
  let questions: [QuestionSums]
  /// The questions two by two; `nil` of all but a mean of rates.
  let pairs: RatePairs?
  /// For each code of the block whether it satisfies, where the measure either counts a response or not.
  private let isSatisfied: [Bool]
  /// For each slot of a domain its place among ``MeasureCounts/codes``, or -1; empty where no codes are
  /// needed.
  private let places: [Int]

  /// The measure's id.
  var id: String { measure.id }

  /// Whether each response either counts or does not: its exact tail decides too.
  var isBinomial: Bool { measure.rule.isBinomial }

  /// The least and the greatest that the figure can be.
  var range: ClosedRange<Double> { measure.scale.least...measure.scale.greatest }

  /// The measures of a plan, in survey order.
  static func all(in plan: TabulationPlan) -> [MeasurePlan] {
    plan.survey.measures.compactMap { MeasurePlan($0, in: plan) }
  }

  init?(_ measure: Measure, in plan: TabulationPlan) {
    let survey = plan.survey
    let places = measure.questions.compactMap { id in survey.questions.firstIndex { $0.id == id } }
    guard let first = places.first, places.count == measure.questions.count else { return nil }
    let choices = survey.questions[first].choices.map(\.id)
    let parts = DerivedSums.parts(of: measure.rule, in: survey)
    func derived(_ rule: DerivedSums.Rule) -> QuestionSums? { plan.sums.derived(rule, of: parts) }
    var block = plan.questions[first]
    var pairs: RatePairs?
    switch measure.rule {
    case .topbox(_, let satisfied):
      scores = .rate(choices.map(satisfied.contains))
    case .bottombox(_, let dissatisfied):
      scores = .rate(choices.map(dissatisfied.contains))
    case .net(_, let promoters, let detractors):
      scores = .net(choices.map { promoters.contains($0) ? 1 : detractors.contains($0) ? -1 : 0 })
    case .mean(_, let values):
      scores = .mean(values.map(\.value))
    case .mean100(_, let values):
      scores = .mean100(values.map(\.value))
    case .index(_, of: .answers):
      guard let sums = derived(.counts) else { return nil }
      block = sums
      scores = .pooled(DerivedSums.counts(of: parts.count))
    case .index(_, of: .rates):
      guard let sums = derived(.any), let two = RatePairs(parts, in: plan) else { return nil }
      block = sums
      pairs = two
      scores = .rate([true])
    case .comprehensive:
      guard let sums = derived(.all) else { return nil }
      block = sums
      scores = .rate([true, false])
    }
    self.measure = measure
    self.block = block
    self.pairs = pairs
    questions = places.map { plan.questions[$0] }
    isSatisfied = measure.rule.isBinomial ? scores.numerator.map { $0 > 0 } : []
    self.places =
      if let pairs {
        pairs.places(among: plan.slotCount)
      } else if measure.rule.isBinomial {
        []
      } else {
        (0..<plan.slotCount).map { block.choiceSlots.contains($0) ? $0 - block.firstSlot : -1 }
      }
  }

  /// The slots that it is worked out of, each with its code.
  var codedSlots: [(slot: Int, code: Int32)] {
    block.choiceSlots.enumerated().map { ($0.element, Int32($0.offset)) }
  }

  /// Of a mean of rates, the slots of its questions and pairs, each with its place among
  /// ``MeasureCounts/codes``; none of any other measure.
  var pairedSlots: [(slot: Int, code: Int32)] {
    pairs == nil
      ? [] : places.enumerated().filter { $0.element >= 0 }.map { ($0.offset, Int32($0.element)) }
  }

  /// Adds a domain's counts.
  func add(_ domain: Int, of sums: SumTable, to total: inout MeasureCounts) {
    if !places.isEmpty { addCodes(domain, of: sums, to: &total) }
    sums.forEachCount(of: domain) { slot, count in
      let place = slot - block.firstSlot
      // Most counts of a domain are other questions'.
      guard UInt(bitPattern: place) < UInt(bitPattern: block.slotCount) else {
        if slot == SumLayout.accepted { total.counts.accepted += Int(count) }
        return
      }
      total.counts.add(count, at: slot, of: block)
      if place >= 0, place < isSatisfied.count, isSatisfied[place] {
        total.satisfied += Int(count)
      }
    }
  }
}

extension MeasurePlan {
  private func addCodes(_ domain: Int, of sums: SumTable, to total: inout MeasureCounts) {
    if total.codes.isEmpty {
      total.codes = [Int](repeating: 0, count: pairs?.codeCount ?? block.choiceCount)
    }
    sums.forEachCount(of: domain) { slot, count in
      if places[slot] >= 0 { total.codes[places[slot]] += Int(count) }
    }
  }
}

extension SumLayout {
  /// The slots of what is derived from some questions by a rule.
  func derived(_ rule: DerivedSums.Rule, of parts: [DerivedSums.Part]) -> QuestionSums? {
    derived.first { $0.rule == rule && $0.parts == parts }?.sums
  }
}
