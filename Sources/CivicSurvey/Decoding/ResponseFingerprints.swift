import SurveyCSV

/// The hashes by which the responses of a batch are compared with those before (`keepFirst`).
///
/// They are computed apart from the looking up, which has to follow the order of records. Values
/// are compared without the spaces round them.
struct ResponseFingerprints {
  /// For each record the hash of its id; empty where the file has no id columns.
  private(set) var ids: [XXH128Digest] = []
  private var answerHashes: [UInt64] = []

  /// The hash of a record's answers.
  func answers(_ record: Int) -> UInt32 { UInt32(truncatingIfNeeded: answerHashes[record] >> 32) }

  /// Computes the hashes of one batch.
  mutating func compute(_ batch: inout RecordBatch, columns plan: ResponsePlan) {
    ids.removeAll(keepingCapacity: true)
    guard let first = plan.idColumns.first else { return }
    let count = batch.recordCount
    unsafe Self.forEachValue(of: &batch, column: first) { _, value in
      // SAFETY: the value lies within the batch's bytes.
      unsafe ids.append(.of(UnsafeRawBufferPointer(value)))
    }
    for column in plan.idColumns.dropFirst() {
      unsafe Self.forEachValue(of: &batch, column: column) { record, value in
        // SAFETY: as above.
        ids[record] = unsafe .of(joining: ids[record], .of(UnsafeRawBufferPointer(value)))
      }
    }
    if answerHashes.count < count {
      answerHashes += [UInt64](repeating: 0, count: count - answerHashes.count)
    }
    for record in 0..<count { answerHashes[record] = 0 }
    for column in plan.questionColumns {
      guard let column else { continue }
      unsafe Self.forEachValue(of: &batch, column: column) { record, value in
        let hash = (answerHashes[record] ^ (unsafe Self.hash(value))) &* 0x9E37_79B9_7F4A_7C15
        answerHashes[record] = hash ^ (hash >> 29)
      }
    }
  }

  /// The hash of a value: of a short one without a call.
  @inline(__always)
  private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard value.count <= LabelKey.coveredCount, let start = value.baseAddress else {
      // SAFETY: the caller's value.
      return unsafe XXH3.hash64(UnsafeRawBufferPointer(value))
    }
    // SAFETY: `forEachValue` gives values behind which eight bytes can be read.
    return unsafe LabelKey(start, value.count).hash
  }

  /// Calls `body` with each record's value in a column, without spaces and tabs round it.
  ///
  /// Behind each value at least eight bytes can be read.
  @inline(__always)
  private static func forEachValue(
    of batch: inout RecordBatch, column: Int,
    _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var record = 0
    while true {
      let first = record
      record = batch.recordCount
      unsafe batch.withColumn(column) { fields in
        let readable = unsafe fields.byteCount - 8
        for candidate in unsafe first..<fields.count {
          let value = unsafe fields.value(candidate)
          if value.mayHaveDoubledQuote || value.end > readable {
            record = candidate
            return
          }
          // SAFETY: the value lies within the bytes, and so does what is left of it.
          var start = unsafe fields.bytes + value.start
          var count = value.count
          while count > 0, unsafe isSpace(start[0]) {
            unsafe start += 1
            count -= 1
          }
          while count > 0, unsafe isSpace(start[count - 1]) { count -= 1 }
          unsafe body(candidate, UnsafeBufferPointer(start: start, count: count))
        }
      }
      guard record < batch.recordCount else { return }
      let range = batch.locateValue(record: record, column: column)
      let trimmed = batch.bytes.span.extracting(range).trimmedRange
      let start = range.lowerBound + trimmed.lowerBound
      let count = trimmed.count
      let copy = batch.bytes[start..<start + count] + [UInt8](repeating: 0, count: 8)
      unsafe copy.withUnsafeBufferPointer { bytes in
        unsafe body(record, UnsafeBufferPointer(rebasing: bytes[..<count]))
      }
      record += 1
    }
  }
}

@inline(__always)
private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension XXH128Digest {
  /// The digest of two digests, one after the other.
  fileprivate static func of(joining first: XXH128Digest, _ second: XXH128Digest) -> XXH128Digest {
    let words = [first.high, first.low, second.high, second.low]
    // SAFETY: the buffer is the array's own and is used only within the call.
    return unsafe words.withUnsafeBytes { unsafe .of($0) }
  }
}
