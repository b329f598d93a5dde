import CByteMask

/// How many bytes of a source a stretch of decoded text was made from.
struct SourceLength: Sendable {
  private let encoding: TextEncoding
  /// 1 for each letter of two bytes, by scalar value; empty where there are none.
  private let pairs: [UInt8]

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    guard let table = ByteTable.of(encoding), !table.pairs.isEmpty else {
      pairs = []
      return
    }
    var pairs = [UInt8](repeating: 0, count: 0x2000)
    for entry in table.pairs where entry != 0 {
      if let scalar = ByteTable.scalar(entry) { pairs[Int(scalar.value)] = 1 }
    }
    self.pairs = pairs
  }

  /// The length in the source of a range of text that begins and ends between characters.
  ///
  /// - Complexity: O(*n*) in the range; O(1) for UTF-8.
  func of(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard encoding != .utf8 else { return range.count }
    // SAFETY: the bounds of the slice are checked; what is read lies within it.
    return unsafe bytes[range].withUnsafeBytes { text in
      let characters = text.count - (unsafe Self.count(text, Self.continuing))
      if encoding.isUTF16 { return 2 * (characters + (unsafe Self.count(text, Self.long))) }
      return unsafe pairs.isEmpty ? characters : characters + pairCount(text)
    }
  }

  /// Marks in the top bit the bytes that continue a character.
  private static func continuing(_ word: UInt64) -> UInt64 { word & ~(word << 1) }

  /// Marks in the top bit the bytes that begin a character of four.
  private static func long(_ word: UInt64) -> UInt64 { word & word << 1 & word << 2 & word << 3 }

  /// How many bytes a mark finds, eight of them at a time.
  ///
  /// Shifted bits come into a byte from its neighbour only below the top one, which alone counts.
  @inline(__always)
  private static func count(
    _ text: UnsafeRawBufferPointer, _ mark: (UInt64) -> UInt64
  ) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let words = text.count / 8
    var total = 0
    var word = 0
    while word < words {
      // Each byte of the sums holds a count of up to 255.
      let end = min(words, word + 255)
      var sums: UInt64 = 0
      while word < end {
        // SAFETY: the word lies within the text, which has `words` whole ones.
        let bytes = unsafe text.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
        sums &+= mark(bytes) >> 7 & ones
        word += 1
      }
      total += Int(((sums & 0x00FF_00FF_00FF_00FF) &* 0x0001_0001_0001_0001) >> 48)
      total += Int(((sums >> 8 & 0x00FF_00FF_00FF_00FF) &* 0x0001_0001_0001_0001) >> 48)
    }
    for position in 8 * words..<text.count {
      // SAFETY: the position lies below the count.
      total += unsafe Int(mark(UInt64(text[position])) >> 7 & 1)
    }
    return total
  }

  /// The letters that were two bytes.
  private func pairCount(_ text: UnsafeRawBufferPointer) -> Int {
    // SAFETY: no more is read than the text, and the table has an entry for each letter.
    unsafe pairs.withUnsafeBufferPointer { pairs in
      unsafe cbm_count_letters(
        text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count, pairs.baseAddress)
    }
  }
}
