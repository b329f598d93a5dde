import SurveyDefinition

/// The spellings that mean "left blank" in an id, a date or a text.
struct BlankSpellings: Sendable {
  private let folded: Set<String>
  /// For each byte, whether it is an ASCII letter that none of the spellings has.
  private let isForeign: [Bool]
  private let asciiFolded: [[UInt8]]
  /// No spelling is longer than this many bytes.
  let longest: Int

  init(_ spellings: [String]) {
    let some = spellings.map(LabelFolding.fold).filter { !$0.isEmpty }
    self.folded = Set(some)
    let letters = LabelFolding.asciiLetters(of: some)
    self.isForeign = (0...255).map { (byte: UInt8) in
      byte.isASCIILetter && !letters.contains(byte.asciiLowercased)
    }
    self.asciiFolded = Set(some).sorted().map { Array($0.utf8) }.filter { $0.allSatisfy(\.isASCII) }
    // NFC and lower case change a spelling's length by less than this factor.
    self.longest = (some.map(\.utf8.count).max() ?? 0) * 3
  }

  /// Whether the bytes are empty, only spaces and tabs, or one of the spellings.
  func contains(_ bytes: Span<UInt8>) -> Bool {
    // Most texts have a letter near their beginning that no spelling has.
    for index in bytes.indices where isForeign[Int(bytes[index])] { return false }
    let range = bytes.trimmedRange
    if range.isEmpty { return true }
    guard range.count <= longest else { return false }
    let label = bytes.extracting(range)
    for index in label.indices where !label[index].isASCII {
      return folded.contains(LabelFolding.fold(String(decodingLabel: label)))
    }
    for spelling in asciiFolded where spelling.count == label.count {
      var equal = true
      for index in label.indices where label[index].asciiLowercased != spelling[index] {
        equal = false
        break
      }
      if equal { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isASCII: Bool { self < 0x80 }

  fileprivate var isASCIILetter: Bool {
    asciiLowercased >= UInt8(ascii: "a") && asciiLowercased <= UInt8(ascii: "z")
  }

  fileprivate var asciiLowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}
