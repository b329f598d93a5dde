/// How many responses a record stands for.
enum Frequency {
  /// More than this in one record is taken for a mistake: 10⁹.
  static let largest = 1_000_000_000
  /// The stand-in for a count that cannot be read; such a record is never accepted.
  static let unknown = -1

  /// Reads a whole number, 0 or more; `nil` for anything else.
  static func read(_ digits: Span<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    var value = 0
    for index in digits.indices {
      let byte = digits[index]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value <= largest ? value : nil
  }
}
