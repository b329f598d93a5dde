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
      let idLength = gather(batch.bytes, record, 0..<idCount)
      let answersLength = gather(batch.bytes, record, idCount..<all.count, behind: idLength)
      // SAFETY: so much of `text` has just been written.
      unsafe text.withUnsafeBytes { raw in
        unsafe ids.append(.of(UnsafeRawBufferPointer(rebasing: raw[..<idLength])))
        let part = unsafe raw[idLength..<idLength + answersLength]
        let hash = unsafe XXH3.hash64(UnsafeRawBufferPointer(rebasing: part))
        answers.append(UInt32(truncatingIfNeeded: hash))
      }
    }
  }

  /// Puts the trimmed values into `text` one after the other, each with its length before it; gives
  /// their length.
  private mutating func gather(
    _ bytes: [UInt8], _ record: Int, _ places: Range<Int>, behind offset: Int = 0
  ) -> Int {
    var needed = 0
    for place in places {
      needed += 4 + Int(columns[place].ends[record] - columns[place].starts[record])
    }
    if text.count < offset + needed {
      text += [UInt8](repeating: 0, count: offset + needed - text.count)
    }
    var position = offset
    let columns = columns
    // SAFETY: the ranges lie in `bytes`; `text` has room for all values with their lengths.
    unsafe bytes.withUnsafeBytes { source in
      unsafe text.withUnsafeMutableBytes { target in
        for place in places {
          var start = Int(columns[place].starts[record])
          var end = Int(columns[place].ends[record])
          while start < end, unsafe isSpace(source[start]) { start += 1 }
          while end > start, unsafe isSpace(source[end - 1]) { end -= 1 }
          let length = UInt32(truncatingIfNeeded: end - start).littleEndian
          unsafe target.storeBytes(of: length, toByteOffset: position, as: UInt32.self)
          unsafe UnsafeMutableRawBufferPointer(rebasing: target[(position + 4)...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[start..<end]))
          position += 4 + end - start
        }
      }
    }
    return position - offset
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

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
