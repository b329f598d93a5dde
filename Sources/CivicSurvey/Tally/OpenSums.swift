import SurveyDefinition

/// The counts of the domains at hand, as rows of numbers: quick to add to.
///
/// Where every record is one response a byte a count will do (``ByteCounts``).
struct OpenSums: Sendable {
  /// The codes of each domain; those of open dimensions are the decoder's.
  private(set) var domains: DomainTable
  /// Entry `domain * slotCount + slot`; of the two, one is in use.
  private var counts = ByteCounts()
  private var wideCounts: [UInt64] = []
  /// Whether records stand for several responses, or have weights.
  private let isWide: Bool
  private let weights: WeightLayout?
  /// The number of counts of a domain.
  let slotCount: Int
  /// Where the counts of each question, and of what is derived, begin within a domain's.
  private let firstSlots: [Int]
  /// The place in the key of each column of codes that a batch has.
  private let positions: [Int]
  private let finest: FinestPeriod

  init(_ plan: TabulationPlan) {
    domains = DomainTable(width: plan.keys.count)
    slotCount = plan.sums.slotCount
    firstSlots = plan.sums.firstSlots
    positions = plan.groups.map(\.position)
    finest = plan.survey.finestPeriod
    weights = plan.sums.weights
    isWide = plan.survey.mayHaveCounts || weights != nil
  }

  /// The bytes that the domains' rows take.
  var bytesOfRows: Int {
    domains.count * slotCount * (isWide ? MemoryLayout<UInt64>.size : MemoryLayout<UInt8>.size)
  }

  /// The bytes that the rows take, and the notes beside them.
  var bytes: Int { counts.bytes + wideCounts.count * MemoryLayout<UInt64>.size }

  /// All counts as tables, each with keys of its own, which stand for the domains one by one.
  ///
  /// - Complexity: O(n log n) in the domains, O(n) in the counts, for each table.
  func tables(keys: [[UInt32]]) -> [SumTable] {
    guard domains.count > 0 else { return [] }
    let rows = isWide ? nil : counts.rows(domains.count, width: slotCount)
    // Where there is one table, hardly two domains have the same key.
    let room = keys.count == 1 ? rows?.packedSize ?? 0 : 0
    return keys.map { keys in
      SumTable.grouped(
        keys: keys, width: keys.count / domains.count, slotCount: slotCount, room: room
      ) { domain, row in
        if let rows { return rows.add(domain, to: &row) }
        for slot in 0..<slotCount { row[slot] += wideCounts[domain * slotCount + slot] }
      }
    }
  }

  /// Forgets every domain; the rows' storage stays.
  mutating func removeAll() {
    domains = DomainTable(width: domains.width)
    counts.removeAll()
    wideCounts.removeAll(keepingCapacity: true)
  }

  /// Makes room for so many bytes of rows where they are wide: an array that grows by itself copies all
  /// of them several times.
  mutating func reserve(_ bytes: Int) {
    if isWide { wideCounts.reserveCapacity(bytes / MemoryLayout<UInt64>.size) }
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
    let size = domains.count * slotCount
    if !isWide {
      counts.reserve(size)
    } else if wideCounts.count < size {
      wideCounts += repeatElement(0, count: slotCount)
    }
    return domain
  }

  /// Adds up the weights of a batch.
  private mutating func addWeights(
    _ batch: borrowing ResponseBatch, rows: [Int], _ weights: WeightLayout
  ) {
    for record in 0..<batch.count where rows[record] >= 0 {
      let row = rows[record]
      let parts = WeightParts(
        batch.weights[record], times: UInt64(truncatingIfNeeded: batch.frequency(of: record)))
      parts.add(to: &wideCounts, at: row + weights.places[SumLayout.accepted])
      for (question, first) in firstSlots.enumerated() {
        let place = weights.places[
          first + Int(batch.answerSlots[question * batch.count + record])]
        if place >= 0 { parts.add(to: &wideCounts, at: row + place) }
      }
    }
    for tick in batch.ticks[..<batch.tickCount] where rows[Int(tick.record)] >= 0 {
      let record = Int(tick.record)
      let parts = WeightParts(
        batch.weights[record], times: UInt64(truncatingIfNeeded: batch.frequency(of: record)))
      parts.add(to: &wideCounts, at: rows[record] + weights.places[Int(tick.slot)])
    }
  }

  /// Counts the answers of a batch.
  ///
  /// - Parameter rows: for each record where its counts begin, or ``DomainLookup/nowhere``.
  mutating func add(_ batch: borrowing ResponseBatch, rows: [Int]) {
    if isWide {
      addWide(batch, rows: rows)
      if let weights { addWeights(batch, rows: rows, weights) }
    } else {
      precondition(batch.frequencies.isEmpty)
      counts.add(batch, rows: rows, firstSlots: firstSlots)
    }
  }

  private mutating func addWide(_ batch: borrowing ResponseBatch, rows: [Int]) {
    for record in 0..<batch.count where rows[record] >= 0 {
      let row = rows[record]
      let responses = UInt64(truncatingIfNeeded: batch.frequency(of: record))
      wideCounts[row + SumLayout.accepted] &+= responses
      for (question, first) in firstSlots.enumerated() {
        let slot = Int(batch.answerSlots[question * batch.count + record])
        wideCounts[row + first + slot] &+= responses
      }
    }
    for tick in batch.ticks[..<batch.tickCount] where rows[Int(tick.record)] >= 0 {
      wideCounts[rows[Int(tick.record)] + Int(tick.slot)] &+= UInt64(
        truncatingIfNeeded: batch.frequency(of: Int(tick.record)))
    }
  }
}
