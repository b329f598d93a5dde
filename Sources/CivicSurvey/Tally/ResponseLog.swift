/// Responses as they come, some numbers each, until they are added up one domain after the other.
///
/// For records that stand for several responses or have weights. With weights a domain's counts and sums
/// take kilobytes, and where there are many clusters hardly a domain has two responses of a block: rows at
/// hand would be memory full of zeros, and no cache would hold them. Here one row is enough.
struct ResponseLog: Sendable {
  /// A choice that was ticked.
  private struct Tick: BitwiseCopyable {
    let response: UInt32
    let slot: UInt32
  }

  /// Where the counts of each question, and of what is derived, begin within a row.
  private let firstSlots: [Int]
  private let layout: WeightLayout?
  private var domains: [UInt32] = []
  private var frequencies: [UInt64] = []
  /// Empty where responses have none.
  private var weights: [UInt64] = []
  /// The slot of each question's answer, response after response.
  private var slots: [UInt32] = []
  /// In no order.
  private var ticks: [Tick] = []

  init(firstSlots: [Int], weights: WeightLayout?) {
    self.firstSlots = firstSlots
    layout = weights
  }

  /// The records that are kept.
  var count: Int { domains.count }

  /// The bytes that are in use.
  var bytes: Int {
    domains.count * MemoryLayout<UInt32>.size + slots.count * MemoryLayout<UInt32>.size
      + (frequencies.count + weights.count) * MemoryLayout<UInt64>.size
      + ticks.count * MemoryLayout<Tick>.size
  }

  /// Forgets all; the storage stays.
  mutating func removeAll() {
    domains.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    ticks.removeAll(keepingCapacity: true)
  }

  /// Keeps the records of a batch that count.
  ///
  /// - Parameter domains: the domain of each record, or ``DomainLookup/nowhere``.
  mutating func add(_ batch: borrowing ResponseBatch, domains: [Int]) {
    let first = count
    for record in 0..<batch.count where domains[record] >= 0 {
      self.domains.append(UInt32(domains[record]))
      frequencies.append(UInt64(truncatingIfNeeded: batch.frequency(of: record)))
      if layout != nil { weights.append(batch.weights[record]) }
      for (question, slot) in firstSlots.enumerated() {
        slots.append(UInt32(slot) + batch.answerSlots[question * batch.count + record])
      }
    }
    guard batch.tickCount > 0 else { return }
    // Which response a record became: those before it that count.
    var responses = [UInt32](repeating: 0, count: batch.count)
    var next = UInt32(first)
    for record in 0..<batch.count where domains[record] >= 0 {
      responses[record] = next
      next += 1
    }
    for tick in batch.ticks[..<batch.tickCount] where domains[Int(tick.record)] >= 0 {
      ticks.append(Tick(response: responses[Int(tick.record)], slot: UInt32(tick.slot)))
    }
  }

  /// The responses by domain, when nothing more is added.
  ///
  /// - Parameter domainCount: the domains that there are.
  /// - Complexity: O(domains + responses + ticks).
  func rows(_ domainCount: Int) -> Rows {
    Rows(
      log: self, responses: Groups(domains.lazy.map { Int($0) }, count: domainCount),
      ticks: Groups(ticks.lazy.map { Int(domains[Int($0.response)]) }, count: domainCount))
  }

  /// The counts and sums of weights of each domain.
  struct Rows {
    fileprivate let log: ResponseLog
    fileprivate let responses: Groups
    fileprivate let ticks: Groups

    /// Adds one domain to `row`.
    func add(_ domain: Int, to row: inout [UInt64]) {
      let width = log.firstSlots.count
      for response in responses[domain] {
        let response = Int(response)
        let first = response * width
        log.add(response, slot: SumLayout.accepted, to: &row)
        for place in first..<first + width {
          log.add(response, slot: Int(log.slots[place]), to: &row)
        }
      }
      for tick in ticks[domain] {
        let tick = log.ticks[Int(tick)]
        log.add(Int(tick.response), slot: Int(tick.slot), to: &row)
      }
    }
  }

  @inline(__always)
  private func add(_ response: Int, slot: Int, to row: inout [UInt64]) {
    row[slot] &+= frequencies[response]
    guard let layout, case let place = layout.places[slot], place >= 0 else { return }
    WeightParts(weights[response], times: frequencies[response]).add(to: &row, at: place)
  }
}

/// Numbers from 0 on in groups, in each of which they ascend.
private struct Groups {
  private var numbers: [UInt32]
  /// Where each group begins, and behind the last one their end.
  private var starts: [UInt32]

  /// - Parameter groups: the group of each number, below `count`.
  init(_ groups: some Collection<Int>, count: Int) {
    starts = [UInt32](repeating: 0, count: count + 2)
    numbers = [UInt32](repeating: 0, count: groups.count)
    for group in groups { starts[group + 2] += 1 }
    for group in 2..<starts.endIndex { starts[group] += starts[group - 1] }
    for (number, group) in groups.enumerated() {
      numbers[Int(starts[group + 1])] = UInt32(number)
      starts[group + 1] += 1
    }
  }

  subscript(group: Int) -> ArraySlice<UInt32> {
    numbers[Int(starts[group])..<Int(starts[group + 1])]
  }
}
