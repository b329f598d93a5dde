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
    return unsafe bytes[range].withUnsafeBufferPointer { text in
      var characters = 0
      var longOnes = 0
      unsafe cbm_count_characters(text.baseAddress, text.count, &characters, &longOnes)
      // A character of four bytes is two units.
      if encoding.isUTF16 { return 2 * (characters + longOnes) }
      return unsafe pairs.isEmpty ? characters : characters + pairCount(text)
    }
  }

  /// The letters that were two bytes.
  private func pairCount(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    // SAFETY: no more is read than the text, and the table has an entry for each letter.
    unsafe pairs.withUnsafeBufferPointer { pairs in
      unsafe cbm_count_letters(text.baseAddress, text.count, pairs.baseAddress)
    }
  }
}
