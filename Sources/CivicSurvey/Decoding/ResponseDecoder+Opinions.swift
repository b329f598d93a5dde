import SurveyCSV
import SurveyDefinition

/// The steps of a register of opinions, worked out of days and texts.
///
/// Registers have thousands of lines, not millions: each line is looked at by itself.
extension ResponseDecoder {
  /// Gives each step its answer, and notes the days that cannot be.
  mutating func decodeOpinions(
    _ batch: inout RecordBatch, _ opinions: OpinionPlan, _ columns: OpinionColumns,
    columns all: ResponsePlan, into result: inout ResponseBatch
  ) {
    let takenUp = OpinionDays(columns.takenUp, readDays(&batch, columns.takenUp, result.count))
    let answered = OpinionDays(columns.answered, readDays(&batch, columns.answered, result.count))
    let published = OpinionDays(
      columns.published, readDays(&batch, columns.published, result.count))
    let due = OpinionDays(columns.due, readDays(&batch, columns.due, result.count))
    let answerText = OpinionTexts(opinions.answer, plan, all)
    let improvement = OpinionTexts(opinions.improvement, plan, all)
    let steps = OpinionSteps(opinions)
    for record in 0..<result.count {
      let isAnswered =
        answered.state(of: record, in: &result) ?? answerText.state(of: record, in: result)
        ?? .missing
      steps.put(takenUp.state(of: record, in: &result), steps.takenUp, record, plan, &result)
      steps.put(isAnswered, steps.answered, record, plan, &result)
      steps.put(
        published.state(of: record, in: &result, answered: isAnswered), steps.published, record,
        plan, &result)
      steps.put(improvement.state(of: record, in: result), steps.improved, record, plan, &result)
      guard let rule = opinions.due else { continue }
      let day = Self.due(rule, due, of: record, in: &result)
      let state = OpinionState(answered: isAnswered, answered, day, of: record)
      steps.put(state, steps.onTime, record, plan, &result)
      if state == .notApplicable, let day {
        let place = plan.labelled.count * result.count + record
        result.dimensionCodes[place] = DueCode.code(ofDay: day)
      }
    }
  }

  /// The number of the day by which an opinion is to be answered; `nil` where none can be read.
  private static func due(
    _ rule: OpinionDue, _ days: OpinionDays, of record: Int, in result: inout ResponseBatch
  ) -> Int32? {
    switch rule {
    case .columns:
      return days.state(of: record, in: &result) == .yes ? days.days[record] : nil
    case .days(let count):
      let received = result.days[record]
      return received == ResponseBatch.noDay ? nil : received + Int32(count)
    }
  }

  /// The day of each record in a column, ``ResponseBatch/noDay`` where it is blank, or
  /// ``OpinionDays/unreadable``; nothing without a column.
  private mutating func readDays(
    _ batch: inout RecordBatch, _ column: Int?, _ count: Int
  ) -> [Int32] {
    guard let column else { return [] }
    var days = [Int32](repeating: ResponseBatch.noDay, count: count)
    var record = 0
    while true {
      record = dates.days(of: batch, column: column, from: record, into: &days)
      guard record < count else { return days }
      let range = batch.locateValue(record: record, column: column)
      if let day = day(batch.bytes.span, range) {
        days[record] = day
        dates.remember(day, for: batch.bytes.span, range)
        // What is remembered here is never looked at in the column of receipts.
        if !dateOrder.isDecided { dateOrder.note(batch.bytes.span, range, as: day) }
      } else if !blanks.contains(batch.bytes.span.extracting(range))
        || !batch.isText(record: record, column: column)
      {
        days[record] = OpinionDays.unreadable
      }
      record += 1
    }
  }
}

/// The question of each step.
private struct OpinionSteps {
  let takenUp: Int?
  let answered: Int?
  let published: Int?
  let onTime: Int?
  let improved: Int?

  init(_ plan: OpinionPlan) {
    takenUp = plan.question(of: .takenUp)
    answered = plan.question(of: .answered)
    published = plan.question(of: .published)
    onTime = plan.question(of: .onTime)
    improved = plan.question(of: .improved)
  }

  /// Writes what became of a step, where the register tells it.
  func put(
    _ state: OpinionState?, _ question: Int?, _ record: Int, _ plan: TabulationPlan,
    _ result: inout ResponseBatch
  ) {
    guard let state, let question else { return }
    result.answerSlots[question * result.count + record] = state.slot(
      in: plan.questions[question])
  }
}

/// Whether an opinion took a step.
private enum OpinionState {
  case yes
  case no
  case missing
  case notApplicable
  case invalid

  /// The slot of a step's question, counted from its first.
  func slot(in question: QuestionSums) -> UInt32 {
    switch self {
    case .yes: 0
    case .no: 1
    case .missing: UInt32(question.slot(of: .missing))
    case .notApplicable: UInt32(question.slot(of: .notApplicable))
    case .invalid: UInt32(question.slot(of: .invalid))
    }
  }

  /// Whether an opinion was answered by the day on which it was due; an open one is not applicable,
  /// until a report says which day it is.
  init(answered: OpinionState, _ days: OpinionDays, _ due: Int32?, of record: Int) {
    guard answered != .invalid else {
      self = .invalid
      return
    }
    guard let due else {
      self = .missing
      return
    }
    if answered == .yes {
      self = days.days[record] <= due ? .yes : .no
    } else {
      self = .notApplicable
    }
  }
}

/// The days in one column of a register.
private struct OpinionDays {
  /// The stand-in for what is no day.
  static let unreadable = ResponseBatch.noDay + 1

  private let column: Int32
  /// By record; empty without a column.
  let days: [Int32]

  init(_ column: Int?, _ days: [Int32]) {
    self.column = Int32(column ?? -1)
    self.days = days
  }

  /// Whether a step's day stands; `nil` where the register has no column for it.
  ///
  /// - Parameter answered: whether the opinion was answered, without which the step cannot be taken.
  func state(
    of record: Int, in result: inout ResponseBatch, answered: OpinionState = .yes
  ) -> OpinionState? {
    guard column >= 0 else { return nil }
    let day = days[record]
    if day == ResponseBatch.noDay { return .no }
    let fault: OpinionFault.Kind
    if day == Self.unreadable {
      fault = .unreadable
    } else if result.days[record] != ResponseBatch.noDay, day < result.days[record] {
      fault = .beforeReceipt
    } else if answered == .no {
      fault = .unanswered
    } else {
      return .yes
    }
    result.opinionFaults.append(OpinionFault(record: Int32(record), column: column, kind: fault))
    return .invalid
  }
}

/// The texts of one question of a register.
private struct OpinionTexts {
  private let question: Int?
  private let isInFile: Bool
  private let answered: UInt32
  private let invalid: UInt32

  init(_ question: Int?, _ plan: TabulationPlan, _ columns: ResponsePlan) {
    self.question = question
    isInFile = question.map { columns.questionColumns[$0] != nil } ?? false
    answered = question.map { UInt32(plan.questions[$0].slot(of: .answered)) } ?? 0
    invalid = question.map { UInt32(plan.questions[$0].slot(of: .invalid)) } ?? 0
  }

  /// Whether the text stands; of a file without its column nobody knows.
  func state(of record: Int, in result: borrowing ResponseBatch) -> OpinionState? {
    guard let question else { return nil }
    guard isInFile else { return .missing }
    let slot = result.answerSlots[question * result.count + record]
    return slot == answered ? .yes : slot == invalid ? .invalid : .no
  }
}
