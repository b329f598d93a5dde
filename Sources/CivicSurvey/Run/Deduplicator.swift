import SurveyCSV

/// Remembers which ids were seen in accepted records, in at most 40 bytes each.
///
/// Kept are 96 bits of the id's hash and 32 bits of the answers'. Two of a billion ids share 96 bits
/// with a chance of 6 × 10⁻¹².
///
/// The table consists of lines of 64 bytes, as the processor reads memory. Each has room for four ids,
/// first their keys, then the rest of them, filled from the front. An id belongs into the line that
/// its key is mapped to, or, while lines are full, into the next; behind the last comes the first. So
/// most ids cost one line, and the lines of a batch are asked for all at once: looked up one after
/// the other, each would be waited for. That the ids of an export follow one another brings nothing
/// beside that: neighbours put side by side fill lines in lumps, and share them only while an export
/// is in order.
struct Deduplicator: ~Copyable {
  /// What is known of an id.
  enum Finding {
    case new
    case identical
    case conflicting
  }

  /// The ids of a line.
  private static let width = 4
  private static let lineWords = 2 * width
  /// The lines that move together when the table grows: 4 KiB, which stay near.
  private static let stretch = 64

  private var pages = ZeroedPages()
  private var lines: Int
  /// The different ids remembered.
  private(set) var count = 0
  /// The ids at which the table grows.
  private var most: Int
  private var near = NearPlaces()

  /// An empty table, which asks for memory with the first ids.
  ///
  /// - Parameter lines: its first lines.
  init(lines: Int = 1_024) {
    self.lines = lines
    most = Self.most(lines)
  }

  /// Seven tenths of the places, so that most lines have room.
  private static func most(_ lines: Int) -> Int { lines * width / 10 * 7 }

  /// Makes room for ids, and brings the lines that they belong into near, and those behind them, which
  /// some will need.
  ///
  /// - Returns: `false` where the system has no memory left; what is remembered stays.
  mutating func prepare(_ ids: [XXH128Digest]) -> Bool {
    guard pages.grow(to: lines * Self.lineWords) else { return false }
    while count + ids.count > most {
      guard grow() else { return false }
    }
    near.makeRoom(for: 2 * ids.count)
    for (number, id) in ids.enumerated() {
      // SAFETY: a home is below the number of lines; there is room for two places of each id, of which
      // the second is never read here.
      let home = unsafe line(home(of: Self.key(of: id)))
      unsafe near.places[2 * number] = UnsafeRawPointer(home)
      unsafe near.places[2 * number + 1] = UnsafeRawPointer(home) + 64
    }
    unsafe NearMemory.bring(UnsafeBufferPointer(start: near.places, count: 2 * ids.count))
    return true
  }

  /// Looks an id up, and remembers it if it is new.
  ///
  /// - Precondition: it is one of those that room was made for last.
  @inline(__always)
  mutating func look(id: XXH128Digest, answers: UInt32) -> Finding {
    precondition(count < most)
    let key = Self.key(of: id)
    let rest = id.high << 32 | UInt64(answers)
    var number = home(of: key)
    while true {
      // SAFETY: numbers stay below that of the lines; a line has places for keys, then for the rest.
      let line = unsafe line(number)
      if unsafe line[0] == key || line[1] == key || line[2] == key || line[3] == key {
        for place in 0..<Self.width where unsafe line[place] == key {
          let known = unsafe line[Self.width + place]
          if known >> 32 == rest >> 32 { return known == rest ? .identical : .conflicting }
        }
      }
      if let place = unsafe Self.free(line) {
        unsafe line[place] = key
        unsafe line[Self.width + place] = rest
        count += 1
        return .new
      }
      number += 1
      if number == lines { number = 0 }
    }
  }

  /// The first free place of a line.
  @inline(__always)
  private static func free(_ line: UnsafeMutablePointer<UInt64>) -> Int? {
    // SAFETY: a line has places for so many keys.
    guard unsafe line[3] == 0 else { return nil }
    return unsafe (line[0] == 0 ? 0 : 1) + (line[1] == 0 ? 0 : 1) + (line[2] == 0 ? 0 : 1)
  }

  @inline(__always)
  private func line(_ number: Int) -> UnsafeMutablePointer<UInt64> {
    unsafe pages[number * Self.lineWords]
  }

  /// Enlarges the table by three quarters where it stands: an id takes from 23 to 40 bytes.
  ///
  /// Keys are mapped in their order, so that every id moves towards the end or stays. Lines are taken
  /// out in stretches from the end; a stretch begins behind a line that is not full, over which no id
  /// has moved. So whatever is put back meets nothing that has not been taken out.
  ///
  /// `false`, with nothing changed, where the system has no memory left.
  private mutating func grow() -> Bool {
    let old = lines
    let larger = old + old / 4 * 3
    guard pages.grow(to: larger * Self.lineWords) else { return false }
    lines = larger
    most = Self.most(lines)
    // What went on from the last line to the first stands in the first lines. It is put back when all
    // else has been, and with it what goes on behind the last line now.
    var late = MovingIDs()
    var first = 1
    while isFull(first - 1) { first += 1 }
    takeOut(0..<first, into: &late)
    var moving = MovingIDs()
    var end = old
    while end > first {
      var start = max(first, end - Self.stretch)
      while start > first, isFull(start - 1) { start -= 1 }
      bringStretch(before: start, of: old)
      takeOut(start..<end, into: &moving)
      for number in 0..<moving.count {
        let id = moving[number]
        if !putBack(id, from: home(of: id.key)) {
          late.makeRoom(for: 1)
          late.add(id)
        }
      }
      moving.count = 0
      end = start
    }
    for number in 0..<late.count {
      let id = late[number]
      if !putBack(id, from: home(of: id.key)) { _ = putBack(id, from: 0) }
    }
    return true
  }

  /// Brings the lines near that will be taken out next, and those into which their ids will go.
  private mutating func bringStretch(before end: Int, of old: Int) {
    let from = max(0, end - Self.stretch)
    let targets = from * lines / old..<end * lines / old
    near.makeRoom(for: end - from + targets.count)
    var count = 0
    for number in from..<end {
      // SAFETY: there is room for so many places, each of a line.
      unsafe near.places[count] = UnsafeRawPointer(line(number))
      count += 1
    }
    for number in targets {
      unsafe near.places[count] = UnsafeRawPointer(line(number))
      count += 1
    }
    unsafe NearMemory.bring(UnsafeBufferPointer(start: near.places, count: count))
  }

  // SAFETY of these: the lines are some of the table's.
  private func isFull(_ number: Int) -> Bool { unsafe line(number)[Self.width - 1] != 0 }

  /// Empties lines.
  private func takeOut(_ range: Range<Int>, into moving: inout MovingIDs) {
    moving.makeRoom(for: range.count * Self.width)
    for number in range {
      let line = unsafe line(number)
      for place in 0..<Self.width {
        unsafe moving.add((line[place], line[Self.width + place]))
        unsafe line[place] = 0
      }
    }
  }

  /// Puts an id into the first line that has room; tells whether there is one before the end.
  @inline(__always)
  private func putBack(_ id: (key: UInt64, rest: UInt64), from start: Int) -> Bool {
    var number = start
    while number < lines {
      let line = unsafe line(number)
      if let place = unsafe Self.free(line) {
        unsafe line[place] = id.key
        unsafe line[Self.width + place] = id.rest
        return true
      }
      number += 1
    }
    return false
  }

  /// The half of an id's hash that decides its line: one id in 2⁶⁴ moves from 0 to 1.
  @inline(__always)
  private static func key(of id: XXH128Digest) -> UInt64 { id.low == 0 ? 1 : id.low }

  /// Maps a key evenly to 0..<lines without a power of two.
  @inline(__always)
  private func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(bitPattern: Int64(lines))).high)
  }
}

/// Room for the places that a batch's ids belong into.
@safe private struct NearPlaces: ~Copyable {
  // SAFETY: there is room for so many; this value alone owns them.
  private(set) var places = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: 0)
  private var room = 0

  init() {}

  deinit { unsafe places.deallocate() }

  mutating func makeRoom(for count: Int) {
    guard count > room else { return }
    unsafe places.deallocate()
    unsafe places = .allocate(capacity: count)
    unsafe places.initialize(repeating: nil, count: count)
    room = count
  }
}

/// Ids on their way from one line to another.
@safe private struct MovingIDs: ~Copyable {
  typealias ID = (key: UInt64, rest: UInt64)

  // SAFETY: there is room for so many; this value alone owns them.
  private var ids = UnsafeMutablePointer<ID>.allocate(capacity: 0)
  private var room = 0
  var count = 0

  init() {}

  deinit { unsafe ids.deallocate() }

  /// Makes room for `more` ids, and one that is none.
  mutating func makeRoom(for more: Int) {
    guard count + more >= room else { return }
    let larger = UnsafeMutablePointer<ID>.allocate(capacity: 2 * (count + more + 1))
    // SAFETY: so many ids are there; the old ones are used by nobody any more.
    unsafe larger.initialize(repeating: (0, 0), count: 2 * (count + more + 1))
    unsafe larger.update(from: ids, count: count)
    unsafe ids.deallocate()
    unsafe ids = larger
    room = 2 * (count + more + 1)
  }

  /// Adds an id; one with a key of 0 is none.
  ///
  /// - Precondition: there is room.
  @inline(__always)
  mutating func add(_ id: ID) {
    unsafe ids[count] = id
    count += id.key == 0 ? 0 : 1
  }

  @inline(__always)
  subscript(_ number: Int) -> ID { unsafe ids[number] }
}
