import SurveyCSV
import SurveyDefinition

/// The hashes by which the responses of a batch are compared with those before (`keepFirst`).
///
/// They are computed apart from the looking up, which has to follow the order of records.
struct ResponseFingerprints {
  /// For each record the hash of its id; empty where the file has no id columns.
  private(set) var ids: [XXH128Digest] = []
  private var answers = AnswerFingerprints()
  /// For each record its number and its answers; then room for more.
  private var records: [HashedID] = []
  private var window: IDWindow?

  /// Prepares the hashes of one survey's responses.
  init(_ survey: Survey) { window = IDWindow(survey) }

  /// The hash of a record's answers.
  func answers(_ record: Int) -> UInt32 { records[record].answers }

  /// Computes the hashes of one batch, decoded as `responses`.
  mutating func compute(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, columns: ResponsePlan,
    plan: TabulationPlan
  ) {
    ids.removeAll(keepingCapacity: true)
    guard !columns.idColumns.isEmpty else { return }
    hashIDs(&batch, columns.idColumns)
    joinFile(batch, columns)
    joinWindow(responses)
    while records.count < batch.recordCount {
      records.append(HashedID(hash: 0, record: Int32(records.count)))
    }
    answers.compute(
      &batch, responses, columns: columns, plan: plan, ids: &records, count: batch.recordCount)
  }

  private mutating func hashIDs(_ batch: inout RecordBatch, _ columns: [Int]) {
    ids += repeatElement(XXH128Digest(high: 0, low: 0), count: batch.recordCount)
    unsafe ids.withUnsafeMutableBufferPointer { ids in
      for (part, column) in columns.enumerated() {
        unsafe Self.forEachValue(of: &batch, column: column) { record, value in
          // SAFETY: the value lies within the batch's bytes; every record has an id.
          let digest = unsafe XXH128Digest.of(UnsafeRawBufferPointer(value))
          unsafe ids[record] = part == 0 ? digest : .of(joining: ids[record], digest)
        }
      }
    }
  }

  /// Makes the file's name a part of the ids, where it is one.
  private mutating func joinFile(_ batch: borrowing RecordBatch, _ columns: ResponsePlan) {
    guard let filePart = columns.filePart else { return }
    let whole = XXH128Digest.of(Array(filePart.utf8))
    for record in ids.indices {
      let part = columns.markers.map { $0.filePart(of: record, in: batch) }
      ids[record] = .of(joining: ids[record], part.map { .of(Array($0.utf8)) } ?? whole)
    }
  }

  /// Tells the ids of one period from those of another, where an id counts once in each.
  private mutating func joinWindow(_ responses: borrowing ResponseBatch) {
    guard var window else { return }
    for record in ids.indices {
      let number = window.number(of: responses.days[record])
      ids[record] = XXH128Digest(
        high: ids[record].high, low: IDHash.joined(ids[record].low, number))
    }
    self.window = window
  }

  /// Calls `body` with each record's value in a column, without spaces and tabs round it.
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
        for candidate in unsafe first..<fields.count {
          let value = unsafe fields.value(candidate)
          if value.mayHaveDoubledQuote {
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
      let copy = Array(batch.bytes[start..<start + trimmed.count])
      unsafe copy.withUnsafeBufferPointer { unsafe body(record, $0) }
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
