import SurveyCSV

/// The different values of a column, of which a bounded number is kept, each with its exact count.
///
/// Kept are those with the smallest hashes. A value that is among the smallest of all is among the
/// smallest of every part, so it was never given up and its count is whole; and tables of parts merge
/// to the same table in whatever order they come. How many there are follows from how dense the kept
/// hashes lie (Bar-Yossef et al. 2002; Beyer et al. 2007).
struct ValueTable: Sendable {
  /// A value that is kept.
  struct Value: Sendable {
    let hash: UInt64
    let count: Int
    let text: [UInt8]
  }

  /// Of a value, at most so many bytes are kept: no label has more.
  static let longestText = 240

  /// So many values are kept at least, if there are so many.
  let limit: Int
  /// What has a greater hash is not kept.
  private(set) var threshold = UInt64.max
  private var slots: [UInt64]
  private var counts: [Int]
  private var texts: [[UInt8]]
  private var kept = 0
  /// The values that had to give way and were not taken yet.
  private var left: [Value] = []

  /// Creates a table.
  init(limit: Int) {
    self.limit = max(2, limit)
    var capacity = 16
    while capacity < 4 * self.limit { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    counts = Array(repeating: 0, count: capacity)
    texts = Array(repeating: [], count: capacity)
  }

  /// Counts the values of a column that are known, and lists the records of the others.
  ///
  /// The hot path: a hash, a look, a sum.
  mutating func countKnown(
    _ column: FieldColumn, skipped: borrowing [Bool], unknown: inout [Int32],
    hashes: inout [UInt64]
  ) {
    unknown.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    let mask = slots.count - 1
    // SAFETY: a slot is a hash under the mask; the bytes are the column's own, and eight may be read
    // where they are there.
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        for record in 0..<(unsafe column.count) where !skipped[record] {
          let value = unsafe column.value(record)
          let hash = max(
            1,
            unsafe IDHash.of(
              column.bytes + value.start, count: value.count,
              hasWord: value.start + 8 <= column.byteCount))
          var slot = Int(truncatingIfNeeded: hash) & mask
          while true {
            let found = unsafe slots[slot]
            if found == hash {
              unsafe counts[slot] &+= 1
              break
            }
            if found == 0 {
              unknown.append(Int32(truncatingIfNeeded: record))
              hashes.append(hash)
              break
            }
            slot = (slot &+ 1) & mask
          }
        }
      }
    }
  }

  /// Whether values of this hash are kept.
  func keeps(_ hash: UInt64) -> Bool { hash <= threshold }

  /// Counts a value of a hash that is kept.
  mutating func add(_ hash: UInt64, _ text: @autoclosure () -> [UInt8], count: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    counts[slot] += count
    guard slots[slot] == 0 else { return }
    slots[slot] = hash
    texts[slot] = text()
    kept += 1
    if kept == 2 * limit { prune() }
  }

  /// Gives up all but the smallest hashes.
  private mutating func prune() {
    let all = takeAll()
    threshold = all[limit - 1].hash
    for value in all.prefix(limit) { add(value.hash, value.text, count: value.count) }
    left += all.dropFirst(limit)
  }

  /// Everything that is kept, by hash, which then is nothing.
  private mutating func takeAll() -> [Value] {
    let all = values
    for slot in slots.indices { (slots[slot], counts[slot], texts[slot]) = (0, 0, []) }
    kept = 0
    return all
  }

  /// Everything that is kept, by hash.
  private var values: [Value] {
    slots.indices.filter { slots[$0] != 0 }
      .map { Value(hash: slots[$0], count: counts[$0], text: texts[$0]) }
      .sorted { $0.hash < $1.hash }
  }

  /// The smallest hashes' values, by hash.
  mutating func settled() -> [Value] {
    if kept > limit { prune() }
    return values
  }

  /// The values that had to give way since this was asked.
  mutating func takeLeft() -> [Value] {
    defer { left.removeAll(keepingCapacity: true) }
    return left
  }

  /// Whether every value is kept.
  var isComplete: Bool { threshold == .max }

  /// How many different values there are: exact where all are kept.
  var distinctCount: Int {
    guard !isComplete else { return kept }
    let share = Double(threshold) / Double(UInt64.max)
    return Int((Double(limit - 1) / share).rounded())
  }

  /// Adds another table's values.
  mutating func merge(_ other: ValueTable) {
    threshold = min(threshold, other.threshold)
    for value in takeAll() + other.values {
      if value.hash <= threshold {
        add(value.hash, value.text, count: value.count)
      } else {
        left.append(value)
      }
    }
  }
}
