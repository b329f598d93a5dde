import SurveyCSV
import SurveyDefinition

/// Reads the words of a register's opinions, with the days of their steps.
struct OpinionReader {
  private let plan: TabulationPlan
  private let register: OpinionRegister
  private let field: Int?
  private let unit: Int?

  /// `nil` where the survey is no register of opinions.
  init?(_ plan: TabulationPlan) {
    guard let register = plan.survey.opinions else { return nil }
    self.plan = plan
    self.register = register
    func place(_ role: OfficeDimension) -> Int? {
      let id = plan.survey.dimension(role)?.id
      return plan.survey.dimensions.firstIndex { $0.id == id }
    }
    field = place(.field)
    unit = place(.unit)
  }

  /// The opinion in a record.
  func read(
    _ record: Int, _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch,
    _ columns: ResponsePlan, source: String
  ) -> Opinion {
    let received = responses.days[record]
    let texts = [register.words, register.answer, register.improvement].map { id in
      text(id, record, &batch, columns)
    }
    var days: [OpinionStep: CalendarDay] = [:]
    for (step, column) in [
      (OpinionStep.takenUp, columns.opinionDays?.takenUp),
      (.answered, columns.opinionDays?.answered),
      (.published, columns.opinionDays?.published),
    ] where isTaken(step, record, responses) {
      days[step] = column.flatMap { day($0, record, &batch) }
    }
    var due: CalendarDay?
    switch register.due {
    case .days(let count) where received != ResponseBatch.noDay:
      due = CalendarDay(number: received + Int32(count))
    case .columns: due = columns.opinionDays?.due.flatMap { day($0, record, &batch) }
    default: break
    }
    return Opinion(
      place: OpinionPlace(file: source, line: batch.line(of: record)),
      received: received == ResponseBatch.noDay ? nil : CalendarDay(number: received),
      field: field.flatMap { category($0, record, &batch, responses, columns) },
      unit: unit.flatMap { category($0, record, &batch, responses, columns) },
      words: texts[0], answer: texts[1], improvement: texts[2], days: days, due: due)
  }

  /// Whether a step was taken, and its day is one to be believed.
  private func isTaken(
    _ step: OpinionStep, _ record: Int, _ responses: borrowing ResponseBatch
  ) -> Bool {
    guard let question = plan.opinions?.question(of: step) else { return false }
    return responses.answerSlots[question * responses.count + record] == 0
  }

  private func text(
    _ id: String?, _ record: Int, _ batch: inout RecordBatch, _ columns: ResponsePlan
  ) -> OpinionText {
    guard let id, let question = plan.survey.questions.firstIndex(where: { $0.id == id }),
      let column = columns.questionColumns[question]
    else { return .empty }
    let range = batch.locateValue(record: record, column: column)
    return OpinionText(batch.bytes[range])
  }

  private func day(_ column: Int, _ record: Int, _ batch: inout RecordBatch) -> CalendarDay? {
    let range = batch.locateValue(record: record, column: column)
    let all = batch.bytes.span.extracting(range)
    let bytes = all.extracting(all.trimmedRange)
    for format in plan.survey.source.timestampFormats {
      if let timestamp = format.read(bytes) { return plan.survey.day(of: timestamp) }
    }
    return nil
  }

  /// The category of a record: a closed dimension's id, an open one's label.
  private func category(
    _ dimension: Int, _ record: Int, _ batch: inout RecordBatch,
    _ responses: borrowing ResponseBatch, _ columns: ResponsePlan
  ) -> String? {
    guard let place = plan.dimensions.firstIndex(where: { $0.source == .dimension(dimension) })
    else { return nil }
    let code = responses.dimensionCodes[place * responses.count + record]
    guard DimensionCode.isCategory(code) else { return nil }
    let planned = plan.dimensions[place]
    if !planned.isOpen { return planned.categoryIDs[Int(code)] }
    guard let column = columns.dimensionColumns[dimension] else { return nil }
    let range = batch.locateValue(record: record, column: column)
    return LabelFolding.display(String(decoding: batch.bytes[range], as: UTF8.self))
  }
}
