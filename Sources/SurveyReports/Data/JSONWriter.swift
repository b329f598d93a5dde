/// Writes JSON member by member, pretty-printed with two spaces, into a buffer of bytes.
///
/// The format is a contract: key order is part of golden files, and an absent figure must be
/// written as `null`. Foundation's encoder gives neither.
struct JSONWriter {
  /// What has been written and not been taken away.
  private(set) var bytes: [UInt8] = []
  /// For each list or object that is open, how many items it has.
  private var itemCounts: [Int] = []
  private var isAfterKey = false

  // MARK: - Lists and objects

  mutating func beginArray() { begin("[") }
  mutating func endArray() { end("]") }
  mutating func beginObject() { begin("{") }
  mutating func endObject() { end("}") }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    beginItem()
    bytes.append(UInt8(ascii: bracket))
    itemCounts.append(0)
  }

  private mutating func end(_ bracket: Unicode.Scalar) {
    if itemCounts.removeLast() > 0 { endLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<itemCounts.count * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func beginItem() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let count = itemCounts.last else { return }
    if count > 0 { bytes.append(UInt8(ascii: ",")) }
    itemCounts[itemCounts.count - 1] = count + 1
    endLine()
  }

  /// The name of an object's next member.
  mutating func key(_ name: String) {
    beginItem()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
    isAfterKey = true
  }

  // MARK: - Values

  mutating func null() { raw("null") }

  mutating func write(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func write(_ value: Int) {
    beginItem()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The shortest text that reads back to the same number; `null` unless finite.
  mutating func write(_ value: Double) { raw(value.isFinite ? value.description : "null") }

  mutating func write(_ text: String) {
    beginItem()
    quote(text)
  }

  mutating func write(_ text: String?) {
    if let text { write(text) } else { null() }
  }

  mutating func write(_ value: Double?) {
    if let value { write(value) } else { null() }
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): write(value)
    case .int(let value): write(value)
    case .number(let value): write(value)
    case .string(let text): write(text)
    case .array(let items):
      beginArray()
      for item in items { write(item) }
      endArray()
    case .object(let members):
      beginObject()
      for (name, value) in members { member(name, value) }
      endObject()
    }
  }

  // MARK: - Members

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    write(value)
  }

  mutating func member(_ name: String, _ value: Double?) {
    key(name)
    write(value)
  }

  mutating func member(_ name: String, _ text: String?) {
    key(name)
    write(text)
  }

  mutating func member(_ name: String, _ value: JSONValue) {
    key(name)
    write(value)
  }

  // MARK: - Bytes

  /// Hands over what has been written, if it is at least `count` bytes.
  mutating func flush<Failure>(
    atLeast count: Int = 64 << 10, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard bytes.count >= count else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Ends the last line.
  mutating func finish() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func raw(_ text: String) {
    beginItem()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    // Looked for where it lies in one piece; almost no text needs an escape.
    if bytes[start...].contains(where: Self.mayNeedEscape) {
      bytes.removeLast(bytes.count - start)
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte needs an escape, or begins a scalar that may.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || HiddenScalar.mayBegin(with: byte)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    default:
      // Controls must be escaped; the others would change how the line reads in an editor.
      if HiddenScalar(scalar) != nil {
        bytes.append(contentsOf: Self.escape(scalar).utf8)
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Every scalar that needs an escape lies in the basic plane, so one `\u` is enough.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension JSONValue {
  /// Pretty-printed with two spaces, ending with a line feed.
  func serialized() -> String {
    var writer = JSONWriter()
    writer.write(self)
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
