/// The names with which a header may begin, for a quick look at each record.
struct HeaderNames: Sendable {
  /// For each first byte of a name, in either case, the lengths that such a text may have, a bit
  /// each; the last bit stands for all that are longer.
  let lengths: [UInt64]
  /// The names by their first byte, ASCII letters in lower case.
  private let names: [UInt8: [[UInt8]]]

  /// A name may have so many spaces behind it.
  private static let spaces = 2
  private static let longestBit = 63

  init(_ names: Set<String>) {
    var lengths = [UInt64](repeating: 0, count: 256)
    var byFirst: [UInt8: [[UInt8]]] = [:]
    for name in Set(names.map { Self.lowered($0.utf8) }) {
      guard let first = name.first else { continue }
      byFirst[first, default: []].append(name)
      for length in name.count...name.count + Self.spaces {
        lengths[Int(first)] |= Self.bit(length)
      }
      if (0x61...0x7A).contains(first) { lengths[Int(first ^ 0x20)] = lengths[Int(first)] }
    }
    self.lengths = lengths
    self.names = byFirst
  }

  /// Whether there are any.
  var isEmpty: Bool { names.isEmpty }

  /// The bit of a text's length in ``lengths``.
  @inline(__always)
  static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, longestBit)) }

  /// Whether a text is a name, a few spaces behind it aside.
  func isName(_ text: Span<UInt8>) -> Bool {
    var count = text.count
    while count > 0, text.count - count < Self.spaces, text[count - 1] == 0x20 { count -= 1 }
    guard count > 0, let names = names[Self.lowered(text[0])] else { return false }
    return names.contains { name in
      guard name.count == count else { return false }
      for place in 0..<count where name[place] != Self.lowered(text[place]) { return false }
      return true
    }
  }

  /// Whether the first text on a line is a name.
  func mayBegin(_ line: Span<UInt8>, separator: UInt8) -> Bool {
    var start = 0
    func isBefore(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x22 || byte == separator
    }
    while start < line.count, isBefore(line[start]) { start += 1 }
    // Between quotes a separator belongs to the name.
    let isQuoted = start > 0 && line[start - 1] == 0x22
    var end = start
    while end < line.count, line[end] != 0x22, isQuoted || line[end] != separator { end += 1 }
    return isName(line.extracting(start..<end))
  }

  private static func lowered(_ text: String.UTF8View) -> [UInt8] { text.map(lowered) }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
