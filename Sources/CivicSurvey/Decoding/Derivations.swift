/// Fills in what measures derive from several questions, out of the answers to these.
///
/// What a response did with the questions of a block is added up in one number, in five fields of bits:
/// how many it answered, how many of these satisfied, and how many it did not answer for each reason. A
/// block is made of at most 30 questions, so that no field runs into the next.
struct Derivations: Sendable {
  private struct Block {
    let sums: DerivedSums
    /// The place of its column among answers.
    let column: Int
    /// For each question, what each of its slots adds.
    let effects: [(question: Int, bySlot: [UInt32])]
  }

  /// The units of the fields; "not applicable" is what is left.
  private enum Field {
    static let answered: UInt32 = 1
    static let satisfied: UInt32 = 1 << 6
    static let missing: UInt32 = 1 << 12
    static let noOpinion: UInt32 = 1 << 17
    static let invalid: UInt32 = 1 << 22
    static let mask: UInt32 = 31
  }

  private let blocks: [Block]
  /// By record, for the block at hand.
  private var work: [UInt32] = []

  init(_ layout: SumLayout) {
    blocks = layout.derived.enumerated().map { place, sums in
      let isPair = sums.rule == .pair
      return Block(
        sums: sums, column: layout.questions.count + place,
        effects: sums.parts.enumerated().map { number, part in
          let slots = 0..<layout.questions[part.question].slotCount
          return (
            part.question,
            slots.map { slot in
              isPair
                ? Self.state(slot, of: part) * (number == 0 ? 3 : 1)
                : Self.effect(slot, of: part, layout.questions[part.question])
            }
          )
        })
    }
  }

  /// 0 where a slot is not in the base, 1 where it is, 2 where it satisfies.
  private static func state(_ slot: Int, of part: DerivedSums.Part) -> UInt32 {
    slot < part.isSatisfied.count ? (part.isSatisfied[slot] ? 2 : 1) : 0
  }

  private static func effect(
    _ slot: Int, of part: DerivedSums.Part, _ question: QuestionSums
  ) -> UInt32 {
    switch question.answer(at: slot) {
    case .choice(let choice):
      Field.answered + (part.isSatisfied[choice] ? Field.satisfied : 0)
    case .kind(.noOpinion): Field.noOpinion
    case .kind(.invalid): Field.invalid
    case .kind(.notApplicable), nil: 0
    case .kind(.missing), .kind(.answered): Field.missing
    }
  }

  /// Gives each record of a batch its code in each block.
  mutating func derive(into batch: inout ResponseBatch) {
    let count = batch.count
    for block in blocks {
      if work.count < count { work += repeatElement(0, count: count - work.count) }
      for record in 0..<count { work[record] = 0 }
      for (question, effects) in block.effects {
        let first = question * count
        for record in 0..<count {
          work[record] &+= effects[Int(batch.answerSlots[first + record])]
        }
      }
      let first = block.column * count
      let sums = block.sums.sums
      for record in 0..<count {
        let code =
          block.sums.rule == .pair
          ? work[record] : Self.slot(of: work[record], block.sums.rule, sums)
        batch.answerSlots[first + record] = code
      }
    }
  }

  private static func slot(
    of work: UInt32, _ rule: DerivedSums.Rule, _ sums: QuestionSums
  ) -> UInt32 {
    let answered = Int(work & 63)
    let satisfied = Int(work / Field.satisfied & 63)
    // Whatever was asked was answered.
    let isWhole = work < Field.missing
    if answered > 0, rule != .all || isWhole {
      switch rule {
      case .any, .pair: return 0
      case .counts: return UInt32(DerivedSums.code(answered: answered, satisfied: satisfied))
      case .all: return satisfied == answered ? 0 : 1
      }
    }
    let kind: AnswerKind =
      if work / Field.invalid & Field.mask > 0 {
        .invalid
      } else if work / Field.noOpinion & Field.mask > 0 {
        .noOpinion
      } else if work / Field.missing & Field.mask > 0 {
        .missing
      } else {
        .notApplicable
      }
    return UInt32(sums.slot(of: kind))
  }
}
