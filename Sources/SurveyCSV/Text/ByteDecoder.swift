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
    // SAFETY: every position read lies below `count`; each input byte writes at most three bytes
    // that count, and a store of up to eight at their front, for which there is room. The tables
    // have an entry for each byte, and 32 for each base.
    return unsafe table.entries.withUnsafeBufferPointer { entries in
      unsafe table.pairs.withUnsafeBufferPointer { pairs in
        if hasPairs, !isLast, let last = unsafe input.last, table.bases[Int(last)] != 0 {
          count -= 1
        }
        var position = 0
        var written = 0
        while position < count {
          if position + 8 <= count {
            let word = UInt64(
              littleEndian: unsafe input.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            unsafe output.storeBytes(
              of: word.littleEndian, toByteOffset: written, as: UInt64.self)
            // With control characters, which are found exactly up to the first one.
            let controls = hasControls ? (word &- 0x2020_2020_2020_2020) & ~word : 0
            let high = (word | controls) & 0x8080_8080_8080_8080
            let ascii = high == 0 ? 8 : high.trailingZeroBitCount / 8
            position += ascii
            written += ascii
            if high == 0 { continue }
          }
          let byte = unsafe Int(input[position])
          var entry = unsafe entries[byte]
          if hasPairs, byte >= 0x80, table.marks[byte] != 0 {
            let base = position > 0 ? table.bases[unsafe Int(input[position - 1])] : 0
            let pair = unsafe pairs[32 * Int(base) + Int(table.marks[byte])]
            if pair != 0 {
              written -= unsafe Int(entries[Int(input[position - 1])] >> 24)
              entry = pair
            }
          }
          unsafe output.storeBytes(
            of: entry.littleEndian, toByteOffset: written, as: UInt32.self)
          written += Int(entry >> 24)
          position += 1
        }
        return (count, written)
      }
    }
  }
}
