import SurveyCSV

/// Decides, in the order of records, which responses came before (`keepFirst`).
struct Deduplication {
  private var seen = Deduplicator()
  private var text: [UInt8] = []

  /// Marks the duplicates among the records that nothing else leaves out.
  mutating func judge(
    _ batch: borrowing RecordBatch, columns: ResponsePlan, _ responses: inout ResponseBatch
  ) {
    guard !columns.idColumns.isEmpty else { return }
    let answerColumns = columns.questionColumns.compactMap { $0 }
    for record in 0..<batch.recordCount {
      guard responses.fates[record] == .accepted, !responses.lacksID[record] else { continue }
      gather(batch, record, columns.idColumns)
      let id = XXH128Digest.of(text)
      gather(batch, record, answerColumns)
      let answers = UInt32(truncatingIfNeeded: XXH3.hash64(text))
      switch seen.look(id: id, answers: answers) {
      case .new: break
      case .identical: responses.fates[record] = .identicalDuplicate
      case .conflicting: responses.fates[record] = .conflictingDuplicate
      }
    }
  }

  /// Puts the trimmed values one after the other, each with its length before it.
  private mutating func gather(
    _ batch: borrowing RecordBatch, _ record: Int, _ columns: [Int]
  ) {
    text.removeAll(keepingCapacity: true)
    let bytes = batch.bytes.span
    for column in columns {
      let all = bytes.extracting(batch.range(of: record * batch.width + column))
      let range = all.trimmedRange
      for shift in stride(from: 0, to: 32, by: 8) {
        text.append(UInt8(truncatingIfNeeded: range.count >> shift))
      }
      for index in range { text.append(all[index]) }
    }
  }
}
