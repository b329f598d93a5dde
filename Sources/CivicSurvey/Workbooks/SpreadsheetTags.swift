import SurveyCSV

/// The tags of a spreadsheet that a program has written as XML, one after the other.
///
/// Text between tags, comments and the like are passed over. Memory is a block and the longest tag.
struct SpreadsheetTags: ~Copyable {
  /// What a tag does.
  enum Kind {
    case opens
    case closes
    /// It opens and closes at once.
    case stands
  }

  private static let blockSize = 256 << 10
  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")
  private static let slash = UInt8(ascii: "/")

  private var source: ByteSource
  private var block: [UInt8] = []
  private var place = 0
  /// The present tag, without its brackets and slashes.
  private(set) var tag: [UInt8] = []
  private(set) var kind = Kind.stands

  init(_ source: consuming ByteSource) {
    self.source = source
  }

  /// Goes to the next tag; false at the end.
  mutating func next() throws(ByteSourceError) -> Bool {
    while try skip(to: Self.less) {
      guard let first = try peek() else { return false }
      if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
        try passOver()
        continue
      }
      guard try readTag() else { return false }
      kind = .opens
      if tag.first == Self.slash {
        kind = .closes
        tag.removeFirst()
      } else if tag.last == Self.slash {
        kind = .stands
        tag.removeLast()
      }
      return true
    }
    return false
  }

  /// Whether the present tag has this name.
  func isNamed(_ name: StaticString) -> Bool {
    let end = tag.firstIndex(where: Self.isBlank) ?? tag.count
    return Self.equals(tag, 0..<end, name)
  }

  /// Calls `body` with the places of each attribute's name and value in ``tag``.
  func forEachAttribute(_ body: (Range<Int>, Range<Int>) -> Void) {
    var index = tag.firstIndex(where: Self.isBlank) ?? tag.count
    while true {
      while index < tag.count, Self.isBlank(tag[index]) { index += 1 }
      let name = index
      while index < tag.count, tag[index] != UInt8(ascii: "=") { index += 1 }
      let nameEnd = index
      index += 1
      guard index < tag.count else { return }
      let mark = tag[index]
      let value = index + 1
      index = value
      while index < tag.count, tag[index] != mark { index += 1 }
      guard index < tag.count else { return }
      body(name..<nameEnd, value..<index)
      index += 1
    }
  }

  /// The value of one attribute of the present tag, as it stands.
  func attribute(_ name: StaticString) -> Range<Int>? {
    var found: Range<Int>?
    forEachAttribute { if Self.equals(tag, $0, name) { found = $1 } }
    return found
  }

  static func equals(_ bytes: [UInt8], _ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    // SAFETY: a static text of one byte a character lives for ever and has this many bytes.
    return unsafe bytes[range].elementsEqual(
      UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  // MARK: - Bytes

  private mutating func fill() throws(ByteSourceError) -> Bool {
    guard place == block.count else { return true }
    block = try source.nextBytes(Self.blockSize)
    place = 0
    return !block.isEmpty
  }

  private mutating func peek() throws(ByteSourceError) -> UInt8? {
    try fill() ? block[place] : nil
  }

  /// Goes behind the next such byte; false where there is none.
  private mutating func skip(to byte: UInt8) throws(ByteSourceError) -> Bool {
    while try fill() {
      if let found = block[place...].firstIndex(of: byte) {
        place = found + 1
        return true
      }
      place = block.count
    }
    return false
  }

  /// Reads a tag up to its end; a bracket between quotes is none.
  private mutating func readTag() throws(ByteSourceError) -> Bool {
    tag.removeAll(keepingCapacity: true)
    var mark: UInt8?
    while try fill() {
      let start = place
      while place < block.count {
        let byte = block[place]
        if let open = mark {
          if byte == open { mark = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          mark = byte
        } else if byte == Self.greater {
          tag += block[start..<place]
          place += 1
          return true
        }
        place += 1
      }
      tag += block[start..<place]
    }
    return false
  }

  /// Goes behind a comment, a run of plain text, or an instruction.
  private mutating func passOver() throws(ByteSourceError) {
    var last: (UInt8, UInt8) = (0, 0)
    var head: [UInt8] = []
    while try fill() {
      let byte = block[place]
      place += 1
      if head.count < 3 { head.append(byte) }
      if byte == Self.greater {
        switch (head.count < 3 ? 0 : head[1], head.count < 3 ? 0 : head[2]) {
        case (UInt8(ascii: "-"), UInt8(ascii: "-")):
          if last == (UInt8(ascii: "-"), UInt8(ascii: "-")) { return }
        case (UInt8(ascii: "["), UInt8(ascii: "C")):
          if last == (UInt8(ascii: "]"), UInt8(ascii: "]")) { return }
        default: return
        }
      }
      last = (last.1, byte)
    }
  }
}
