// A quick look at how a record's texts begin.
extension RecordBatch {
  /// How a text begins, without the spaces before it.
  package struct TextStart: Sendable {
    package let first: UInt8
    /// 0 behind a text of one byte.
    package let second: UInt8
    /// The bytes to its end, spaces there among them.
    package let count: Int

    package init(first: UInt8, second: UInt8, count: Int) {
      self.first = first
      self.second = second
      self.count = count
    }
  }

  /// The first value of a record that is neither empty nor begins like a number.
  package func firstText(of record: Int) -> TextStart? {
    for column in 0..<width {
      if let text = text(record: record, column: column), !Self.beginsNumber(text.first) {
        return text
      }
    }
    return nil
  }

  /// How one value begins; `nil` where it is empty or only spaces.
  package func text(record: Int, column: Int) -> TextStart? {
    let range = rawRange(record: record, column: column)
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x22 { start += 1 }
    guard start < range.upperBound else { return nil }
    let second = start + 1 < range.upperBound ? bytes[start + 1] : 0
    return TextStart(first: bytes[start], second: second, count: range.upperBound - start)
  }

  /// Whether a number may begin with a byte.
  package static func beginsNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2C || byte == 0x2B
  }
}
