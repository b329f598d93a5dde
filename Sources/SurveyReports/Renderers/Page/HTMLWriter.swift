/// Builds HTML in which text stays text.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Appends markup as it is.
  mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Appends text: nothing in it is read as markup, in an element or in a quoted attribute.
  ///
  /// Control characters and marks that reorder what stands around them are left out.
  mutating func text(_ text: String) {
    let utf8 = Array(text.utf8)
    var place = 0
    while place < utf8.count {
      let byte = utf8[place]
      place += 1
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0x09, 0x0A: bytes.append(0x20)
      case 0..<0x20, 0x7F: break
      case 0xE2 where place + 1 < utf8.count && Self.reorders(utf8[place], utf8[place + 1]):
        place += 2
      default: bytes.append(byte)
      }
    }
  }

  /// Whether U+2000 and following with these last two bytes is a mark of direction: U+200E, U+200F,
  /// U+202A…U+202E, U+2066…U+2069.
  private static func reorders(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third)
    case 0x81: (0xA6...0xA9).contains(third)
    default: false
    }
  }

  /// Appends an element that holds text alone; `tag` may have attributes.
  mutating func element(_ tag: String, _ content: String) {
    raw("<\(tag)>")
    text(content)
    raw("</\(tag.prefix { $0 != " " })>")
  }

  /// Hands over what has been built, once there is enough of it.
  mutating func flush<Failure>(
    atLeast count: Int = 64 << 10, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard bytes.count >= count else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
