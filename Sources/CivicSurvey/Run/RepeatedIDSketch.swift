/// Counts how often ids come again, of the ids with the smallest hashes.
///
/// Up to ``capacity`` different ids are known, each with all its records. When there are more, those
/// with the greatest hashes are forgotten, and the limit falls below which an id is taken in at all.
/// What is left depends on the set of records alone, not on their order: so any number of threads
/// finds the same. The known ids are a random share of all, `limit / 2^64`, from which figures are
/// scaled up.
@safe struct RepeatedIDSketch: ~Copyable {
  /// What a sketch has found; estimates where ``share`` is less than 1.
  struct Figures: Equatable {
    /// The ids that came again.
    var ids = 0
    /// The records whose id came before.
    var records = 0
    /// The ids that came with answers that differ.
    var otherAnswers = 0
    /// The share of all ids that is known.
    var share = 1.0

    /// Counts scaled up to all ids.
    func scaled(_ count: Int) -> Int { Int((Double(count) / share).rounded()) }
  }

  /// One id, in two words that are moved as they are.
  private struct Entry: BitwiseCopyable {
    /// The id's hash.
    let key: UInt64
    /// From the lowest bit on: a fingerprint of the answers and what is known of the others (32
    /// bits), the records after the first up to the greatest number, the rest of which is counted
    /// apart (16), the number of the file that the id was seen in last (16).
    var rest: UInt64

    static let differ: UInt64 = 1 << 31
    static let twiceInFile: UInt64 = 1 << 30
    static let fingerprint = twiceInFile - 1

    @inline(__always)
    init(_ id: HashedID, file: UInt64) {
      key = id.hash
      rest = UInt64(id.answers) & Self.fingerprint | file << 48
    }

    var file: UInt16 { UInt16(truncatingIfNeeded: rest >> 48) }

    var again: UInt16 {
      get { UInt16(truncatingIfNeeded: rest >> 32) }
      set { rest = rest & ~(0xFFFF << 32) | UInt64(newValue) << 32 }
    }
  }

  /// The different ids that are known exactly.
  static let capacity = 65_536
  /// Files with greater numbers are not told apart.
  private static let lastFile = Int(UInt16.max)

  private let capacity: Int
  /// Records wait to be put in order, half as many as ids are known: 0.5 MiB beside 1.5.
  private let mostWaiting: Int
  // SAFETY of both: used and freed by the sketch alone, within their bounds.
  private var entries: UnsafeMutableBufferPointer<Entry>
  private var waiting: UnsafeMutableBufferPointer<Entry>
  /// The ids that are known, in order.
  private var count = 0
  private var waitingCount = 0
  /// Where each of some stretches of hashes begins among those that wait.
  private var starts: [Int32] = []
  /// The records beyond what an entry can count.
  private var more: [UInt64: Int] = [:]
  /// Ids are taken in whose hash is below this.
  private(set) var limit = UInt64.max
  /// Where ids are that came again.
  private var places = SharedIDs()

  /// - Parameter capacity: the different ids to know; other than the default for tests.
  init(capacity: Int = RepeatedIDSketch.capacity) {
    self.capacity = capacity
    mostWaiting = max(1, capacity / 2)
    unsafe entries = .allocate(capacity: 0)
    unsafe waiting = .allocate(capacity: min(1_024, mostWaiting))
  }

  deinit {
    // SAFETY: the storage is the sketch's own, and trivial.
    unsafe entries.deallocate()
    unsafe waiting.deallocate()
  }

  /// Takes in the first `count` of some ids of one file, with the fingerprints of their answers, of
  /// which the lower 30 bits count.
  mutating func add(_ ids: [HashedID], count: Int, file: Int) {
    precondition(ids.count >= count)
    let file = UInt64(min(file, Self.lastFile))
    var first = 0
    while first < count {
      if unsafe waitingCount == waiting.count { makeRoom() }
      let end = unsafe min(count, first + waiting.count - waitingCount)
      var filled = waitingCount
      for place in first..<end {
        let id = ids[place]
        // SAFETY: there is room for all of these.
        unsafe waiting[filled] = Entry(id, file: file)
        filled &+= id.hash < limit ? 1 : 0
      }
      waitingCount = filled
      first = end
    }
  }

  private mutating func makeRoom() {
    let room = unsafe waiting.count
    if room < mostWaiting {
      unsafe Self.enlarge(&waiting, to: min(mostWaiting, room * 2), keeping: waitingCount)
    } else {
      settle()
    }
  }

  private static func enlarge(
    _ entries: inout UnsafeMutableBufferPointer<Entry>, to size: Int, keeping count: Int
  ) {
    let larger = UnsafeMutableBufferPointer<Entry>.allocate(capacity: size)
    // SAFETY: both hold `count` entries at least, and the old ones are used by nobody any more.
    for place in 0..<count { unsafe larger[place] = entries[place] }
    unsafe entries.deallocate()
    unsafe entries = larger
  }

  /// Puts those that wait among those that are known, and forgets what is too much.
  private mutating func settle() {
    guard waitingCount > 0 else { return }
    let all = count + waitingCount
    let room = unsafe entries.count
    if room < all {
      let most = capacity + mostWaiting
      unsafe Self.enlarge(&entries, to: min(most, max(all, room * 2)), keeping: count)
    }
    sortWaiting()
    count = merge()
    waitingCount = 0
    places.forget(from: limit)
    if !more.isEmpty { more = more.filter { $0.key < limit } }
  }

  /// Sorts those that wait: hashes are even, so that stretches of them are nearly sorted at once.
  private mutating func sortWaiting() {
    let bits = min(14, Int.bitWidth - waitingCount.leadingZeroBitCount)
    let shift = UInt64(max(0, UInt64.bitWidth - (limit - 1).leadingZeroBitCount - bits))
    starts.removeAll(keepingCapacity: true)
    starts += repeatElement(0, count: (1 << bits) + 1)
    // SAFETY: hashes are below the limit, so that their stretch is one of those counted; behind the
    // entries known there is room for all that wait.
    unsafe starts.withUnsafeMutableBufferPointer { starts in
      for place in 0..<waitingCount {
        unsafe starts[Int(truncatingIfNeeded: waiting[place].key >> shift) &+ 1] &+= 1
      }
      for stretch in 1..<starts.count { unsafe starts[stretch] &+= starts[stretch - 1] }
      for place in 0..<waitingCount {
        let entry = unsafe waiting[place]
        let stretch = Int(truncatingIfNeeded: entry.key >> shift)
        unsafe entries[count &+ Int(starts[stretch])] = entry
        unsafe starts[stretch] &+= 1
      }
    }
    // SAFETY: places are below the number of those that wait.
    for place in 0..<waitingCount {
      let entry = unsafe entries[count &+ place]
      var target = place
      while target > 0 {
        let previous = unsafe waiting[target &- 1]
        // Of one id by the files.
        if previous.key < entry.key || previous.key == entry.key && previous.rest <= entry.rest {
          break
        }
        unsafe waiting[target] = previous
        target &-= 1
      }
      unsafe waiting[target] = entry
    }
  }

  /// Merges up to the greatest id that is kept, and lowers the limit where there are more; gives the
  /// number of ids.
  private mutating func merge() -> Int {
    guard let entries = unsafe entries.baseAddress, let waiting = unsafe waiting.baseAddress
    else { return 0 }
    let all = count + waitingCount
    // SAFETY: there is room for all. Those known are moved to its end, so that what is written from
    // the beginning on lies before those that are still to be read.
    unsafe (entries + waitingCount).update(from: entries, count: count)
    var known = waitingCount
    var new = 0
    var target = 0
    while new < waitingCount {
      let entry = unsafe waiting[new]
      let end = min(all, known &+ capacity &- target)
      while known < end, unsafe entries[known].key < entry.key {
        unsafe entries[target] = entries[known]
        known &+= 1
        target &+= 1
      }
      if target == capacity {
        limit = unsafe known < all ? min(entries[known].key, entry.key) : entry.key
        return target
      }
      // Of one id those that wait come last: their files are the later ones.
      if known < all, unsafe entries[known].key == entry.key {
        unsafe entries[target] = join(entries[known], entry)
        known &+= 1
      } else {
        unsafe entries[target] = entry
      }
      new &+= 1
      while new < waitingCount, unsafe waiting[new].key == entry.key {
        unsafe entries[target] = join(entries[target], waiting[new])
        new &+= 1
      }
      target &+= 1
    }
    let left = min(all - known, capacity - target)
    if known + left < all { limit = unsafe entries[known + left].key }
    unsafe (entries + target).update(from: entries + known, count: left)
    return target + left
  }

  /// Puts two entries of one id together; the file of the second is the same or a later one.
  private mutating func join(_ earlier: Entry, _ later: Entry) -> Entry {
    var entry = later
    let twice = (later.rest | earlier.rest) & Entry.twiceInFile
    if later.file != earlier.file || twice == 0 {
      // What came again before has been noted.
      if later.again == 0 { places.add(later.key, file: later.file) }
      if earlier.again == 0 { places.add(earlier.key, file: earlier.file) }
    }
    if later.file == earlier.file { entry.rest |= Entry.twiceInFile }
    if (later.rest ^ earlier.rest) & Entry.fingerprint != 0 { entry.rest |= Entry.differ }
    entry.rest |= earlier.rest & Entry.differ
    let again = Int(later.again) + Int(earlier.again) + 1
    entry.again = UInt16(min(again, Int(UInt16.max)))
    if again > Int(UInt16.max) { more[entry.key, default: 0] += again - Int(UInt16.max) }
    return entry
  }

  /// What has been found of the ids that are kept.
  mutating func figures() -> Figures {
    settle()
    var figures = Figures()
    if limit != .max { figures.share = Double(limit) / 0x1p64 }
    for place in 0..<count {
      // SAFETY: so many are known.
      let entry = unsafe entries[place]
      guard entry.again > 0 else { continue }
      figures.ids += 1
      figures.records += Int(entry.again)
      if entry.rest & Entry.differ != 0 { figures.otherAnswers += 1 }
    }
    figures.records += more.values.reduce(0, +)
    return figures
  }

  /// The numbers of the two files that share most ids; one twice where most come again within it.
  ///
  /// To be asked after the figures.
  mutating func closestFiles(_ names: [String]) -> (Int, Int)? {
    places.closestFiles(names, below: limit)
  }
}

// SAFETY: the storage is owned by one sketch, which cannot be copied.
extension RepeatedIDSketch: @unchecked Sendable {}
