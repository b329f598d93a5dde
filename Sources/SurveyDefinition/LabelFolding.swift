import Foundation

/// How labels and column names are compared: two that fold alike are one.
///
/// Only whole labels are ever compared: `KHÔNG HÀI LÒNG` contains `HÀI LÒNG` and means its contrary.
public enum LabelFolding {
  /// NFC, trimmed, inner white space collapsed to one space, in lower case.
  ///
  /// White space includes the no-break space and the byte order mark.
  public static func fold(_ text: String) -> String {
    if let folded = foldedASCII(text, lowercase: true) { return folded }
    // An emoji is the same with and without the mark that asks for its coloured form.
    let isPlain = !text.unicodeScalars.contains(where: isVariationSelector)
    let text = isPlain ? text : withoutVariationSelectors(text)
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

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0E}" || scalar == "\u{FE0F}"
  }

  private static func withoutVariationSelectors(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isVariationSelector(scalar) { plain.append(scalar) }
    return String(plain)
  }

  /// The same without the lower case: how a label is printed.
  public static func display(_ text: String) -> String {
    if let folded = foldedASCII(text, lowercase: false) { return folded }
    return collapsed(text.precomposedStringWithCanonicalMapping)
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

  /// The folded text if it is all ASCII, else `nil`.
  private static func foldedASCII(_ text: String, lowercase: Bool) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x20, 0x09...0x0D: pendingSpace = !folded.isEmpty
      default:
        if pendingSpace { folded.append(0x20) }
        pendingSpace = false
        let isUpper = lowercase && byte >= 0x41 && byte <= 0x5A
        folded.append(isUpper ? byte | 0x20 : byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func collapsed(_ text: String) -> String {
    var collapsed = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
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
