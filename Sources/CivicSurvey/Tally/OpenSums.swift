import SurveyDefinition

/// The counts of the domains at hand, as rows of 64-bit numbers: quick to add to, and large.
struct OpenSums: Sendable {
  /// The codes of each domain; those of open dimensions are the decoder's.
  private(set) var domains: DomainTable
  /// Entry `domain * slotCount + slot`.
  private var counts: [UInt64] = []
  /// The number of counts of a domain.
  var slotCount: Int { layout.slotCount }
  private let layout: SumLayout
  /// The place in the key of each dimension.
  private let positions: [Int]
  private let finest: FinestPeriod

  init(_ plan: TabulationPlan) {
    domains = DomainTable(width: plan.keys.count)
    layout = plan.sums
    positions = plan.dimensions.map(\.position)
    finest = plan.survey.finestPeriod
  }

  /// The bytes that the rows take.
  var bytes: Int { counts.count * MemoryLayout<UInt64>.size }

  /// Adds a domain's counts to a row of all slots.
  func add(_ domain: Int, to row: inout [UInt64]) {
    for slot in 0..<slotCount { row[slot] += counts[domain * slotCount + slot] }
  }

  /// Forgets every domain; the rows' storage stays.
  mutating func removeAll() {
    domains = DomainTable(width: domains.width)
    counts.removeAll(keepingCapacity: true)
  }

  // MARK: - Adding

  /// The domain of a record, new with counts of 0 if it was not seen; `key` is storage for its codes.
  mutating func domain(
    of record: Int, _ batch: borrowing ResponseBatch, key: inout [UInt32]
  ) -> Int {
    key[KeyColumn.positionOfPeriod] = PeriodCode.code(ofDay: batch.days[record], finest: finest)
    for (dimension, position) in positions.enumerated() {
      key[position] = batch.dimensionCodes[dimension * batch.count + record]
    }
    let domain = domains.number(of: key.span)
    if domain * slotCount == counts.count {
      counts.append(contentsOf: repeatElement(0, count: slotCount))
    }
    return domain
  }

  /// Counts the answers of a batch, question after question.
  ///
  /// - Parameter rows: for each record where its counts begin, or ``DomainLookup/nowhere``.
  mutating func add(_ batch: borrowing ResponseBatch, rows: [Int]) {
    let size = counts.count
    let isClean = batch.areAllAccepted && batch.frequencies.isEmpty
    let questions = layout.questions
    precondition(
      rows.count >= batch.count && batch.answerSlots.count >= questions.count * batch.count)
    // SAFETY: `rows` and answers have an entry for each record, as just checked; what is counted
    // lies within `counts`, as is checked each time.
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe rows.withUnsafeBufferPointer { rows in
        unsafe batch.answerSlots.withUnsafeBufferPointer { slots in
          for record in 0..<batch.count {
            let row = unsafe rows[record]
            guard row >= 0 else { continue }
            let place = row &+ SumLayout.accepted
            precondition(place < size)
            unsafe counts[place] &+= batch.responses(of: record)
          }
          for (index, question) in questions.enumerated() {
            let first = index * batch.count
            for record in 0..<batch.count {
              let row = unsafe rows[record]
              guard isClean || row >= 0 else { continue }
              let place = unsafe row &+ question.firstSlot &+ Int(slots[first &+ record])
              precondition(place >= 0 && place < size)
              unsafe counts[place] &+= isClean ? 1 : batch.responses(of: record)
            }
          }
          for tick in batch.ticks[..<batch.tickCount] {
            let row = unsafe rows[Int(tick.record)]
            guard row >= 0 else { continue }
            let place = row &+ Int(tick.slot)
            precondition(place < size)
            unsafe counts[place] &+= isClean ? 1 : batch.responses(of: Int(tick.record))
          }
        }
      }
    }
  }
}

extension ResponseBatch {
  /// The responses that a record stands for, as they are counted.
  @inline(__always)
  fileprivate func responses(of record: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: frequency(of: record))
  }
}
