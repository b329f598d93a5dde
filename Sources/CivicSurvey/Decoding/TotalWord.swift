import SurveyDefinition

/// The word for a total or an average that one cell begins with, and what stands behind it.
struct TotalWord {
  /// What stands behind the word.
  enum Rest: Equatable {
    /// Nothing, or numbers and words for what was counted.
    case numbers([Int])
    /// A colon and a group's name.
    case labelled
    /// What may be a group's name.
    case name(String)
  }

  let isAverage: Bool
  let rest: Rest

  /// Words for a total, folded; one that begins with another stands before it.
  private static let totals = [
    "tổng cộng", "tổng số", "tổng", "cộng dồn", "cộng", "grand total", "subtotal", "sub-total",
    "sub total", "total", "sum",
  ]
  /// Words for an average, likewise.
  private static let averages = [
    "trung bình cộng", "trung bình", "bình quân", "average", "mean",
  ]
  /// What may be said to be counted, folded.
  private static let counted: Set = [
    "số", "phiếu", "lượt", "đánh", "giá", "trả", "lời", "hồ", "sơ", "chung", "responses",
    "records", "rows",
  ]
  /// No cell with such a word is longer, in bytes.
  static let longest = 64

  /// The word at the beginning of a folded text.
  init?(_ text: String) {
    func find(_ words: [String]) -> String? {
      words.first { word in
        guard text.hasPrefix(word) else { return false }
        let next = text.dropFirst(word.count).first
        return next == nil || next == " " || next == ":" || next == "="
      }
    }
    let total = find(Self.totals)
    guard let word = total ?? find(Self.averages) else { return nil }
    isAverage = total == nil
    let rest = text.dropFirst(word.count)
    var numbers: [Int] = []
    for part in rest.split(whereSeparator: { " :=".contains($0) }) {
      guard LineNumber.isNumber(part) || Self.counted.contains(String(part)) else {
        self.rest =
          rest.first == ":" ? .labelled : .name(String(rest.drop { " =".contains($0) }))
        return
      }
      if let count = LineNumber.count(part) { numbers.append(count) }
    }
    self.rest = .numbers(numbers)
  }

  /// Whether a text of these first bytes and this length may be such a word.
  static func mayBegin(_ first: UInt8, _ second: UInt8, count: Int) -> Bool {
    guard count <= longest else { return false }
    // Behind a letter with a mark stands its second byte, or the mark itself behind the plain letter.
    switch first | 0x20 {
    case UInt8(ascii: "t"): return second == 0xE1 || isOne(second, of: "or")
    case UInt8(ascii: "c"): return second == 0xE1 || isOne(second, of: "o")
    case UInt8(ascii: "g"): return isOne(second, of: "r")
    case UInt8(ascii: "s"): return isOne(second, of: "u")
    case UInt8(ascii: "b"): return second == 0xC3 || isOne(second, of: "i")
    case UInt8(ascii: "a"): return isOne(second, of: "v")
    case UInt8(ascii: "m"): return isOne(second, of: "e")
    default: return false
    }
  }

  private static func isOne(_ byte: UInt8, of letters: StaticString) -> Bool {
    byte < 0x80 && letters.description.utf8.contains(byte | 0x20)
  }
}

/// Numbers as people write them on lines between responses.
enum LineNumber {
  /// Whether a text is nothing but a number, with separators, a sign or a percent sign.
  static func isNumber(_ text: Substring) -> Bool {
    text.contains(where: \.isASCIIDigit)
      && text.allSatisfy { $0.isASCIIDigit || ".,% \u{A0}-".contains($0) }
  }

  /// A whole number, with or without separators of thousands.
  static func count(_ text: Substring) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { ". ,\u{A0}".contains($0) }
    guard let first = parts.first, !first.isEmpty,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      parts.count == 1 || first.count <= 3 && parts.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Int(parts.joined())
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
