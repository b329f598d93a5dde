import SurveyCSV

/// Remembers which ids were seen in accepted records, in at most 40 bytes each.
///
/// Kept are 96 bits of the id's hash and 32 bits of the answers'. Two of a billion ids share 96 bits
/// with a chance of 6 × 10⁻¹². The table is cut into shards that grow one at a time, so that growing
/// never holds two tables of the whole size.
struct Deduplicator: Sendable {
  private struct Shard {
    var keys: [UInt64] = []
    var tails: [UInt32] = []
    var answers: [UInt32] = []
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

  /// Looks an id up, and remembers it if it is new.
  mutating func look(id: XXH128Digest, answers: UInt32) -> Finding {
    // 0 marks a free place; one id in 2⁶⁴ moves to 1.
    let key = id.low == 0 ? 1 : id.low
    let tail = UInt32(truncatingIfNeeded: id.high)
    let number = Int(id.high >> 56)
    if shards[number].count * 10 >= shards[number].keys.count * 8 { grow(number) }
    var place = Self.home(key, shards[number].keys.count)
    while shards[number].keys[place] != 0 {
      if shards[number].keys[place] == key, shards[number].tails[place] == tail {
        return shards[number].answers[place] == answers ? .identical : .conflicting
      }
      place += 1
      if place == shards[number].keys.count { place = 0 }
    }
    shards[number].keys[place] = key
    shards[number].tails[place] = tail
    shards[number].answers[place] = answers
    shards[number].count += 1
    return .new
  }

  private mutating func grow(_ number: Int) {
    let old = shards[number]
    let size = max(16, old.keys.count + old.keys.count / 2)
    var new = Shard(
      keys: [UInt64](repeating: 0, count: size), tails: [UInt32](repeating: 0, count: size),
      answers: [UInt32](repeating: 0, count: size), count: old.count)
    for place in old.keys.indices where old.keys[place] != 0 {
      var target = Self.home(old.keys[place], size)
      while new.keys[target] != 0 { target = target + 1 == size ? 0 : target + 1 }
      new.keys[target] = old.keys[place]
      new.tails[target] = old.tails[place]
      new.answers[target] = old.answers[place]
    }
    shards[number] = new
  }

  /// Maps a hash evenly to 0..<size without a power of two.
  private static func home(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(size)).high)
  }
}
