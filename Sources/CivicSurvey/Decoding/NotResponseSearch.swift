import SurveyCSV
import SurveyDefinition

/// Sets aside what is no response: looked for among the records that a response would hardly be.
struct NotResponseSearch: Sendable {
  private let recogniser: NotResponseRecogniser
  private let separator: UInt8
  private let hasDates: Bool
  /// Without dates, a question and its number of choices: a record without a choice is looked at.
  private let question: (place: Int, choiceCount: UInt32)?

  init(
    _ columns: ResponsePlan, plan: TabulationPlan, above: [LineAboveHeader], separator: UInt8
  ) {
    recogniser = NotResponseRecogniser(header: columns.header, above: above)
    self.separator = separator
    hasDates = columns.dateColumn != nil
    let place = plan.questions.indices.first {
      columns.questionColumns[$0] != nil && plan.survey.questions[$0].isSingleChoice
    }
    question = place.map { ($0, UInt32(plan.questions[$0].choiceCount)) }
  }

  /// Marks them among the records, and takes them out of the faults.
  ///
  /// - Parameter ordinal: how many records and faults of the file come before the batch.
  func setAside(
    in batch: inout RecordBatch, _ responses: inout ResponseBatch, ordinal: Int,
    into found: inout NotResponses
  ) {
    for record in 0..<responses.count where isDoubtful(record, responses) {
      guard mayBeNone(record, &batch) else { continue }
      let values = (0..<batch.width).map { batch.value(record: record, column: $0) }
      guard let kind = recogniser.kind(of: values) else { continue }
      responses.setAside(record)
      batch.locateRecords()
      let faults = batch.faults.count { $0.recordsBefore <= record }
      found.add(
        NotResponse(
          kind: kind, ordinal: ordinal + record + faults, line: batch.line(of: record)))
    }
    setAsideFaults(of: &batch, ordinal: ordinal, into: &found)
  }

  /// A look at the first field that is not empty, which spares most records the rest.
  private func mayBeNone(_ record: Int, _ batch: inout RecordBatch) -> Bool {
    for column in 0..<batch.width {
      let range = batch.locateValue(record: record, column: column)
      if !range.isEmpty {
        return recogniser.mayBeNone(first: batch.bytes[range.lowerBound], count: range.count)
      }
    }
    return false
  }

  /// Whether a record has no day, or, where none has, no answer to the question looked at.
  @inline(__always)
  private func isDoubtful(_ record: Int, _ responses: borrowing ResponseBatch) -> Bool {
    if hasDates { return responses.days[record] == ResponseBatch.noDay }
    guard let question else { return responses.fates[record] != .accepted }
    return responses.answerSlots[question.place * responses.count + record] >= question.choiceCount
  }

  /// Totals and titles often have fewer fields than the header.
  private func setAsideFaults(
    of batch: inout RecordBatch, ordinal: Int, into found: inout NotResponses
  ) {
    guard !batch.faults.isEmpty else { return }
    var place = -1
    batch.removeFaults { fault in
      place += 1
      guard fault.code == .fieldCount, mayBeNone(fault.raw),
        let kind = recogniser.kind(of: fields(of: fault.raw))
      else { return false }
      found.add(
        NotResponse(kind: kind, ordinal: ordinal + fault.recordsBefore + place, line: fault.line))
      return true
    }
  }

  /// The same look at a line that has not been split: a file may have nothing but such faults.
  private func mayBeNone(_ line: [UInt8]) -> Bool {
    var start = 0
    while start <= line.count {
      var end = start
      while end < line.count, line[end] != separator { end += 1 }
      var field = start..<end
      if field.count >= 2, line[start] == 0x22, line[end - 1] == 0x22 {
        field = start + 1..<end - 1
      }
      if let first = field.first {
        return recogniser.mayBeNone(first: line[first], count: field.count)
      }
      start = end + 1
    }
    return false
  }

  /// The fields of a line in which no separator stands between quotes.
  private func fields(of line: [UInt8]) -> [[UInt8]] {
    line.split(separator: separator, omittingEmptySubsequences: false).map { field in
      guard field.count >= 2, field.first == 0x22, field.last == 0x22 else { return Array(field) }
      return Array(field.dropFirst().dropLast())
    }
  }
}
