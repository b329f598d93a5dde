import SurveyDefinition

/// Adding up a batch: first the domain of each record, then question after question.
extension TallyPart {
  /// Adds the accepted records of a batch.
  mutating func add(_ batch: borrowing ResponseBatch, _ lookup: inout DomainLookup) {
    lookup.find(batch, in: &self)
    addAnswers(batch, rows: lookup.rows)
  }

  /// The domain of a record, new if it was not seen; `key` is storage for its codes.
  mutating func domain(
    of record: Int, _ batch: borrowing ResponseBatch, key: inout [UInt32]
  ) -> Int {
    key[0] = PeriodCode.code(ofDay: batch.days[record], finest: plan.survey.finestPeriod)
    for position in 1..<domains.width {
      key[position] = batch.dimensionCodes[(position - 1) * batch.count + record]
    }
    let domain = domains.number(of: key.span)
    if domain * plan.slotCount == counts.count {
      counts.append(contentsOf: repeatElement(0, count: plan.slotCount))
    }
    return domain
  }

  /// Counts the answers; `rows` holds for each record where its counts begin, or `nowhere`.
  private mutating func addAnswers(_ batch: borrowing ResponseBatch, rows: [Int]) {
    let size = counts.count
    let isClean = batch.areAllAccepted && batch.frequencies.isEmpty
    precondition(
      rows.count >= batch.count && batch.answerSlots.count >= plan.questions.count * batch.count)
    // SAFETY: `rows` and answers have an entry for each record, as just checked; what is counted
    // lies within `counts`, as is checked each time.
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe rows.withUnsafeBufferPointer { rows in
        unsafe batch.answerSlots.withUnsafeBufferPointer { slots in
          for record in 0..<batch.count {
            let row = unsafe rows[record]
            guard row >= 0 else { continue }
            precondition(row < size)
            unsafe counts[row] &+= batch.weight(of: record)
          }
          for (index, question) in plan.questions.enumerated() {
            let first = index * batch.count
            for record in 0..<batch.count {
              let row = unsafe rows[record]
              guard isClean || row >= 0 else { continue }
              let place = unsafe row &+ question.firstSlot &+ Int(slots[first &+ record])
              precondition(place >= 0 && place < size)
              unsafe counts[place] &+= isClean ? 1 : batch.weight(of: record)
            }
          }
          for tick in batch.ticks[..<batch.tickCount] {
            let row = unsafe rows[Int(tick.record)]
            guard row >= 0 else { continue }
            let place = row &+ Int(tick.slot)
            precondition(place < size)
            unsafe counts[place] &+= isClean ? 1 : batch.weight(of: Int(tick.record))
          }
        }
      }
    }
  }
}

extension ResponseBatch {
  /// The responses that a record stands for, as they are counted.
  @inline(__always)
  fileprivate func weight(of record: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: frequency(of: record))
  }
}
