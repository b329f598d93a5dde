import SurveyCSV

/// The hashes by which the responses of a batch are compared with those before (`keepFirst`).
///
/// They are computed apart from the looking up, which has to follow the order of records.
struct ResponseFingerprints {
  private(set) var ids: [XXH128Digest] = []
  private(set) var answers: [UInt32] = []
  private var columns: [FieldRanges] = []
  private var text: [UInt8] = []

  /// Computes the hashes of one batch; of one without id columns there are none.
  mutating func compute(_ batch: inout RecordBatch, columns plan: ResponsePlan) {
    ids.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    guard !plan.idColumns.isEmpty else { return }
    let all = plan.idColumns + plan.questionColumns.compactMap { $0 }
    if columns.count < all.count {
      columns += Array(repeating: FieldRanges(), count: all.count - columns.count)
    }
    for (place, column) in all.enumerated() {
      batch.gather(column: column, into: &columns[place])
    }
    let idCount = plan.idColumns.count
    for record in 0..<batch.recordCount {
      gather(batch, record, 0..<idCount)
      ids.append(XXH128Digest.of(text))
      gather(batch, record, idCount..<all.count)
      answers.append(UInt32(truncatingIfNeeded: XXH3.hash64(text)))
    }
  }

  /// Puts the trimmed values one after the other, each with its length before it.
  private mutating func gather(
    _ batch: borrowing RecordBatch, _ record: Int, _ places: Range<Int>
  ) {
    text.removeAll(keepingCapacity: true)
    let bytes = batch.bytes.span
    for place in places {
      let start = Int(columns[place].starts[record])
      let range = bytes.extracting(start..<Int(columns[place].ends[record])).trimmedRange
      for shift in stride(from: 0, to: 32, by: 8) {
        text.append(UInt8(truncatingIfNeeded: range.count >> shift))
      }
      for index in range { text.append(bytes[start + index]) }
    }
  }
}

/// Decides, in the order of records, which responses came before (`keepFirst`).
struct Deduplication {
  private var seen = Deduplicator()

  /// Marks the duplicates among the records that nothing else leaves out.
  mutating func judge(_ fingerprints: ResponseFingerprints, _ responses: inout ResponseBatch) {
    for record in fingerprints.ids.indices {
      guard responses.fates[record] == .accepted, !responses.lacksID[record] else { continue }
      switch seen.look(id: fingerprints.ids[record], answers: fingerprints.answers[record]) {
      case .new: break
      case .identical: responses.fates[record] = .identicalDuplicate
      case .conflicting: responses.fates[record] = .conflictingDuplicate
      }
    }
  }
}
