import SurveyDefinition

/// Where the sums of one domain lie in a row of numbers.
///
/// A row has a slot for whatever a response can have done: the first is that it was accepted, then
/// come those of each question, then the blocks that measures derive from several. Their numbers are
/// counts of responses. Where responses have weights, the sums of these lie behind them
/// (``WeightLayout``).
struct SumLayout: Sendable {
  /// The slot of accepted responses.
  static let accepted = 0

  /// The questions that are counted: all of the survey's, in its order.
  let questions: [QuestionSums]
  /// What measures derive from several questions; none unless a measure needs it.
  let derived: [DerivedSums]
  /// The number of counts.
  let countSlots: Int
  /// Where the sums of weights lie; `nil` where responses have none.
  let weights: WeightLayout?

  init(_ survey: Survey) {
    var next = Self.accepted + 1
    questions = survey.questions.map { question in
      let sums = QuestionSums(question, firstSlot: next)
      next = sums.slots.upperBound
      return sums
    }
    derived = DerivedSums.needed(by: survey).map { rule, parts in
      let sums = DerivedSums(rule, parts, firstSlot: next)
      next = sums.slots.upperBound
      return sums
    }
    countSlots = next
    weights =
      survey.design?.weight.isEmpty ?? true
      ? nil
      : WeightLayout(
        questions + derived.map(\.sums), accepted: Self.accepted, behind: countSlots)
  }

  /// The number of slots of a row, those of weights included.
  var slotCount: Int { countSlots + (weights?.slotCount ?? 0) }

  /// Where the slots of each block begin, in each of which every response has one code: questions, then
  /// what is derived.
  var firstSlots: [Int] { questions.map(\.firstSlot) + derived.map(\.sums.firstSlot) }

  /// The number of blocks in which every response has one code.
  var blockCount: Int { questions.count + derived.count }
}

extension Survey {
  /// Whether a record of its exports may stand for several responses.
  var mayHaveCounts: Bool {
    !source.frequency.isEmpty
      || questions.contains { $0.counted != nil || !$0.levelColumns.allSatisfy(\.isEmpty) }
  }
}
