import SurveyCSV

/// Remembers which ids were seen in accepted records, in at most 40 bytes each.
///
/// Kept are 96 bits of the id's hash and 32 bits of the answers'. Two of a billion ids share 96 bits
/// with a chance of 6 × 10⁻¹². The table is cut into shards that grow one at a time, so that growing
/// never holds two tables of the whole size.
struct Deduplicator: ~Copyable {
  private struct Entry: BitwiseCopyable {
    /// 0 marks a free place.
    var key: UInt64 = 0
    var tail: UInt32 = 0
    var answers: UInt32 = 0
  }

  /// A table of open addresses.
  ///
  /// Its storage lies outside any array: an array's own header would be
  /// one more place in memory to wait for.
  @safe private struct Shard {
    // SAFETY: used and freed by the table alone, within its bounds.
    var entries: UnsafeMutableBufferPointer<Entry>
    var count = 0
  }

  /// What is known of an id.
  enum Finding {
    case new
    case identical
    case conflicting
  }

  private static let shardCount = 256
  private var shards: [Shard]
  /// What ``prepare(_:)`` came across: kept so that the reading is not left out.
  private var touched: UInt64 = 0

  init() {
    shards = (0..<Self.shardCount).map { _ in unsafe Shard(entries: Self.storage(of: 16)) }
  }

  deinit {
    // SAFETY: each shard's storage is its own, and trivial.
    for shard in shards { unsafe shard.entries.deallocate() }
  }

  private static func storage(of size: Int) -> UnsafeMutableBufferPointer<Entry> {
    let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: size)
    unsafe entries.initialize(repeating: Entry())
    return unsafe entries
  }

  /// Brings the places of the ids near, all at once: looked up one after the other, each would be
  /// waited for.
  mutating func prepare(_ ids: [XXH128Digest]) {
    var sum: UInt64 = 0
    for id in ids {
      let number = Int(id.high >> 56)
      let entries = unsafe shards[number].entries
      // SAFETY: a home is below the number of entries.
      sum ^= unsafe entries[Self.home(Self.key(of: id), entries.count)].key
    }
    touched = sum
  }

  /// Looks an id up, and remembers it if it is new.
  mutating func look(id: XXH128Digest, answers: UInt32) -> Finding {
    let key = Self.key(of: id)
    let tail = UInt32(truncatingIfNeeded: id.high)
    let number = Int(id.high >> 56)
    if unsafe shards[number].count * 10 >= shards[number].entries.count * 8 { grow(number) }
    let entries = unsafe shards[number].entries
    // SAFETY: places stay below the number of entries, of which some are always free.
    var place = Self.home(key, entries.count)
    while true {
      let entry = unsafe entries[place]
      if entry.key == 0 { break }
      if entry.key == key, entry.tail == tail {
        return entry.answers == answers ? .identical : .conflicting
      }
      place += 1
      if place == entries.count { place = 0 }
    }
    unsafe entries[place] = Entry(key: key, tail: tail, answers: answers)
    shards[number].count += 1
    return .new
  }

  /// Enlarges a shard by half: a response takes from 20 to 30 bytes.
  private mutating func grow(_ number: Int) {
    let old = unsafe shards[number].entries
    let new = unsafe Self.storage(of: old.count + old.count / 2)
    // SAFETY: as above; the old storage is used by nobody any more.
    for place in 0..<old.count {
      let entry = unsafe old[place]
      guard entry.key != 0 else { continue }
      var target = Self.home(entry.key, new.count)
      while unsafe new[target].key != 0 { target = target + 1 == new.count ? 0 : target + 1 }
      unsafe new[target] = entry
    }
    unsafe old.deallocate()
    unsafe shards[number].entries = new
  }

  /// The half of an id's hash that decides its place: one id in 2⁶⁴ moves from 0 to 1.
  private static func key(of id: XXH128Digest) -> UInt64 { id.low == 0 ? 1 : id.low }

  /// Maps a hash evenly to 0..<size without a power of two.
  private static func home(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(size)).high)
  }
}
