/// What is looked at of a label's bytes before anything else: its first 8, its last 8, its length.
///
/// For up to 16 bytes that is all there is.
struct LabelKey: Equatable {
  let head: UInt64
  let tail: UInt64
  let count: Int

  /// The key of a part of `text`.
  @inline(__always)
  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    count = end - start
    if count >= 8 {
      let bytes = unsafe text.bytes
      // SAFETY: both words lie within the part, which has at least 8 bytes and lies in `text`: the
      // reader gives ranges of its own buffer only.
      head = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      tail = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
      return
    }
    tail = 0
    if start + 8 <= text.count {
      // SAFETY: the word lies within `text`; what is not of the part is cut off.
      let word = UInt64(
        littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
          fromByteOffset: start, as: UInt64.self))
      head = word & ((1 << UInt64(8 * count)) &- 1)
    } else {
      var word: UInt64 = 0
      for index in (start..<end).reversed() { word = word << 8 | UInt64(text[index]) }
      head = word
    }
  }

  @inline(__always)
  var hash: UInt64 {
    var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ tail) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }
}

/// An open-addressing map from byte strings to codes: one probe and one compare for a known label.
struct AliasTable: Sendable {
  private struct Entry: BitwiseCopyable {
    var head: UInt64
    var tail: UInt64
    var start: UInt32
    /// One more than the number of bytes; 0 marks a free place.
    var mark: UInt32
    var code: UInt32
  }

  /// What the table may hold: no file can make it grow further.
  private static let textLimit = 4 << 20

  private static let free = Entry(head: 0, tail: 0, start: 0, mark: 0, code: 0)
  /// Its size is a power of two, at least half free.
  private var places = [Entry](repeating: free, count: 64)
  private var count = 0
  private var text: [UInt8] = []

  /// The code stored for exactly these bytes.
  @inline(__always)
  func find(_ key: LabelKey, _ bytes: Span<UInt8>, _ start: Int) -> UInt32? {
    let places = places.span
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      // SAFETY: the mask keeps the place below the count, a power of two.
      let entry = unsafe places[unchecked: place]
      if entry.mark == 0 { return nil }
      if entry.head == key.head, entry.tail == key.tail,
        entry.mark == UInt32(truncatingIfNeeded: key.count + 1),
        key.count <= 16 || isEqual(entry, bytes, start, key.count)
      {
        return entry.code
      }
      place = (place + 1) & mask
    }
  }

  /// Stores a code for bytes that ``find(_:_:_:)`` did not find, while there is room.
  mutating func insert(_ key: LabelKey, _ bytes: Span<UInt8>, _ start: Int, code: UInt32) {
    guard text.count + key.count <= Self.textLimit else { return }
    let entry = Entry(
      head: key.head, tail: key.tail, start: UInt32(text.count), mark: UInt32(key.count + 1),
      code: code)
    for index in start..<start + key.count { text.append(bytes[index]) }
    count += 1
    if count * 2 > places.count { grow() }
    put(entry, key.hash)
  }

  private mutating func grow() {
    let old = places
    places = [Entry](repeating: Self.free, count: old.count * 2)
    for entry in old where entry.mark > 0 {
      let start = Int(entry.start)
      put(entry, LabelKey(text.span, start, start + Int(entry.mark) - 1).hash)
    }
  }

  private mutating func put(_ entry: Entry, _ hash: UInt64) {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place].mark > 0 { place = (place + 1) & mask }
    places[place] = entry
  }

  /// Whether the bytes between the first and the last eight are the same.
  private func isEqual(_ entry: Entry, _ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    let known = Int(entry.start)
    var index = 8
    while index < count - 8 {
      if text[known + index] != bytes[start + index] { return false }
      index += 1
    }
    return true
  }
}
