/// Turns single bytes, and pairs of them, into UTF-8 by a table.
struct ByteDecoder: Sendable {
  private let table: ByteTable
  /// What each byte becomes: 256 entries for one behind a byte that is no base, then 256 for each base.
  ///
  /// In the top byte the number of bytes, and above it how many of those before they replace: a
  /// mark takes back its base.
  private let entries: [UInt32]
  private let hasPairs: Bool
  /// Whether some control characters stand for letters.
  private let hasControls: Bool

  init(_ table: ByteTable) {
    self.table = table
    hasPairs = !table.pairs.isEmpty
    var entries = table.entries
    let bases = (0..<table.bases.count).filter { table.bases[$0] > 0 }
      .sorted { table.bases[$0] < table.bases[$1] }
    for base in bases {
      for byte in 0..<256 {
        let pair = table.pairs[32 * Int(table.bases[base]) + Int(table.marks[byte])]
        let replaced = (table.entries[base] >> 24) << 28
        entries.append(pair != 0 ? pair | replaced : table.entries[byte])
      }
    }
    self.entries = entries
    hasControls = table.entries[..<0x20].contains { $0 >> 24 > 1 }
  }

  /// The most bytes that come of one.
  static let growth = 3
  /// How much room is written to, though not used, behind the last byte that comes out.
  static let slack = 8

  /// Decodes all of `input` but a last byte that may be the base of a pair.
  ///
  /// - Parameters:
  ///   - output: Has room for ``growth`` × as many bytes, and ``slack``.
  ///   - isLast: Whether nothing comes behind `input`.
  /// - Returns: The bytes used of `input` and those written.
  func decode(
    _ input: UnsafeRawBufferPointer, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> (consumed: Int, produced: Int) {
    precondition(output.count >= Self.growth * input.count + Self.slack)
    var count = input.count
    if hasPairs, !isLast, let last = unsafe input.last, table.bases[Int(last)] != 0 { count -= 1 }
    // SAFETY: every position read lies below `count`; each input byte writes at most three bytes
    // that count, and a store of up to eight at their front, for which there is room. There are 256
    // entries for each base, and for none.
    let written = unsafe entries.withUnsafeBufferPointer { entries in
      guard hasPairs else {
        return unsafe decode(input, count, into: output) { byte, _ in unsafe entries[byte] }
      }
      return unsafe table.bases.withUnsafeBufferPointer { bases in
        unsafe decode(input, count, into: output) { byte, previous in
          unsafe entries[256 * Int(bases[previous]) + byte]
        }
      }
    }
    return (count, written)
  }

  /// Decodes the first `count` bytes, eight at a time where these are ASCII: else byte by byte,
  /// without a branch, as nothing foretells which of them are letters.
  ///
  /// - Parameter entry: what a byte behind another one becomes.
  /// - Returns: The bytes written.
  @inline(__always)
  private func decode(
    _ input: UnsafeRawBufferPointer, _ count: Int, into output: UnsafeMutableRawBufferPointer,
    entry: (_ byte: Int, _ previous: Int) -> UInt32
  ) -> Int {
    var position = 0
    var written = 0
    var previous = 0
    // SAFETY: as the caller has made sure.
    while position < count {
      var end = min(count, position + 8)
      if end == position + 8 {
        let word = UInt64(
          littleEndian: unsafe input.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        // With control characters, which are found exactly up to the first one.
        let controls = hasControls ? (word &- 0x2020_2020_2020_2020) & ~word : 0
        if (word | controls) & 0x8080_8080_8080_8080 == 0 {
          unsafe output.storeBytes(of: word.littleEndian, toByteOffset: written, as: UInt64.self)
          written += 8
          position = end
          previous = Int(truncatingIfNeeded: word >> 56)
          end = position
        }
      }
      while position < end {
        let byte = unsafe Int(input[position])
        let entry = entry(byte, previous)
        written &-= Int(entry >> 28)
        unsafe output.storeBytes(of: entry.littleEndian, toByteOffset: written, as: UInt32.self)
        written &+= Int(entry >> 24 & 0xF)
        previous = byte
        position &+= 1
      }
    }
    return written
  }
}
