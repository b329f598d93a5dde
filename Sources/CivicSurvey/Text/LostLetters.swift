import SurveyCSV
import SurveyDefinition

/// Tells text whose letters were lost when it was saved, which no encoding brings back.
///
/// A code page without Vietnamese leaves `?` or `_` in a letter's place, Ð for Đ, or U+FFFD. A `?`
/// or `_` counts only where some letter in its place would make a syllable: so neither a question's
/// mark nor an identifier's bar does.
enum LostLetters {
  /// Whether letters of a text are lost.
  static func isDamaged(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: isSuspect) else { return false }
    let isIdentifier = text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 }
    let scalars = Array(text.unicodeScalars)
    var token: [Unicode.Scalar] = []
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\u{FFFD}" || scalar == "\u{D0}" || scalar == "\u{F0}" { return true }
      if isPart(scalar) { token.append(scalar) }
      if place == scalars.count - 1 || !isPart(scalar) {
        if hasLost(token, isIdentifier: isIdentifier) { return true }
        token.removeAll(keepingCapacity: true)
      }
    }
    return false
  }

  private static func isSuspect(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "?", "_", "\u{D0}", "\u{F0}", "\u{FFFD}": true
    default: false
    }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "?" || scalar == "_" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func hasLost(_ token: [Unicode.Scalar], isIdentifier: Bool) -> Bool {
    guard token.contains(where: \.properties.isAlphabetic) else { return false }
    // A mark at the end is more likely a question's.
    let isQuestion = token.dropLast().contains("?")
    let isBar = !isIdentifier && token.dropFirst().dropLast().contains("_")
    guard isQuestion || isBar else { return false }
    return VietnameseSyllable.isPossible(
      token.map { $0 == "?" || $0 == "_" ? nil : $0 })
  }
}

/// Tells codes that a spreadsheet took for numbers or dates.
struct DamagedCodes {
  /// Whole numbers among the known labels that begin with zeros, without these.
  private let unpadded: Set<String>
  /// Whether a known label looks like a day or a month: 1-5, 3/4.
  private let hasDayLike: Bool

  /// - Parameter known: The labels that a column may have.
  init(known: [String] = []) {
    unpadded = Set(
      known.filter { $0.hasPrefix("0") && Self.isNumber($0[...], digits: 1...20) }
        .map { String($0.drop { $0 == "0" }) })
    hasDayLike = known.contains { Self.dayParts($0)?.count == 2 }
  }

  /// Whether a label that is not known is a code that has been damaged.
  func isDamaged(_ label: String) -> Bool {
    if Self.isScientific(label) || unpadded.contains(label) { return true }
    return hasDayLike && Self.isDay(label)
  }

  /// Whether the bytes of an id are a number that has lost digits: 2.05E+11, and 2.05e+11 as other
  /// programs write it.
  static func isDamagedNumber(_ id: [UInt8]) -> Bool {
    guard id.count <= 30, id.count >= 5, let text = String(validating: id, as: UTF8.self) else {
      return false
    }
    // Where no digit follows a point, none was lost by a program that writes a small letter: 1e+05.
    let hasPoint = id[1] == 0x2E || id[1] == 0x2C
    return isScientific(hasPoint ? text.replacing("e", with: "E") : text)
  }

  /// Whether a text is a number as spreadsheets shorten it: 2.05E+11.
  static func isScientific(_ text: String) -> Bool {
    guard text.utf8.contains(0x45) else { return false }
    let parts = text.split(separator: "E+", omittingEmptySubsequences: false)
    guard parts.count == 2, isNumber(parts[1], digits: 2...3), let first = parts[0].first,
      isNumber(String(first)[...], digits: 1...1)
    else { return false }
    let rest = parts[0].dropFirst()
    guard let point = rest.first else { return true }
    return (point == "." || point == ",") && isNumber(rest.dropFirst(), digits: 1...20)
  }

  /// Whether a text is a day as spreadsheets write what they take for one: 1/5/2025, 05-Jan.
  private static func isDay(_ text: String) -> Bool {
    guard text.utf8.count <= 10 else { return false }
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    if parts.count == 3 {
      return isNumber(parts[0], digits: 1...2) && isNumber(parts[1], digits: 1...2)
        && isNumber(parts[2], digits: 2...4)
    }
    guard parts.count == 2, isNumber(parts[0], digits: 1...2) else { return false }
    let month = parts[1]
    if month.hasPrefix("Thg") { return isNumber(month.dropFirst(3), digits: 1...2) }
    return month.utf8.count == 3 && month.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// The parts of what a spreadsheet would take for a day.
  private static func dayParts(_ text: String) -> [Substring]? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    return parts.allSatisfy { isNumber($0, digits: 1...2) } ? parts : nil
  }

  private static func isNumber(_ text: Substring, digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
