import SurveyCSV

/// Fingerprints of the answers of some records of a batch: those whose ids are looked at.
///
/// Answers are compared as they were understood, however they are spelled; free text and what was
/// not understood by its bytes, without the spaces round it.
struct SampledAnswers {
  /// For each record of the batch, a sum over what its slots do not say.
  private var sums: [UInt64] = []

  /// Gives the ids noted in a batch the fingerprints of their records' answers.
  mutating func compute(
    _ batch: inout RecordBatch, _ responses: inout ResponseBatch, columns: ResponsePlan,
    plan: TabulationPlan
  ) {
    if sums.count < responses.count {
      sums += [UInt64](repeating: 0, count: responses.count - sums.count)
    }
    for record in 0..<responses.count { sums[record] = 0 }
    addTicks(responses)
    for (question, planned) in plan.questions.enumerated() where planned.type == .text {
      guard let column = columns.questionColumns[question] else { continue }
      addText(
        &batch, column, responses, question: question,
        missing: UInt32(planned.slot(of: .missing)))
    }
    for (entry, count) in responses.levelCounts.enumerated() {
      sums[entry % responses.count] &+=
        UInt64(count) &* Self.factor(1 << 20 | UInt64(entry / responses.count))
    }
    addUnknown(&batch, responses, dimensions: plan.dimensions.count)
    finish(&responses, questions: plan.questions.count)
  }

  /// Takes in the slots of all questions of the records whose ids were noted.
  private func finish(_ responses: inout ResponseBatch, questions: Int) {
    let stride = responses.count
    precondition(sums.count >= stride && responses.answerSlots.count >= stride * questions)
    let key: UInt64 = 0x9E37_79B9_7F4A_7C15
    unsafe responses.hashedIDs.withUnsafeMutableBufferPointer { ids in
      unsafe responses.answerSlots.withUnsafeBufferPointer { slots in
        unsafe sums.withUnsafeBufferPointer { sums in
          for place in 0..<responses.hashedCount {
            // SAFETY: so many ids are noted, each of a record of the batch; a record's slots lie one
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

  /// Takes in free text of the records whose ids were noted, by its bytes; a blank adds nothing.
  private mutating func addText(
    _ batch: inout RecordBatch, _ column: Int, _ responses: borrowing ResponseBatch, question: Int,
    missing: UInt32
  ) {
    let factor = Self.factor(UInt64(question))
    let first = question * responses.count
    precondition(responses.answerSlots.count >= first + responses.count)
    var odd: [Int] = []
    let hashedCount = responses.hashedCount
    unsafe responses.hashedIDs.withUnsafeBufferPointer { ids in
      unsafe responses.answerSlots.withUnsafeBufferPointer { slots in
        unsafe batch.withColumn(column) { fields in
          for place in 0..<hashedCount {
            // SAFETY: so many ids are noted, each of a record of the batch; the value lies within
            // the bytes, of which there are as many as are said.
            let record = unsafe Int(ids[place].record)
            guard unsafe slots[first &+ record] != missing else { continue }
            let value = unsafe fields.value(record)
            guard value.count > 0 else { continue }
            let (start, count) = unsafe (fields.bytes + value.start, value.count)
            let isTrimmed = unsafe start[0] > 0x20 && start[count - 1] > 0x20
            guard isTrimmed, !value.mayHaveDoubledQuote else {
              odd.append(record)
              continue
            }
            let hasWord = unsafe value.start &+ 8 <= fields.byteCount
            sums[record] &+= unsafe IDHash.of(start, count: count, hasWord: hasWord) &* factor
          }
        }
      }
    }
    for record in odd {
      let range = batch.locateValue(record: record, column: column)
      let trimmed = batch.bytes.span.extracting(range).trimmedRange
      let start = range.lowerBound + trimmed.lowerBound
      sums[record] &+= IDHash.of(Array(batch.bytes[start..<start + trimmed.count])) &* factor
    }
  }

  /// An odd number for each thing that is added up.
  private static func factor(_ number: UInt64) -> UInt64 {
    let mixed = (number &+ 1) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB | 1
  }
}
