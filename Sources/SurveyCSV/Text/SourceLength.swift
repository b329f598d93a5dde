/// How many bytes of a source a stretch of decoded text was made from.
struct SourceLength: Sendable {
  private let encoding: TextEncoding
  /// The letters of two bytes, by scalar value; empty where there are none.
  private let pairs: [Bool]

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    guard let table = ByteTable.of(encoding), !table.pairs.isEmpty else {
      pairs = []
      return
    }
    var pairs = [Bool](repeating: false, count: 0x2000)
    for entry in table.pairs where entry != 0 {
      if let scalar = ByteTable.scalar(entry) { pairs[Int(scalar.value)] = true }
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
    var count = 0
    var position = 0
    // SAFETY: every position read lies below the count; a value has at most 13 bits, for which the
    // table has places.
    unsafe pairs.withUnsafeBufferPointer { pairs in
      while position < text.count {
        if position + 8 <= text.count {
          let word = UInt64(
            littleEndian: unsafe text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
          let high = word & 0x8080_8080_8080_8080
          position += high == 0 ? 8 : high.trailingZeroBitCount / 8
          if high == 0 { continue }
        }
        let lead = unsafe Int(text[position])
        if lead == 0xE1, position + 2 < text.count {
          let value = unsafe Int(text[position + 1] & 0x3F) << 6 | Int(text[position + 2] & 0x3F)
          count += unsafe pairs[0x1000 | value] ? 1 : 0
          position += 3
        } else if lead >= 0xC3, lead <= 0xDF, position + 1 < text.count {
          let value = unsafe (lead & 0x1F) << 6 | Int(text[position + 1] & 0x3F)
          count += unsafe pairs[value] ? 1 : 0
          position += 2
        } else {
          position += 1
        }
      }
    }
    return count
  }
}
