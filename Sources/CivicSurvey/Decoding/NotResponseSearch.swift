import SurveyCSV
import SurveyDefinition

/// Sets aside what is no response: looked for among the records that a response would hardly be.
///
/// A record with a day is a response, and so is one with an id where there are no days. Where a file
/// has neither, the first text of each record is looked at.
struct NotResponseSearch: Sendable {
  /// A question with one answer, and where its slots for one lie.
  private struct Answer: Sendable {
    let question: Int
    let choiceCount: UInt32
    let noOpinion: UInt32
  }

  private let recogniser: NotResponseRecogniser
  private let separator: UInt8
  private let hasDates: Bool
  /// The first part of the id, if the file has one.
  private let idColumn: Int?
  private let answers: [Answer]
  /// What may stand below the table.
  private let signatures: SignatureRule
  /// Whether answers are counts, of which every number is one.
  private let hasLevels: Bool

  init(
    _ columns: ResponsePlan, plan: TabulationPlan, above: [LineAboveHeader], separator: UInt8
  ) {
    recogniser = NotResponseRecogniser(columns, plan.survey, above: above)
    self.separator = separator
    hasDates = columns.dateColumn != nil
    idColumn = columns.idColumns.first
    signatures = SignatureRule(columns, separator: separator)
    hasLevels = !columns.levels.isEmpty
    answers = plan.questions.indices.compactMap { place in
      guard columns.questionColumns[place] != nil, plan.survey.questions[place].isSingleChoice
      else { return nil }
      let planned = plan.questions[place]
      return Answer(
        question: place, choiceCount: UInt32(planned.choiceCount),
        noOpinion: UInt32(planned.slot(of: .noOpinion)))
    }
  }

  /// Marks them among the records, takes them out of the faults, and notes what may be some if the
  /// file ends here.
  ///
  /// - Parameter ordinal: how many records and faults of the file come before the batch.
  func setAside(
    in batch: inout RecordBatch, _ responses: inout ResponseBatch, ordinal: Int,
    into found: inout NotResponses
  ) {
    var doubts: [(record: Int, doubt: BatchTail.Doubt)] = []
    for record in 0..<responses.count where isDoubtful(record, batch, responses) {
      guard mayBeNone(record, &batch) else { continue }
      let values = (0..<batch.width).map { batch.value(record: record, column: $0) }
      let hasAnswer = hasAnswer(record, responses)
      guard let kind = recogniser.kind(of: values, hasAnswer: hasAnswer) else { continue }
      batch.locateRecords()
      if case .doubtful(let name) = kind {
        doubts.append((record, BatchTail.Doubt(name: name)))
        continue
      }
      responses.setAside(record)
      let faults = batch.faults.count { $0.recordsBefore <= record }
      found.add(
        NotResponse(
          kind: kind, ordinal: ordinal + record + faults, line: batch.line(of: record)))
    }
    let kinds = faultKinds(of: batch)
    responses.tail = signatures.tail(
      of: &batch, responses, areAside: kinds.map { $0 != nil }, ordinal: ordinal)
    for (record, doubt) in doubts where !responses.tail.note(doubt, of: record) {
      found.doubtful.add(doubt.name, line: batch.line(of: record))
    }
    setAsideFaults(of: &batch, kinds, ordinal: ordinal, into: &found)
  }

  /// Whether a record has no day; where none has, no id, or a word in its place; where none has
  /// either, nothing that can be read at its first question, or a word before anything else.
  @inline(__always)
  private func isDoubtful(
    _ record: Int, _ batch: borrowing RecordBatch, _ responses: borrowing ResponseBatch
  ) -> Bool {
    if hasDates { return responses.days[record] == ResponseBatch.noDay }
    if let idColumn {
      return responses.lacksID[record] || mayBeTotal(batch.text(record: record, column: idColumn))
        || lacksFirstAnswer(record, responses)
    }
    return lacksFirstAnswer(record, responses) || mayBeTotal(batch.firstText(of: record))
  }

  private func lacksFirstAnswer(_ record: Int, _ responses: borrowing ResponseBatch) -> Bool {
    guard let first = answers.first else { return responses.fates[record] != .accepted }
    return responses.answerSlots[first.question * responses.count + record] >= first.choiceCount
  }

  /// Whether one of the answers can be read.
  private func hasAnswer(_ record: Int, _ responses: borrowing ResponseBatch) -> Bool {
    hasLevels
      || answers.contains { answer in
        let slot = responses.answerSlots[answer.question * responses.count + record]
        return slot < answer.choiceCount || slot == answer.noOpinion
      }
  }

  private func mayBeTotal(_ text: RecordBatch.TextStart?) -> Bool {
    guard let text else { return false }
    return TotalWord.mayBegin(text.first, text.second, count: text.count)
  }

  /// A look at the first field that is not empty, and at the first that is no number, which spares
  /// most records the rest.
  private func mayBeNone(_ record: Int, _ batch: inout RecordBatch) -> Bool {
    if let text = batch.firstText(of: record) {
      if mayBeTotal(text) || recogniser.mayBeNone(first: text.first) { return true }
    }
    for column in 0..<batch.width {
      let range = batch.locateValue(record: record, column: column)
      if !range.isEmpty { return recogniser.mayBeNone(first: batch.bytes[range.lowerBound]) }
    }
    return false
  }

  /// What the faults are: totals and titles often have fewer fields than the header.
  private func faultKinds(of batch: borrowing RecordBatch) -> [NotResponse.Kind?] {
    batch.faults.map { fault in
      guard fault.code == .fieldCount, mayBeNone(fault.raw) else { return nil }
      return recogniser.kind(
        of: LineFields.of(fault.raw, separator: separator), hasAnswer: nil)
    }
  }

  private func setAsideFaults(
    of batch: inout RecordBatch, _ kinds: [NotResponse.Kind?], ordinal: Int,
    into found: inout NotResponses
  ) {
    guard !batch.faults.isEmpty else { return }
    var place = -1
    batch.removeFaults { fault in
      place += 1
      guard let kind = kinds[place] else { return false }
      found.add(
        NotResponse(kind: kind, ordinal: ordinal + fault.recordsBefore + place, line: fault.line))
      return true
    }
  }

  /// The same look at a line that has not been split: a file may have nothing but such faults.
  private func mayBeNone(_ line: [UInt8]) -> Bool {
    var isFirst = true
    var start = 0
    while start <= line.count {
      var end = start
      while end < line.count, line[end] != separator { end += 1 }
      var field = start..<end
      if field.count >= 2, line[start] == 0x22, line[end - 1] == 0x22 {
        field = start + 1..<end - 1
      }
      if let first = field.first {
        if isFirst, recogniser.mayBeNone(first: line[first]) { return true }
        isFirst = false
        if !RecordBatch.beginsNumber(line[first]) {
          let second = field.count > 1 ? line[first + 1] : 0
          return mayBeTotal(.init(first: line[first], second: second, count: field.count))
        }
      }
      start = end + 1
    }
    return false
  }
}
