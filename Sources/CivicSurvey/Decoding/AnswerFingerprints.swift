import SurveyCSV

/// Fingerprints of the answers of those records of a batch whose ids are looked at.
///
/// Answers are compared as they were understood, however they are spelled; free text and what was
/// not understood by its bytes, without the spaces round it.
struct AnswerFingerprints {
  /// For each record of the batch, a sum over what its slots do not say.
  private var sums: [UInt64] = []
  /// Room for a value as it is meant.
  private var plain: [UInt8] = []

  /// Gives the first `count` of some ids the fingerprints of their records' answers.
  mutating func compute(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, columns: ResponsePlan,
    plan: TabulationPlan, ids: inout [HashedID], count: Int
  ) {
    precondition(ids.count >= count)
    if sums.count < responses.count {
      sums += [UInt64](repeating: 0, count: responses.count - sums.count)
    }
    for record in 0..<responses.count { sums[record] = 0 }
    addTicks(responses)
    for (question, planned) in plan.questions.enumerated() where planned.type == .text {
      guard let column = columns.questionColumns[question] else { continue }
      addText(
        &batch, column, responses, question: question,
        missing: UInt32(planned.slot(of: .missing)), ids: ids, count: count)
    }
    for (place, column) in (columns.opinionDays?.steps ?? []).enumerated() {
      // Of the same steps taken on other days, by the bytes of these.
      guard let column else { continue }
      addText(
        &batch, column, responses, question: 0, missing: .max, ids: ids, count: count,
        factor: Self.factor(1 << 21 | UInt64(place)))
    }
    for (entry, count) in responses.levelCounts.enumerated() {
      sums[entry % responses.count] &+=
        UInt64(count) &* Self.factor(1 << 20 | UInt64(entry / responses.count))
    }
    addUnknown(&batch, responses, dimensions: plan.dimensions.count)
    finish(responses, questions: plan.questions.count, &ids, count: count)
  }

  /// Takes in the slots of all questions.
  private func finish(
    _ responses: borrowing ResponseBatch, questions: Int, _ ids: inout [HashedID], count: Int
  ) {
    let stride = responses.count
    precondition(sums.count >= stride && responses.answerSlots.count >= stride * questions)
    let key: UInt64 = 0x9E37_79B9_7F4A_7C15
    unsafe ids.withUnsafeMutableBufferPointer { ids in
      unsafe responses.answerSlots.withUnsafeBufferPointer { slots in
        unsafe sums.withUnsafeBufferPointer { sums in
          for place in 0..<count {
            // SAFETY: so many ids are there, each of a record of the batch; a record's slots lie one
            // column apart, and every column has all records.
            var slot = unsafe Int(ids[place].record)
            var sum = unsafe sums[slot]
            for _ in 0..<questions / 4 {
              sum = unsafe sum &* key &+ UInt64(slots[slot])
              sum = unsafe sum &* key &+ UInt64(slots[slot &+ stride])
              sum = unsafe sum &* key &+ UInt64(slots[slot &+ stride &* 2])
              sum = unsafe sum &* key &+ UInt64(slots[slot &+ stride &* 3])
              slot &+= stride &* 4
            }
            for _ in 0..<questions % 4 {
              sum = unsafe sum &* key &+ UInt64(slots[slot])
              slot &+= stride
            }
            unsafe ids[place].answers = UInt32(truncatingIfNeeded: (sum &* key) >> 32)
          }
        }
      }
    }
  }

  /// Takes in the choices ticked, in whatever order.
  private mutating func addTicks(_ responses: borrowing ResponseBatch) {
    let count = responses.count
    unsafe responses.ticks.withUnsafeBufferPointer { ticks in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        for number in 0..<responses.tickCount {
          // SAFETY: so many entries are filled, each of a record of the batch.
          let tick = unsafe ticks[number]
          let record = Int(tick.record)
          assert(record < count)
          let mixed = (UInt64(truncatingIfNeeded: tick.slot) &+ 1) &* 0xBF58_476D_1CE4_E5B9
          unsafe sums[record] &+= mixed ^ mixed >> 32
        }
      }
    }
  }

  /// Takes in answers in which something is not known.
  private mutating func addUnknown(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, dimensions: Int
  ) {
    for unknown in responses.unknownLabels where Int(unknown.lossColumn) >= dimensions {
      let label = batch.bytes.span.extracting(Int(unknown.start)..<Int(unknown.end))
      let trimmed = label.trimmedRange
      let start = Int(unknown.start) + trimmed.lowerBound
      let hash = IDHash.of(Array(batch.bytes[start..<start + trimmed.count]))
      sums[Int(unknown.record)] &+= hash &* Self.factor(UInt64(unknown.lossColumn))
    }
  }

  /// Takes in free text by its bytes; a blank adds nothing.
  private mutating func addText(
    _ batch: inout RecordBatch, _ column: Int, _ responses: borrowing ResponseBatch, question: Int,
    missing: UInt32, ids: [HashedID], count: Int, factor: UInt64? = nil
  ) {
    let factor = factor ?? Self.factor(UInt64(question))
    let first = question * responses.count
    precondition(responses.answerSlots.count >= first + responses.count)
    var odd: [Int] = []
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      unsafe ids.withUnsafeBufferPointer { ids in
        unsafe responses.answerSlots.withUnsafeBufferPointer { slots in
          unsafe batch.withColumn(column) { fields in
            for place in 0..<count {
              // SAFETY: so many ids are there, each of a record of the batch; the value lies within
              // the bytes, of which there are as many as are said.
              let record = unsafe Int(ids[place].record)
              guard unsafe slots[first &+ record] != missing else { continue }
              let value = unsafe fields.value(record)
              guard value.count > 0 else { continue }
              let (start, size) = unsafe (fields.bytes + value.start, value.count)
              let isTrimmed = unsafe start[0] > 0x20 && start[size - 1] > 0x20
              guard isTrimmed, !value.mayHaveDoubledQuote else {
                odd.append(record)
                continue
              }
              let hasWord = unsafe value.start &+ 8 <= fields.byteCount
              unsafe sums[record] &+=
                IDHash.of(start, count: size, hasWord: hasWord) &* factor
            }
          }
        }
      }
    }
    guard !odd.isEmpty else { return }
    unsafe batch.withColumn(column) { fields in
      for record in odd {
        let value = unsafe fields.value(record)
        let hash = unsafe plainHash(
          fields.bytes + value.start, count: value.count, undoubling: value.mayHaveDoubledQuote)
        sums[record] &+= hash &* factor
      }
    }
  }

  /// The hash of a value without the spaces round it, doubled quotes undone.
  private mutating func plainHash(
    _ bytes: UnsafePointer<UInt8>, count: Int, undoubling: Bool
  ) -> UInt64 {
    if plain.count < count + 8 { plain = [UInt8](repeating: 0, count: 2 * count + 8) }
    return unsafe plain.withUnsafeMutableBufferPointer { plain in
      var filled = 0
      var previousIsQuote = false
      for place in 0..<count {
        // SAFETY: there is room for all bytes, of which there are as many as are said.
        let byte = unsafe bytes[place]
        let isSecond = undoubling && previousIsQuote && byte == 0x22
        unsafe plain[filled] = byte
        filled += isSecond ? 0 : 1
        previousIsQuote = byte == 0x22 && !isSecond
      }
      let trimmed = unsafe UnsafeBufferPointer(rebasing: plain[..<filled]).span.trimmedRange
      // A blank adds nothing.
      guard !trimmed.isEmpty, let first = plain.baseAddress else { return 0 }
      // SAFETY: there are eight bytes more than were copied.
      return unsafe IDHash.of(
        first + trimmed.lowerBound, count: trimmed.count, hasWord: true)
    }
  }

  /// An odd number for each thing that is added up.
  private static func factor(_ number: UInt64) -> UInt64 {
    let mixed = (number &+ 1) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB | 1
  }
}
