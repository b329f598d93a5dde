/// A character that is not seen but changes how the text around it is read.
///
/// JSON spells all of them out; HTML leaves out those that no reader of a page can want.
enum HiddenScalar {
  /// A control character: U+0000…U+001F, U+007F…U+009F.
  case control
  /// A mark that reorders what stands around it: U+061C, U+200E, U+200F, U+202A…U+202E, U+2066…U+2069.
  case direction
  /// A line or paragraph separator, which ends a line in JavaScript: U+2028, U+2029.
  case lineEnd
  /// A space or joiner without width, or a byte order mark: U+200B…U+200D, U+FEFF.
  case zeroWidth

  /// What a scalar is; `nil` for all that are seen.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: self = .control
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .direction
    case 0x2028, 0x2029: self = .lineEnd
    case 0x200B...0x200D, 0xFEFF: self = .zeroWidth
    default: return nil
    }
  }

  /// Whether a byte of UTF-8 is, or may begin, a hidden scalar.
  static func mayBegin(with byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }
}
