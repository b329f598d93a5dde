import SurveyCSV
import SurveyDefinition

/// Files whose records carry a count for each answer: each count is so many responses that answer
/// its question and were asked no other.
extension ResponseDecoder {
  /// Reads the counts; a record stands for as many responses as they come to.
  mutating func decodeLevels(
    _ batch: inout RecordBatch, _ levels: [LevelColumn], into result: inout ResponseBatch
  ) {
    for (question, planned) in plan.questions.enumerated() {
      result.setAnswers(question, to: UInt32(planned.slot(of: .notApplicable)))
    }
    result.frequencies = [Int](repeating: 0, count: result.count)
    for level in levels {
      for record in 0..<result.count {
        let range = batch.locateValue(record: record, column: level.column)
        let all = batch.bytes.span.extracting(range)
        var count = Frequency.read(all.extracting(all.trimmedRange))
        if count == nil, batch.isText(record: record, column: level.column), blanks.contains(all) {
          count = 0
        }
        if let all = count, let counted = level.counted {
          count = rest(of: all, less: counted, record, level, into: &result)
        }
        result.levelCounts.append(count ?? 0)
        if let count {
          if result.frequencies[record] != Frequency.unknown { result.frequencies[record] += count }
        } else {
          result.frequencies[record] = Frequency.unknown
          result.reject(record, .unreadableFrequency, column: level.column)
        }
      }
    }
  }

  /// What the count of another level leaves of all; more than all rejects the record, which then
  /// stands for as many responses as it says were done.
  private func rest(
    of all: Int, less counted: Int, _ record: Int, _ level: LevelColumn,
    into result: inout ResponseBatch
  ) -> Int {
    let done = result.levelCounts[counted * result.count + record]
    if done <= all { return all - done }
    result.reject(record, .moreThanAll, column: level.column)
    return 0
  }

  /// The responses of an aggregated file's accepted records, one entry for each count above 0.
  mutating func expand(
    _ batch: borrowing ResponseBatch, _ levels: [LevelColumn], into result: inout ResponseBatch
  ) {
    var entries: [(record: Int, level: Int)] = []
    for record in 0..<batch.count where batch.fates[record] == .accepted {
      for level in levels.indices where batch.levelCounts[level * batch.count + record] > 0 {
        entries.append((record, level))
      }
    }
    result.reset(
      count: entries.count, dimensions: plan.groups.count, blocks: plan.sums.blockCount)
    for (question, planned) in plan.questions.enumerated() {
      result.setAnswers(question, to: UInt32(planned.slot(of: .notApplicable)))
    }
    for (place, entry) in entries.enumerated() {
      let level = levels[entry.level]
      result.frequencies.append(batch.levelCounts[entry.level * batch.count + entry.record])
      if !batch.weights.isEmpty { result.weights.append(batch.weights[entry.record]) }
      result.days[place] = batch.days[entry.record]
      result.lacksID[place] = batch.lacksID[entry.record]
      for dimension in plan.groups.indices {
        result.dimensionCodes[dimension * result.count + place] =
          batch.dimensionCodes[dimension * batch.count + entry.record]
      }
      result.answerSlots[level.question * result.count + place] = UInt32(level.choice)
    }
    derivations.derive(into: &result)
    copyQuestionDimensions(into: &result)
  }
}
