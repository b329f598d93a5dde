import SurveyCSV
import SurveyDefinition

/// Cells of text that say how many responses gave one answer: such a record is so many responses,
/// which answer that question and were asked no other.
extension ResponseDecoder {
  mutating func decodeCounted(
    _ batch: inout RecordBatch, _ counted: [CountedColumn], into result: inout ResponseBatch
  ) {
    var found: [(record: Int, entry: Int, choice: Range<Int>, count: Int?)] = []
    for (entry, form) in counted.enumerated() {
      for record in 0..<result.count where batch.isText(record: record, column: form.column) {
        let range = batch.locateValue(record: record, column: form.column)
        let cell = batch.bytes.span.extracting(range)
        guard let places = form.places(in: cell) else { continue }
        let choice =
          range.lowerBound + places.choice.lowerBound..<range.lowerBound + places.choice.upperBound
        found.append((record, entry, choice, Frequency.read(cell.extracting(places.count))))
      }
    }
    guard !found.isEmpty else { return }
    forgetOtherAnswers(of: Set(found.map(\.record)), in: &result)
    if result.frequencies.isEmpty {
      result.frequencies = [Int](repeating: 1, count: result.count)
    }
    for (record, entry, choice, count) in found {
      let form = counted[entry]
      result.frequencies[record] = count ?? Frequency.unknown
      if count == nil { result.reject(record, .unreadableFrequency, column: form.column) }
      let slot = answers[form.question].code(of: batch.bytes.span, choice)
      guard slot != LabelTable.unknown else {
        // What looks like an answer may be somebody's own words, which are shown in no list: the
        // record goes where staff can look at it.
        result.reject(record, .invalidAnswer, column: form.column)
        continue
      }
      result.answerSlots[form.question * result.count + record] = slot
    }
  }

  /// Makes every question not applicable to some records, whatever stands in their cells.
  private func forgetOtherAnswers(of records: Set<Int>, in result: inout ResponseBatch) {
    for (question, planned) in plan.questions.enumerated() {
      let slot = UInt32(planned.slot(of: .notApplicable))
      for record in records { result.answerSlots[question * result.count + record] = slot }
    }
    result.unknownLabels.removeAll {
      Int($0.lossColumn) >= plan.dimensions.count && records.contains(Int($0.record))
    }
    let ticks = result.ticks[..<result.tickCount].filter { !records.contains(Int($0.record)) }
    for (place, tick) in ticks.enumerated() { result.ticks[place] = tick }
    result.tickCount = ticks.count
  }
}
