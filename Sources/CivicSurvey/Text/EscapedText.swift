/// Text of bytes that may be no text: what is not UTF-8 stands as `\xHH`, `\` is doubled.
///
/// Bytes that are valid UTF-8 come back unchanged.
enum EscapedText {
  static func text(of bytes: some Collection<UInt8>) -> String {
    let all = Array(bytes)
    if let valid = String(validating: all, as: UTF8.self) { return valid }
    return escaped(all)
  }

  /// The escaped form, whether or not the bytes are valid.
  static func escaped(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let length = Self.validLength(bytes, at: position)
      if length == 0 {
        let digits = Array("0123456789ABCDEF".utf8)
        let byte = bytes[position]
        result += Array("\\x".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        position += 1
      } else {
        if bytes[position] == UInt8(ascii: "\\") { result.append(UInt8(ascii: "\\")) }
        result += bytes[position..<position + length]
        position += length
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes that were escaped; what is no escape stays.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    guard text.contains(backslash) else { return text }
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      let rest = text[position...]
      if rest.starts(with: [backslash, backslash]) {
        result.append(backslash)
        position += 2
      } else if rest.starts(with: "\\x".utf8), rest.count >= 4,
        let digits = String(validating: rest.dropFirst(2).prefix(2), as: UTF8.self),
        digits.allSatisfy(\.isHexDigit), let byte = UInt8(digits, radix: 16)
      {
        result.append(byte)
        position += 4
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// The length of the valid scalar at `position`; 0 if there is none.
  private static func validLength(_ bytes: [UInt8], at position: Int) -> Int {
    let length =
      switch bytes[position] {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, position + length <= bytes.count else { return 0 }
    let scalar = bytes[position..<position + length]
    return String(validating: scalar, as: UTF8.self) == nil ? 0 : length
  }
}
