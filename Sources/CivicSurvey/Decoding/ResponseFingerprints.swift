import SurveyCSV
import SurveyDefinition

/// The hashes by which the responses of a batch are compared with those before (`keepFirst`).
///
/// They are computed apart from the looking up, which has to follow the order of records. Answers
/// are compared as they were understood, however they are spelled; free text and what was not
/// understood by its bytes, without the spaces round it.
struct ResponseFingerprints {
  /// For each record the hash of its id; empty where the file has no id columns.
  private(set) var ids: [XXH128Digest] = []
  private var answerHashes: [UInt64] = []
  private var window: IDWindow?

  /// Prepares the hashes of one survey's responses.
  init(_ survey: Survey) { window = IDWindow(survey) }

  /// The hash of a record's answers.
  func answers(_ record: Int) -> UInt32 { UInt32(truncatingIfNeeded: answerHashes[record] >> 32) }

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
    if answerHashes.count < batch.recordCount {
      answerHashes += [UInt64](repeating: 0, count: batch.recordCount - answerHashes.count)
    }
    for record in 0..<batch.recordCount { answerHashes[record] = 0 }
    for (question, planned) in plan.questions.enumerated() {
      let first = question * responses.count
      for record in 0..<responses.count {
        mix(UInt64(responses.answerSlots[first + record]), into: record)
      }
      if planned.type == .text, let column = columns.questionColumns[question] {
        let missing = UInt32(planned.slot(of: .missing))
        unsafe Self.forEachValue(of: &batch, column: column) { record, value in
          guard responses.answerSlots[first + record] != missing else { return }
          // SAFETY: the value lies within the batch's bytes.
          mix(unsafe XXH3.hash64(UnsafeRawBufferPointer(value)), into: record)
        }
      }
    }
    for tick in responses.ticks[..<responses.tickCount] {
      mix(UInt64(truncatingIfNeeded: tick.slot), into: Int(tick.record))
    }
    for (entry, count) in responses.levelCounts.enumerated() {
      mix(UInt64(count), into: entry % responses.count)
    }
    hashUnknown(&batch, responses, columns: columns, plan: plan)
  }

  private mutating func hashIDs(_ batch: inout RecordBatch, _ columns: [Int]) {
    for (part, column) in columns.enumerated() {
      unsafe Self.forEachValue(of: &batch, column: column) { record, value in
        // SAFETY: the value lies within the batch's bytes.
        let digest = unsafe XXH128Digest.of(UnsafeRawBufferPointer(value))
        if part == 0 { ids.append(digest) } else { ids[record] = .of(joining: ids[record], digest) }
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

  /// Takes in the cells in which something is not known.
  private mutating func hashUnknown(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, columns: ResponsePlan,
    plan: TabulationPlan
  ) {
    var previous: (record: Int32, column: Int32) = (-1, -1)
    for unknown in responses.unknownLabels {
      let question = Int(unknown.lossColumn) - plan.dimensions.count
      guard question >= 0 else { continue }
      guard let column = columns.questionColumns[question] else {
        // Each choice has a column of its own.
        mixText(of: batch, Int(unknown.start)..<Int(unknown.end), into: Int(unknown.record))
        continue
      }
      guard previous != (unknown.record, unknown.lossColumn) else { continue }
      // The labels of one cell stand together.
      previous = (unknown.record, unknown.lossColumn)
      let range = batch.locateValue(record: Int(unknown.record), column: column)
      mixText(of: batch, range, into: Int(unknown.record))
    }
  }

  /// Takes in a text without the spaces round it.
  private mutating func mixText(
    of batch: borrowing RecordBatch, _ range: Range<Int>, into record: Int
  ) {
    let trimmed = batch.bytes.span.extracting(range).trimmedRange
    let start = range.lowerBound + trimmed.lowerBound
    mix(XXH3.hash64(Array(batch.bytes[start..<start + trimmed.count])), into: record)
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64, into record: Int) {
    let hash = (answerHashes[record] ^ word &+ 1) &* 0x9E37_79B9_7F4A_7C15
    answerHashes[record] = hash ^ (hash >> 29)
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
