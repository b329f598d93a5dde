/// An open-addressing map from byte strings to codes: one probe and one compare for a known label.
struct AliasTable: Sendable {
  private struct Entry {
    var hash: UInt64
    var start: UInt32
    var length: UInt32
    var code: UInt32
  }

  /// What the table may hold: no file can make it grow further.
  private static let textLimit = 4 << 20

  private var entries: [Entry] = []
  private var text: [UInt8] = []
  /// Positions in `entries`, -1 where free; its size is a power of two, at least half free.
  private var buckets: [Int32] = []

  /// A hash of the first 8 bytes, the last 8 and the length.
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    let count = bytes.count
    var head: UInt64 = 0
    var tail: UInt64 = 0
    if count >= 8 {
      // SAFETY: both 8-byte loads lie within the span, for count >= 8.
      (head, tail) = unsafe bytes.withUnsafeBytes { raw in
        unsafe (
          raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
          raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        )
      }
    } else {
      for index in 0..<count { head = head << 8 | UInt64(bytes[index]) }
    }
    var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ tail) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }

  /// The code stored for exactly these bytes.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, hash: UInt64) -> UInt32? {
    guard !buckets.isEmpty else { return nil }
    let mask = buckets.count - 1
    var bucket = Int(truncatingIfNeeded: hash) & mask
    while true {
      let position = buckets[bucket]
      if position < 0 { return nil }
      let entry = entries[Int(position)]
      if entry.hash == hash, Int(entry.length) == bytes.count, equal(entry, bytes) {
        return entry.code
      }
      bucket = (bucket + 1) & mask
    }
  }

  /// Stores a code for bytes that ``find(_:hash:)`` did not find, while there is room.
  mutating func insert(_ bytes: Span<UInt8>, hash: UInt64, code: UInt32) {
    guard text.count + bytes.count <= Self.textLimit else { return }
    let start = UInt32(text.count)
    for index in 0..<bytes.count { text.append(bytes[index]) }
    entries.append(
      Entry(hash: hash, start: start, length: UInt32(bytes.count), code: code))
    if entries.count * 2 > buckets.count {
      buckets = [Int32](repeating: -1, count: max(64, buckets.count * 2))
      for position in entries.indices { place(Int32(position)) }
    } else {
      place(Int32(entries.count - 1))
    }
  }

  private mutating func place(_ position: Int32) {
    let mask = buckets.count - 1
    var bucket = Int(truncatingIfNeeded: entries[Int(position)].hash) & mask
    while buckets[bucket] >= 0 { bucket = (bucket + 1) & mask }
    buckets[bucket] = position
  }

  @inline(__always)
  private func equal(_ entry: Entry, _ bytes: Span<UInt8>) -> Bool {
    let start = Int(entry.start)
    for index in 0..<bytes.count where text[start + index] != bytes[index] { return false }
    return true
  }
}
