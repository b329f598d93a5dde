import SurveyDefinition

/// A block of slots that no question has: what a response did with several questions at once, kept
/// because a measure is worked out of it.
///
/// Every response has one code in each block. The codes of responses that are in the base come first, as
/// the choices of a question do; then the five kinds of ``AnswerKind`` say why the others are not. A pair
/// of questions has codes alone.
struct DerivedSums: Sendable {
  /// One question among those that a block is made of.
  struct Part: Sendable, Equatable {
    /// The place of the question in the survey.
    let question: Int
    /// For each of its choices, whether it satisfies.
    let isSatisfied: [Bool]
  }

  /// What is told of a response.
  enum Rule: String, Sendable {
    /// Whether it answered any of the questions: one code.
    case any
    /// How many of the questions it answered, and how many of these satisfied: from (1, 0) and (1, 1) on,
    /// by the number answered, then by the number that satisfied.
    case counts
    /// Whether all its answers satisfy, where it answered each question that was asked: yes, no.
    case all
    /// Of two questions, 3 a + b with a and b 0 where it is not in the base of the question, 1 where it
    /// is, 2 where it satisfies.
    case pair
  }

  let rule: Rule
  let parts: [Part]
  /// The slots as those of a question that nobody asked; of a pair its kinds take no slots.
  let sums: QuestionSums

  init(_ rule: Rule, _ parts: [Part], firstSlot: Int) {
    self.rule = rule
    self.parts = parts
    let codes =
      switch rule {
      case .any: 1
      case .counts: Self.code(answered: parts.count, satisfied: parts.count) + 1
      case .all: 2
      case .pair: 9
      }
    sums = QuestionSums(derived: rule.rawValue, firstSlot: firstSlot, choiceCount: codes)
  }

  /// The slots among all of a domain.
  var slots: Range<Int> { rule == .pair ? sums.choiceSlots : sums.slots }

  /// The code of a response that answered so many questions, above 0, and was satisfied in so many.
  static func code(answered: Int, satisfied: Int) -> Int {
    (answered - 1) * (answered + 2) / 2 + satisfied
  }

  /// What the codes of ``Rule/counts`` stand for, in their order.
  static func counts(of questions: Int) -> [(answered: Int, satisfied: Int)] {
    (1...max(questions, 1)).flatMap { answered in
      (0...answered).map { (answered: answered, satisfied: $0) }
    }
  }

  /// The blocks that a survey's measures need, each once, in an order that does not hang on that of the
  /// measures.
  static func needed(by survey: Survey) -> [(rule: Rule, parts: [Part])] {
    var needed: [(rule: Rule, parts: [Part])] = []
    func need(_ rule: Rule, _ parts: [Part]) {
      if !needed.contains(where: { $0.rule == rule && $0.parts == parts }) {
        needed.append((rule, parts))
      }
    }
    for measure in survey.measures {
      let own = parts(of: measure.rule, in: survey)
      switch measure.rule {
      case .index(_, of: .answers): need(.counts, own)
      case .index(_, of: .rates):
        need(.any, own)
        for (place, second) in own.enumerated() {
          for first in own[..<place] { need(.pair, [first, second]) }
        }
      case .comprehensive: need(.all, own)
      case .topbox, .bottombox, .net, .mean, .mean100: break
      }
      for joint in measure.joint {
        let other = part(joint.question, joint.satisfied, in: survey)
        need(.pair, inOrder(own + [other].compactMap { $0 }))
      }
    }
    return needed.sorted { $0.rule == $1.rule ? key($0.parts) < key($1.parts) : $0.rule < $1.rule }
  }

  /// The questions of a measure with what satisfies, in the survey's order: it is the same measure in
  /// whatever order it names them.
  static func parts(of rule: MeasureRule, in survey: Survey) -> [Part] {
    switch rule {
    case .topbox(let question, let satisfied):
      return [part(question, satisfied, in: survey)].compactMap { $0 }
    case .index(let parts, _), .comprehensive(let parts):
      return inOrder(parts.compactMap { part($0.question, $0.satisfied, in: survey) })
    case .bottombox, .net, .mean, .mean100: return []
    }
  }

  private static func inOrder(_ parts: [Part]) -> [Part] {
    parts.sorted { $0.question < $1.question }
  }

  /// A question with what satisfies of it; `nil` where the survey has no such question.
  static func part(
    _ question: String, _ satisfied: [String], in survey: Survey
  ) -> Part? {
    survey.questions.firstIndex { $0.id == question }.map { place in
      Part(
        question: place,
        isSatisfied: survey.questions[place].choices.map { satisfied.contains($0.id) })
    }
  }

  /// The order of blocks of one rule.
  private static func key(_ parts: [Part]) -> String {
    parts.map { part in
      let place = String(part.question)
      return String(repeating: "0", count: max(0, 10 - place.count)) + place
        + part.isSatisfied.map { $0 ? "1" : "0" }.joined()
    }.joined(separator: ",")
  }
}

extension DerivedSums.Rule: Comparable {
  static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}
