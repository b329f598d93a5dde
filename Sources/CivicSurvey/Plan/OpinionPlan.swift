import SurveyDefinition

/// Where the steps of a register of opinions lie among a plan's questions and keys.
struct OpinionPlan: Sendable {
  /// For each step that the register tells, its question.
  let questions: [(step: OpinionStep, question: Int)]
  /// The text question that holds the answer.
  let answer: Int?
  /// The text question that names the improvement.
  let improvement: Int?
  /// By when an opinion is to be answered.
  let due: OpinionDue?

  /// The steps of a survey; `nil` where it is no register of opinions.
  init?(_ survey: Survey) {
    guard let register = survey.opinions else { return nil }
    func place(_ id: String?) -> Int? {
      id.flatMap { id in survey.questions.firstIndex { $0.id == id } }
    }
    questions = survey.questions.enumerated().compactMap { place, question in
      question.step.map { ($0, place) }
    }
    answer = place(register.answer)
    improvement = place(register.improvement)
    due = register.due
  }

  /// The question of a step; `nil` where the register does not tell it.
  func question(of step: OpinionStep) -> Int? {
    questions.first { $0.step == step }?.question
  }
}

/// The day by which an open opinion is to be answered, as a code of a domain's key.
///
/// Whether it is late is seen when a report is made; so the tally keeps open ones apart by this day.
enum DueCode {
  /// Of whatever is not an opinion that is open and has such a day.
  static let none: UInt32 = 0
  /// So many bits hold every code.
  static let bits = 18
  /// 1898, before every day that can be read.
  private static let firstDay: Int32 = -26_000

  /// The code of a day, given by its number.
  static func code(ofDay day: Int32) -> UInt32 {
    UInt32(bitPattern: max(day, firstDay) - firstDay + 1)
  }

  /// The day of a code; `nil` for ``none`` and for what is no code.
  static func day(of code: UInt32) -> CalendarDay? {
    guard code != none, code < 1 << bits else { return nil }
    return CalendarDay(number: Int32(code) - 1 + firstDay)
  }
}
