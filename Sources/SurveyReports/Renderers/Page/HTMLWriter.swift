/// Builds HTML in which text stays text.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Appends markup as it is.
  mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Appends text: nothing in it is read as markup, in an element or in a quoted attribute.
  ///
  /// Ends of lines and tabs become spaces; other control characters and marks that reorder what stands
  /// around them are left out.
  mutating func text(_ text: String) {
    guard text.utf8.contains(where: HiddenScalar.mayBegin) else {
      for byte in text.utf8 { append(byte) }
      return
    }
    for scalar in text.unicodeScalars {
      switch HiddenScalar(scalar) {
      case .control where scalar == "\t" || scalar == "\n", .lineEnd:
        bytes.append(UInt8(ascii: " "))
      case .control, .direction: break
      case .zeroWidth, nil:
        for byte in String(scalar).utf8 { append(byte) }
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
    default: bytes.append(byte)
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
