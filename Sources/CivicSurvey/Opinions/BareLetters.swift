import SurveyDefinition

/// Words without their diacritics, by a table of Latin letters.
enum BareLetters {
  /// The letters of Western Europe and Vietnam: U+00C0…U+024F, then U+1EA0…U+1EF9.
  private static let table: [Unicode.Scalar?] = (Array(0xC0...0x24F) + Array(0x1EA0...0x1EF9)).map {
    (value: UInt32) -> Unicode.Scalar? in
    let bare = Unicode.Scalar(value).map { LabelFolding.bare(String($0)).unicodeScalars }
    return bare?.count == 1 ? bare?.first : nil
  }

  /// A word in lower case without diacritics.
  static func bare(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
    var bare = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case ..<0x80: bare.append(scalar)
      case 0xC0...0x24F: bare.append(table[Int(scalar.value) - 0xC0] ?? scalar)
      case 0x1EA0...0x1EF9: bare.append(table[Int(scalar.value) - 0x1EA0 + 0x190] ?? scalar)
      // A mark that no letter is composed with, and other scripts.
      default: return LabelFolding.bare(word)
      }
    }
    return String(bare)
  }
}
