import Foundation

/// How labels and column names are compared: two that fold alike are one.
///
/// Only whole labels are ever compared: `KHÔNG HÀI LÒNG` contains `HÀI LÒNG` and means its contrary.
public enum LabelFolding {
  /// NFC, trimmed, inner white space collapsed to one space, without what nobody sees, in lower case.
  ///
  /// White space includes the no-break space.
  public static func fold(_ text: String) -> String {
    if let folded = foldedPlain(text, lowercase: true) { return folded }
    // Before letters are composed: a mark may be kept from its letter by nothing else.
    let text = InvisibleScalars.removed(from: text, keepsForms: false)
    // Lowering can undo the composition of a few characters, so it is composed once more.
    let lowered = text.precomposedStringWithCanonicalMapping.lowercased()
    return collapsed(lowered.precomposedStringWithCanonicalMapping)
  }

  /// The folded text without diacritics and spaces, đ as d: how columns are found a second time.
  ///
  /// Never for labels, which differ by a tone alone.
  public static func bare(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in fold(text).decomposedStringWithCanonicalMapping.unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace || properties.generalCategory == .nonspacingMark { continue }
      bare.append(scalar == "đ" ? "d" : scalar)
    }
    return String(bare)
  }

  /// Running text with its letters composed, without what nobody sees; spaces and line ends stay.
  public static func composed(_ text: String) -> String {
    InvisibleScalars.removed(from: text, keepsForms: false).precomposedStringWithCanonicalMapping
  }

  /// The same without the lower case: how a label is printed.
  public static func display(_ text: String) -> String {
    if let folded = foldedPlain(text, lowercase: false) { return folded }
    let visible = InvisibleScalars.removed(from: text, keepsForms: true)
    return collapsed(visible.precomposedStringWithCanonicalMapping)
  }

  /// The ASCII letters that a text may be spelled with to fold like one of `labels`, in lower case.
  ///
  /// An ASCII letter of a text stays itself, or is composed with the marks behind it: so it is among
  /// the letters of the label's decomposition, or the text folds like none of them.
  public static func asciiLetters(of labels: [String]) -> Set<UInt8> {
    let letters = labels.flatMap { label in
      fold(label).decomposedStringWithCanonicalMapping.lowercased().utf8
    }
    return Set(letters.filter { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
  }

  /// The folded text if it is all ASCII and composed Vietnamese letters, which need no normalization;
  /// else `nil`.
  private static func foldedPlain(_ text: String, lowercase: Bool) -> String? {
    let text = text.utf8.span
    var isPlain = true
    // SAFETY: no letter becomes longer and no space comes twice, so there is room for the text.
    let folded = unsafe String(unsafeUninitializedCapacity: text.count) { folded in
      var count = 0
      var place = 0
      var pendingSpace = false
      func write(_ byte: UInt8) {
        unsafe folded[count] = byte
        count += 1
      }
      while place < text.count {
        let byte = text[place]
        place += 1
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          pendingSpace = count > 0
          continue
        }
        if pendingSpace { write(0x20) }
        pendingSpace = false
        switch byte {
        case 0x41...0x5A: write(lowercase ? byte | 0x20 : byte)
        case ..<0x80: write(byte)
        case 0xC3...0xC6:
          let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[place] & 0x3F)
          place += 1
          guard let letter = letter(scalar) else {
            isPlain = false
            return 0
          }
          let shown = lowercase ? letter : scalar
          write(0xC0 | UInt8(shown >> 6))
          write(0x80 | UInt8(shown & 0x3F))
        case 0xE1:
          let scalar = 0x1000 | UInt32(text[place] & 0x3F) << 6 | UInt32(text[place + 1] & 0x3F)
          place += 2
          guard let letter = letter(scalar) else {
            isPlain = false
            return 0
          }
          let shown = lowercase ? letter : scalar
          write(0xE1)
          write(0x80 | UInt8(shown >> 6 & 0x3F))
          write(0x80 | UInt8(shown & 0x3F))
        default:
          isPlain = false
          return 0
        }
      }
      return count
    }
    return isPlain ? folded : nil
  }

  /// The lower case of a Vietnamese or Western European letter that has one scalar; `nil` of others.
  private static func letter(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0xDF...0xF6, 0xF8...0xFF: scalar
    // Ă Đ Ĩ Ũ Ơ, each beside its small letter, and all with two marks.
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1EA0...0x1EF9:
      scalar | 1
    case 0x1AF, 0x1B0: 0x1B0
    default: nil
    }
  }

  private static func collapsed(_ text: String) -> String {
    var collapsed = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !collapsed.isEmpty
      } else {
        if pendingSpace { collapsed.append(" ") }
        pendingSpace = false
        collapsed.append(scalar)
      }
    }
    return String(collapsed)
  }
}
