/// How far a written time lies from universal time.
extension TimestampFormat {
  /// Reads `Z`, `UTC`, `GMT`, or an offset such as `+07:00`, `+0700`, `+07`, also behind one of the two
  /// words and then with one digit (`GMT+7`), in seconds; `nil` where there is none.
  static func zone(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "z") {
      index += 1
      return 0
    }
    let isNamed = skipUniversal(bytes, &index)
    guard index < bytes.count, let sign = sign(bytes[index]) else { return isNamed ? 0 : nil }
    index += 1
    guard let hours = number(bytes, &index, isNamed ? 1 : 2, 2), hours <= 18 else { return nil }
    let hasColon = index < bytes.count && bytes[index] == UInt8(ascii: ":")
    var next = hasColon ? index + 1 : index
    guard let minutes = number(bytes, &next, 2, 2) else {
      return hasColon ? nil : sign * hours * 3600
    }
    guard minutes < 60 else { return nil }
    index = next
    return sign * (hours * 3600 + minutes * 60)
  }

  private static func sign(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "+"): 1
    case UInt8(ascii: "-"): -1
    default: nil
    }
  }

  /// Steps over `UTC` or `GMT`, in any case.
  private static func skipUniversal(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index + 3 <= bytes.count else { return false }
    let letters = (bytes[index] | 0x20, bytes[index + 1] | 0x20, bytes[index + 2] | 0x20)
    guard
      letters == (UInt8(ascii: "u"), UInt8(ascii: "t"), UInt8(ascii: "c"))
        || letters == (UInt8(ascii: "g"), UInt8(ascii: "m"), UInt8(ascii: "t"))
    else { return false }
    index += 3
    return true
  }
}
