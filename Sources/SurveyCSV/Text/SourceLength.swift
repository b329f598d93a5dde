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
    var characters = 0
    var long = 0
    let text = bytes.span.extracting(range)
    for position in text.indices {
      let byte = text[position]
      // Every byte but those that continue a character.
      characters += Int8(bitPattern: byte) >= -64 ? 1 : 0
      long += byte >= 0xF0 ? 1 : 0
    }
    if encoding.isUTF16 { return 2 * (characters + long) }
    return pairs.isEmpty ? characters : characters + pairCount(text)
  }

  private func pairCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    for position in text.indices where text[position] >= 0xC3 && text[position] <= 0xE1 {
      let lead = Int(text[position])
      if lead == 0xE1, position + 2 < text.count {
        let value = Int(text[position + 1] & 0x3F) << 6 | Int(text[position + 2] & 0x3F)
        count += pairs[0x1000 | value] ? 1 : 0
      } else if lead <= 0xDF, position + 1 < text.count {
        count += pairs[(lead & 0x1F) << 6 | Int(text[position + 1] & 0x3F)] ? 1 : 0
      }
    }
    return count
  }
}
