/// Writes numbers and texts in one way only: whole numbers as LEB128, texts with their length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) {
    LEB128.write(value) { bytes.append($0) }
  }

  mutating func write(_ value: Int) { write(UInt64(value)) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += Array(text.utf8)
  }

  mutating func write(_ raw: [UInt8]) {
    write(raw.count)
    bytes += raw
  }

  /// Eight bytes, least significant first.
  mutating func writeFixed(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }

  mutating func append(_ raw: [UInt8]) { bytes += raw }
}

/// Reads what ``ByteWriter`` writes; whatever does not fit is ``TallyDamage``.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func byte() throws(TallyDamage) -> UInt8 {
    guard position < bytes.endIndex else { throw TallyDamage() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(TallyDamage) -> UInt64 {
    let value = try LEB128.read { () throws(TallyDamage) in try byte() }
    guard let value else { throw TallyDamage() }
    return value
  }

  /// A whole number that is at most `limit`.
  mutating func count(upTo limit: Int = Int.max) throws(TallyDamage) -> Int {
    guard let value = Int(exactly: try number()), value <= limit else { throw TallyDamage() }
    return value
  }

  /// The number of items that follow, each of at least one byte.
  mutating func length() throws(TallyDamage) -> Int {
    try count(upTo: bytes.endIndex - position)
  }

  mutating func raw() throws(TallyDamage) -> ArraySlice<UInt8> {
    let count = try length()
    return try raw(count)
  }

  mutating func raw(_ count: Int) throws(TallyDamage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw TallyDamage() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func text() throws(TallyDamage) -> String {
    guard let text = String(validating: try raw(), as: UTF8.self) else { throw TallyDamage() }
    return text
  }

  mutating func fixed() throws(TallyDamage) -> UInt64 {
    var value: UInt64 = 0
    for (index, byte) in try raw(8).enumerated() { value |= UInt64(byte) << UInt64(index * 8) }
    return value
  }
}

/// Thrown where a tally file is not what its format says.
struct TallyDamage: Error {}
