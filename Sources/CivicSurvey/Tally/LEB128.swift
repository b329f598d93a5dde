/// Whole numbers in as many bytes as they need: seven bits in each, the least significant first.
enum LEB128 {
  /// The most bytes of one number.
  static let longest = 10

  /// Hands over the bytes of a number, one after the other.
  @inline(__always)
  static func write(_ value: UInt64, to byte: (UInt8) -> Void) {
    var rest = value
    while rest >= 0x80 {
      byte(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    byte(UInt8(rest))
  }

  /// The number that the next bytes hold; `nil` if it has more than 64 bits.
  @inline(__always)
  static func read<Failure>(_ next: () throws(Failure) -> UInt8) throws(Failure) -> UInt64? {
    let first = try next()
    // Most numbers are small.
    if first < 0x80 { return UInt64(first) }
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while true {
      let byte = try next()
      guard shift < 63 || byte <= 1 else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
