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

  private struct Entry: BitwiseCopyable {
    /// The id's hash; 0 marks a free place.
    var key: UInt64 = 0
    /// The fingerprint of the first answers, and in the upper bits what is known of the others.
    var answers: UInt32 = 0
    /// The number of the file that the id was seen in last.
    var file: UInt16 = 0
    /// The records after the first, up to the greatest number; the rest is counted apart.
    var again: UInt16 = 0

    static let differ: UInt32 = 1 << 31
    static let twiceInFile: UInt32 = 1 << 30
    static let fingerprint = twiceInFile - 1
  }

  /// The different ids that are known exactly.
  static let capacity = 65_536
  /// The places of the table at its greatest: 1.75 MiB.
  private static let mostPlaces = 114_688
  /// Hashes are counted by their first bits below the limit: which are too many is known by and by.
  private static let binCount = 4_096
  /// Files with greater numbers are not told apart.
  private static let lastFile = Int(UInt16.max)

  private let capacity: Int
  private let mostPlaces: Int
  // SAFETY: used and freed by the sketch alone, within its bounds.
  private var entries: UnsafeMutableBufferPointer<Entry>
  /// The places that are not free; some of them hold ids that are forgotten.
  private var filled = 0
  /// The ids below the limit, and their numbers by the first bits of their hashes.
  private var count = 0
  private var bins: [Int32]
  private var shift: UInt64 = 52
  /// The records beyond what an entry can count.
  private var more: [UInt64: Int] = [:]
  /// Ids are taken in whose hash is below this.
  private(set) var limit = UInt64.max
  /// Where ids are that came again.
  private var places = SharedIDs()

  /// - Parameter capacity: the different ids to know; other than the default for tests.
  init(capacity: Int = RepeatedIDSketch.capacity) {
    self.capacity = capacity
    mostPlaces = capacity * Self.mostPlaces / Self.capacity
    bins = Array(repeating: 0, count: Self.binCount)
    unsafe entries = Self.storage(of: min(1_024, mostPlaces))
  }

  deinit {
    // SAFETY: the storage is the sketch's own, and trivial.
    unsafe entries.deallocate()
  }

  private static func storage(of size: Int) -> UnsafeMutableBufferPointer<Entry> {
    let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: size)
    unsafe entries.initialize(repeating: Entry())
    return unsafe entries
  }

  /// Takes in one record.
  ///
  /// - Parameter answers: a fingerprint, of which the lower 30 bits count.
  mutating func add(_ hash: UInt64, answers: UInt32, file: Int) {
    guard hash < limit else { return }
    let key = max(1, hash)
    let answers = answers & Entry.fingerprint
    let file = UInt16(min(file, Self.lastFile))
    let place = unsafe Self.place(of: key, in: entries)
    // SAFETY: a place is below the number of entries.
    guard unsafe entries[place].key == key else {
      unsafe entries[place] = Entry(key: key, answers: answers, file: file)
      noteNew(key)
      return
    }
    var entry = unsafe entries[place]
    note(&entry, in: file)
    if entry.again == .max { more[key, default: 0] += 1 } else { entry.again += 1 }
    if entry.answers & Entry.fingerprint != answers { entry.answers |= Entry.differ }
    unsafe entries[place] = entry
  }

  /// Counts an id that is new, and forgets those that are too many for it.
  @inline(__always)
  private mutating func noteNew(_ key: UInt64) {
    bins[Int(truncatingIfNeeded: key >> shift)] += 1
    count += 1
    filled += 1
    // One more than the capacity stays known: the first that is too many ends the sample.
    if count > capacity { lowerLimit() }
    let size = unsafe entries.count
    if filled * 7 >= size * 6 { rebuild(min(mostPlaces, size * 2)) }
  }

  /// Lets the limit fall while more than the capacity lie below the last bin.
  private mutating func lowerLimit() {
    while true {
      let last = Int(truncatingIfNeeded: (limit - 1) >> shift)
      let most = Int(bins[last])
      guard count - most > capacity else { return }
      count -= most
      limit = UInt64(last) << shift
    }
  }

  /// Notes where an id comes again; what has been noted is not noted anew.
  private mutating func note(_ entry: inout Entry, in file: UInt16) {
    let isFirst = entry.again == 0
    if file != entry.file {
      if isFirst { places.add(entry.key, file: entry.file, times: 1) }
      places.add(entry.key, file: file, times: 1)
      entry.file = file
      entry.answers &= ~Entry.twiceInFile
    } else if entry.answers & Entry.twiceInFile == 0 {
      places.add(entry.key, file: file, times: isFirst ? 2 : 1)
      entry.answers |= Entry.twiceInFile
    }
  }

  /// The place of a key, or the free one where it would be put.
  @inline(__always)
  private static func place(
    of key: UInt64, in entries: UnsafeMutableBufferPointer<Entry>
  ) -> Int {
    let size = entries.count
    // The upper bits alone would not spread keys any more once the limit has fallen.
    let spread = key &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: spread.multipliedFullWidth(by: UInt64(size)).high)
    // SAFETY: places stay below the number of entries, of which some are always free.
    while true {
      let found = unsafe entries[place].key
      if found == key || found == 0 { return place }
      place &+= 1
      if place == size { place = 0 }
    }
  }

  /// Puts the ids below the limit into a table of `size` places.
  private mutating func rebuild(_ size: Int) {
    let old = unsafe entries
    let new = unsafe Self.storage(of: size)
    shift = UInt64(max(0, 52 - (limit - 1).leadingZeroBitCount))
    for bin in bins.indices { bins[bin] = 0 }
    filled = 0
    // SAFETY: places are below the number of entries; nobody uses the old ones any more.
    for number in 0..<old.count {
      let entry = unsafe old[number]
      guard entry.key != 0, entry.key < limit else { continue }
      let place = unsafe Self.place(of: entry.key, in: new)
      unsafe new[place] = entry
      bins[Int(truncatingIfNeeded: entry.key >> shift)] += 1
      filled += 1
    }
    unsafe old.deallocate()
    unsafe entries = new
    places.forget(from: limit)
    if !more.isEmpty { more = more.filter { $0.key < limit } }
  }

  private func forEach(_ body: (Entry) -> Void) {
    for place in unsafe 0..<entries.count {
      // SAFETY: the place is below the number of entries.
      let entry = unsafe entries[place]
      if entry.key != 0, entry.key < limit { body(entry) }
    }
  }

  /// Ends the sample at the first hash that is one too many.
  private mutating func end() {
    guard count > capacity else { return }
    var below = 0
    var bin = 0
    while below + Int(bins[bin]) <= capacity {
      below += Int(bins[bin])
      bin += 1
    }
    var keys: [UInt64] = []
    forEach { if Int(truncatingIfNeeded: $0.key >> shift) == bin { keys.append($0.key) } }
    keys.sort()
    limit = keys[capacity - below]
    rebuild(unsafe entries.count)
    count = capacity
  }

  /// What has been found of the ids that are kept.
  mutating func figures() -> Figures {
    end()
    var figures = Figures()
    if limit != .max { figures.share = Double(limit) / 0x1p64 }
    forEach { entry in
      guard entry.again > 0 else { return }
      figures.ids += 1
      figures.records += Int(entry.again)
      if entry.answers & Entry.differ != 0 { figures.otherAnswers += 1 }
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
