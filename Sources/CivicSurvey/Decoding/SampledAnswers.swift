import SurveyCSV

/// Fingerprints of the answers of some records of a batch: those whose ids are looked at.
///
/// Answers are compared as they were understood, however they are spelled; free text and what was
/// not understood by its bytes, without the spaces round it.
struct SampledAnswers {
  /// For each of the records looked at, a sum over its answers.
  private var sums: [UInt64] = []
  /// For each record of the batch, its place among those looked at, from 1; else 0.
  private var places: [Int32] = []

  /// The fingerprint of the record that was given as the `place`th.
  func fingerprint(_ place: Int) -> UInt32 {
    let sum = sums[place] ^ sums[place] >> 32
    return UInt32(truncatingIfNeeded: (sum &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Computes the fingerprints of `records`.
  mutating func compute(
    of records: [HashedID], _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch,
    columns: ResponsePlan, plan: TabulationPlan
  ) {
    addSlots(of: records, responses, questions: plan.questions.count)
    for (question, planned) in plan.questions.enumerated() where planned.type == .text {
      guard let column = columns.questionColumns[question] else { continue }
      let first = question * responses.count
      let missing = UInt32(planned.slot(of: .missing))
      addText(of: records, &batch, column, factor: Self.factor(UInt64(question))) { record in
        responses.answerSlots[first + record] == missing
      }
    }
    addTicks(of: records, responses)
    for (entry, count) in responses.levelCounts.enumerated() {
      guard let place = places.place(of: entry % responses.count) else { continue }
      sums[place] &+= UInt64(count) &* Self.factor(1 << 20 | UInt64(entry / responses.count))
    }
    addUnknown(&batch, responses, dimensions: plan.dimensions.count)
    for record in records { places[Int(record.record)] = 0 }
  }

  /// Takes in the slots of all questions.
  private mutating func addSlots(
    of records: [HashedID], _ responses: borrowing ResponseBatch, questions: Int
  ) {
    if sums.count < records.count {
      sums += [UInt64](repeating: 0, count: records.count - sums.count)
    }
    let stride = responses.count
    precondition(responses.answerSlots.count >= stride * questions)
    unsafe responses.answerSlots.withUnsafeBufferPointer { slots in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        for place in records.indices {
          // SAFETY: a record's slots lie one column apart, and every column has all records.
          var slot = Int(records[place].record)
          precondition(slot < stride)
          var sum: UInt64 = 0
          for _ in 0..<questions {
            sum = unsafe (sum &+ UInt64(slots[slot]) &+ 1) &* 0x9E37_79B9_7F4A_7C15
            slot &+= stride
          }
          unsafe sums[place] = sum
        }
      }
    }
  }

  private mutating func addTicks(of records: [HashedID], _ responses: borrowing ResponseBatch) {
    if places.count < responses.count {
      places += [Int32](repeating: 0, count: responses.count - places.count)
    }
    for (place, record) in records.enumerated() {
      places[Int(record.record)] = Int32(truncatingIfNeeded: place + 1)
    }
    unsafe responses.ticks.withUnsafeBufferPointer { ticks in
      for number in 0..<responses.tickCount {
        // SAFETY: so many entries are filled.
        let tick = unsafe ticks[number]
        guard let place = places.place(of: Int(tick.record)) else { continue }
        sums[place] &+= Self.factor(1 << 40 | UInt64(truncatingIfNeeded: tick.slot))
      }
    }
  }

  /// Takes in answers in which something is not known.
  private mutating func addUnknown(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, dimensions: Int
  ) {
    for unknown in responses.unknownLabels where Int(unknown.lossColumn) >= dimensions {
      guard let place = places.place(of: Int(unknown.record)) else { continue }
      let label = batch.bytes.span.extracting(Int(unknown.start)..<Int(unknown.end))
      let trimmed = label.trimmedRange
      let start = Int(unknown.start) + trimmed.lowerBound
      let hash = IDHash.of(Array(batch.bytes[start..<start + trimmed.count]))
      sums[place] &+= hash &* Self.factor(UInt64(unknown.lossColumn))
    }
  }

  /// Takes in free text, by its bytes; a blank adds nothing.
  @inline(__always)
  private mutating func addText(
    of records: [HashedID], _ batch: inout RecordBatch, _ column: Int, factor: UInt64,
    isMissing: (Int) -> Bool
  ) {
    var odd: [Int] = []
    unsafe batch.withColumn(column) { fields in
      for place in records.indices {
        let record = Int(records[place].record)
        // SAFETY: the value lies within the bytes, of which there are as many as are said.
        let value = unsafe fields.value(record)
        guard value.count > 0, !isMissing(record) else { continue }
        let (start, count) = unsafe (fields.bytes + value.start, value.count)
        let isTrimmed = unsafe start[0] > 0x20 && start[count - 1] > 0x20
        guard isTrimmed, !value.mayHaveDoubledQuote else {
          odd.append(place)
          continue
        }
        let hasWord = unsafe value.start &+ 8 <= fields.byteCount
        sums[place] &+= unsafe IDHash.of(start, count: count, hasWord: hasWord) &* factor
      }
    }
    for place in odd {
      let range = batch.locateValue(record: Int(records[place].record), column: column)
      let trimmed = batch.bytes.span.extracting(range).trimmedRange
      let start = range.lowerBound + trimmed.lowerBound
      sums[place] &+= IDHash.of(Array(batch.bytes[start..<start + trimmed.count])) &* factor
    }
  }

  /// An odd number for each thing that is added up.
  @inline(__always)
  private static func factor(_ number: UInt64) -> UInt64 {
    let mixed = (number &+ 1) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB | 1
  }
}

extension [Int32] {
  /// The place that a record has; `nil` where none was given to it.
  @inline(__always)
  fileprivate func place(of record: Int) -> Int? {
    let place = self[record]
    return place > 0 ? Int(place) - 1 : nil
  }
}
