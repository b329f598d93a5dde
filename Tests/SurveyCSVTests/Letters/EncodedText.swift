import Testing

@testable import SurveyCSV

/// Writes text in the encodings of single bytes, by their tables read backwards.
struct EncodedText {
  private let bytes: [String: [UInt8]]

  init(_ encoding: TextEncoding) throws {
    var bytes: [String: [UInt8]] = [:]
    if encoding != .utf8 {
      let table = try #require(ByteTable.of(encoding))
      for byte in 0...255 {
        if let scalar = ByteTable.scalar(table.entries[byte]) {
          bytes[String(scalar)] = [UInt8(byte)]
        }
      }
      for base in 0..<table.bases.count where table.bases[base] > 0 {
        for mark in 0..<table.marks.count where table.marks[mark] > 0 {
          let entry = table.pairs[32 * Int(table.bases[base]) + Int(table.marks[mark])]
          guard entry != 0, let letter = ByteTable.scalar(entry) else { continue }
          // Capitals have the marks that look like capitals.
          let isCapital = letter.properties.isUppercase
          if isCapital == (mark < 0xE0) { bytes[String(letter)] = [UInt8(base), UInt8(mark)] }
        }
      }
    }
    self.bytes = bytes
  }

  /// The bytes of a text; a letter that the encoding lacks is written small, with its tone behind it
  /// or, where it has none, as `?`.
  func encoded(_ text: String) -> [UInt8] {
    if bytes.isEmpty { return Array(text.utf8) }
    var result: [UInt8] = []
    for character in text { result += encoded(character) }
    return result
  }

  private func encoded(_ character: Character) -> [UInt8] {
    let composed = String(character)
    if let found = bytes[composed] { return found }
    if let found = bytes[composed.lowercased()] { return found }
    let parts = EncodedText.parts[composed]
    if let parts, let letter = bytes[parts.letter], let tone = bytes[parts.tone] {
      return letter + tone
    }
    return [UInt8(ascii: "?")]
  }

  /// Each letter with a tone, as the letter without it and the combining tone.
  private static let parts: [String: (letter: String, tone: String)] = {
    var parts: [String: (letter: String, tone: String)] = [:]
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
      for tone: Unicode.Scalar in ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"] {
        var text = String(letter)
        text.unicodeScalars.append(tone)
        // Characters are compared as equal however they are composed.
        parts[text] = (String(letter), String(tone))
      }
    }
    return parts
  }()
}
