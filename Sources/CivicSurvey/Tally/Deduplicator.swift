import SurveyCSV

/// Remembers which ids were seen in accepted records, in at most 40 bytes each.
///
/// Kept are 96 bits of the id's hash and 32 bits of the answers'. Two of a billion ids share 96 bits
/// with a chance of 6 × 10⁻¹². The table is cut into shards that grow one at a time, so that growing
/// never holds two tables of the whole size.
struct Deduplicator: Sendable {
  private struct Entry: BitwiseCopyable {
    /// 0 marks a free place.
    var key: UInt64 = 0
    var tail: UInt32 = 0
    var answers: UInt32 = 0
  }

  private struct Shard {
    var entries: [Entry] = []
    var count = 0
  }

  /// What is known of an id.
  enum Finding {
    case new
    case identical
    case conflicting
  }

  private static let shardCount = 256
  private var shards = [Shard](repeating: Shard(), count: shardCount)
  /// What ``prepare(_:)`` came across: kept so that the reading is not left out.
  private var touched: UInt64 = 0

  /// Brings the places of the ids near, all at once: looked up one after the other, each would be
  /// waited for.
  mutating func prepare(_ ids: [XXH128Digest]) {
    var sum: UInt64 = 0
    for id in ids {
      let number = Int(id.high >> 56)
      let size = shards[number].entries.count
      if size > 0 { sum ^= shards[number].entries[Self.home(Self.key(of: id), size)].key }
    }
    touched = sum
  }

  /// Looks an id up, and remembers it if it is new.
  mutating func look(id: XXH128Digest, answers: UInt32) -> Finding {
    let key = Self.key(of: id)
    let tail = UInt32(truncatingIfNeeded: id.high)
    let number = Int(id.high >> 56)
    if shards[number].count * 10 >= shards[number].entries.count * 8 { grow(number) }
    let size = shards[number].entries.count
    var place = Self.home(key, size)
    while true {
      let entry = shards[number].entries[place]
      if entry.key == 0 { break }
      if entry.key == key, entry.tail == tail {
        return entry.answers == answers ? .identical : .conflicting
      }
      place += 1
      if place == size { place = 0 }
    }
    shards[number].entries[place] = Entry(key: key, tail: tail, answers: answers)
    shards[number].count += 1
    return .new
  }

  private mutating func grow(_ number: Int) {
    let old = shards[number].entries
    let size = max(16, old.count + old.count / 2)
    var new = [Entry](repeating: Entry(), count: size)
    for entry in old where entry.key != 0 {
      var target = Self.home(entry.key, size)
      while new[target].key != 0 { target = target + 1 == size ? 0 : target + 1 }
      new[target] = entry
    }
    shards[number].entries = new
  }

  /// The half of an id's hash that decides its place: one id in 2⁶⁴ moves from 0 to 1.
  private static func key(of id: XXH128Digest) -> UInt64 { id.low == 0 ? 1 : id.low }

  /// Maps a hash evenly to 0..<size without a power of two.
  private static func home(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(size)).high)
  }
}
