import SurveyDefinition

/// The counts of the domains at hand, as rows of numbers: quick to add to, and large.
///
/// Where every record is one response 32 bits do: no count is greater than the records that were
/// added, and those are settled in time.
struct OpenSums: Sendable {
  /// The codes of each domain; those of open dimensions are the decoder's.
  private(set) var domains: DomainTable
  /// Entry `domain * slotCount + slot`; of the two, one is in use.
  private var counts: [UInt32] = []
  private var wideCounts: [UInt64] = []
  /// Whether records stand for several responses.
  private let isWide: Bool
  /// The records that were added since all was forgotten.
  private var recordsAdded = 0
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
    isWide = plan.survey.mayHaveCounts
  }

  /// The bytes that the rows take.
  var bytes: Int {
    counts.count * MemoryLayout<UInt32>.size + wideCounts.count * MemoryLayout<UInt64>.size
  }

  /// Whether a count may soon be too great for its bits.
  var isNearlyFull: Bool { !isWide && recordsAdded > Int(UInt32.max / 2) }

  /// Adds a domain's counts to a row of all slots.
  func add(_ domain: Int, to row: inout [UInt64]) {
    let first = domain * slotCount
    if isWide {
      for slot in 0..<slotCount { row[slot] += wideCounts[first + slot] }
    } else {
      for slot in 0..<slotCount { row[slot] += UInt64(counts[first + slot]) }
    }
  }

  /// Forgets every domain; the rows' storage stays.
  mutating func removeAll() {
    domains = DomainTable(width: domains.width)
    counts.removeAll(keepingCapacity: true)
    wideCounts.removeAll(keepingCapacity: true)
    recordsAdded = 0
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
    if domain == domains.count - 1 {
      let size = domains.count * slotCount
      if isWide {
        if wideCounts.count < size { wideCounts += repeatElement(0, count: slotCount) }
      } else if counts.count < size {
        counts += repeatElement(0, count: slotCount)
      }
    }
    return domain
  }

  /// Counts the answers of a batch, question after question.
  ///
  /// - Parameter rows: for each record where its counts begin, or ``DomainLookup/nowhere``.
  mutating func add(_ batch: borrowing ResponseBatch, rows: [Int]) {
    recordsAdded += batch.count
    if isWide {
      Self.add(batch, rows: rows, layout.questions, to: &wideCounts)
    } else {
      precondition(batch.frequencies.isEmpty)
      Self.add(batch, rows: rows, layout.questions, to: &counts)
    }
  }

  @inline(__always)
  private static func add<Count: FixedWidthInteger>(
    _ batch: borrowing ResponseBatch, rows: [Int], _ questions: [QuestionSums],
    to counts: inout [Count]
  ) {
    let size = counts.count
    let isClean = batch.areAllAccepted && batch.frequencies.isEmpty
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
            unsafe counts[place] &+= Count(truncatingIfNeeded: batch.frequency(of: record))
          }
          for (index, question) in questions.enumerated() {
            let first = index * batch.count
            for record in 0..<batch.count {
              let row = unsafe rows[record]
              guard isClean || row >= 0 else { continue }
              let place = unsafe row &+ question.firstSlot &+ Int(slots[first &+ record])
              precondition(place >= 0 && place < size)
              let responses = isClean ? 1 : batch.frequency(of: record)
              unsafe counts[place] &+= Count(truncatingIfNeeded: responses)
            }
          }
          for tick in batch.ticks[..<batch.tickCount] {
            let row = unsafe rows[Int(tick.record)]
            guard row >= 0 else { continue }
            let place = row &+ Int(tick.slot)
            precondition(place < size)
            let responses = isClean ? 1 : batch.frequency(of: Int(tick.record))
            unsafe counts[place] &+= Count(truncatingIfNeeded: responses)
          }
        }
      }
    }
  }
}
