/// Turns single bytes, and pairs of them, into UTF-8 by a table.
struct ByteDecoder: Sendable {
  private let table: ByteTable
  private let hasPairs: Bool
  /// Whether some control characters stand for letters.
  private let hasControls: Bool

  init(_ table: ByteTable) {
    self.table = table
    hasPairs = !table.pairs.isEmpty
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
    // that count, and a store of up to eight at their front, for which there is room. The tables
    // have an entry for each byte, and 32 for each base.
    let written = unsafe table.entries.withUnsafeBufferPointer { entries in
      guard hasPairs else {
        return unsafe decode(input, count, into: output) { position, _ in
          (unsafe entries[Int(input[position])], 0)
        }
      }
      return unsafe table.bases.withUnsafeBufferPointer { bases in
        unsafe table.marks.withUnsafeBufferPointer { marks in
          unsafe table.pairs.withUnsafeBufferPointer { pairs in
            unsafe decode(input, count, into: output) { position, previous in
              let byte = unsafe Int(input[position])
              let base = unsafe Int(bases[previous])
              let pair = unsafe pairs[32 * base + Int(marks[byte])]
              // All bits where there is a pair: its mark takes back its base.
              let isPair = UInt32(bitPattern: Int32(bitPattern: pair | (0 &- pair)) >> 31)
              return (
                pair | (unsafe entries[byte]) & ~isPair,
                Int((unsafe entries[previous] >> 24) & isPair)
              )
            }
          }
        }
      }
    }
    return (count, written)
  }

  /// Decodes the first `count` bytes, eight at a time where these are ASCII: else byte by byte,
  /// without a branch, as nothing foretells which of them are letters.
  ///
  /// - Parameter entry: what the byte at a place behind another one becomes, and how many bytes of
  ///   what was written it replaces.
  /// - Returns: The bytes written.
  @inline(__always)
  private func decode(
    _ input: UnsafeRawBufferPointer, _ count: Int, into output: UnsafeMutableRawBufferPointer,
    entry: (_ position: Int, _ previous: Int) -> (UInt32, Int)
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
        let (entry, replaced) = entry(position, previous)
        written -= replaced
        unsafe output.storeBytes(of: entry.littleEndian, toByteOffset: written, as: UInt32.self)
        written += Int(entry >> 24)
        previous = unsafe Int(input[position])
        position += 1
      }
    }
    return written
  }
}
