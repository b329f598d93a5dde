/// How many columns text takes in a terminal, and how it is cut and broken to fit.
///
/// Rules: a combining mark takes none, so Vietnamese is one column a letter composed or not; East
/// Asian wide characters and emoji take two (Unicode Standard Annex 11).
enum DisplayText {
  /// The columns that `text` takes.
  static func width(_ text: some StringProtocol) -> Int {
    plainWidth(text) ?? text.reduce(0) { $0 + width($1) }
  }

  /// The columns of text in which every scalar stands for itself and takes one: Latin letters,
  /// Vietnamese ones composed, digits, and the signs that figures are written with; `nil` of other
  /// text.
  private static func plainWidth(_ text: some StringProtocol) -> Int? {
    var columns = 0
    // The bytes that lead to the one at hand, if it ends no scalar.
    var first: UInt8 = 0
    var second: UInt8 = 0
    for byte in text.utf8 {
      switch (first, second) {
      case (0, _):
        switch byte {
        case 0x20...0x7E: columns += 1
        case 0xC2...0xCB, 0xE1, 0xE2: first = byte
        default: return nil
        }
      // U+00A0…U+02FF without the soft hyphen.
      case (0xC2, _) where byte < 0xA0 || byte == 0xAD: return nil
      case (..<0xE0, _):
        columns += 1
        first = 0
      // U+1E80…U+1EFF, and U+2010…U+2027.
      case (0xE1, 0) where byte == 0xBA || byte == 0xBB: second = byte
      case (0xE2, 0) where byte == 0x80: second = byte
      case (0xE2, 0): return nil
      case (0xE1, 0): return nil
      case (0xE2, _) where !(0x90...0xA7).contains(byte): return nil
      default:
        columns += 1
        (first, second) = (0, 0)
      }
    }
    return columns
  }

  /// The columns that one character, with its combining marks, takes.
  static func width(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      widest = max(widest, width(scalar))
    }
    return widest
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    switch scalar.value {
    case 0x1160...0x11FF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F1E6...0x1F1FF,
      0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// `text` on one line with nothing in it that could move, hide or reorder what stands around it.
  ///
  /// Line ends and tabs become spaces; other controls and invisible marks are spelled out
  /// (`[U+200B]`), since in a label they are often the reason why it was not recognised.
  static func plain(_ text: String) -> String {
    if plainWidth(text) != nil { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        result.append(" ")
      case "\u{200D}" where previous.map(canJoin) ?? false:
        result.append(scalar)
      default:
        if isInvisible(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
          result.append(contentsOf: "[U+\(zeros)\(digits)]".unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
      previous = scalar
    }
    return String(result)
  }

  /// Whether a joiner after `scalar` may be part of an emoji.
  private static func canJoin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || (scalar.value > 0xFF && scalar.properties.isEmoji)
      || (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  /// `text` in at most `columns`, its end replaced by `…` where it is longer.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = width(character)
      if used + next > columns - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// `text` followed or preceded by as many spaces as fill `columns`.
  static func pad(_ text: String, to columns: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, columns - width(text)))
    return right ? spaces + text : text + spaces
  }

  /// `text` broken between words into lines of at most `columns`.
  ///
  /// A longer word is broken where the line ends. A number stays with its sign (`≥ 85 %`, `p = 0,075`).
  /// Of more than `most` lines the last one ends with `…`. Never empty.
  static func wrap(_ text: String, to columns: Int, most: Int = .max) -> [String] {
    if let wide = plainWidth(text), wide <= columns, hasSingleSpaces(text) { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(text) {
      let wide = width(word)
      if used > 0, used + 1 + wide <= columns {
        line += " " + word
        used += 1 + wide
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let next = width(character)
        if used + next > columns, used > 0 {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += next
      }
    }
    lines.append(line)
    guard lines.count > most else { return lines }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return Array(lines[..<(most - 1)]) + [cut(rest, to: columns)]
  }

  /// Whether breaking `text` into words and joining them gives it again.
  private static func hasSingleSpaces(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte == UInt8(ascii: " "), previous == byte { return false }
      previous = byte
    }
    return text.isEmpty || previous != UInt8(ascii: " ")
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var glued = false
    for piece in text.split(separator: " ") {
      if glued || piece.first == "%", let last = words.popLast() {
        words.append(last + " " + piece)
      } else {
        words.append(String(piece))
      }
      glued = ["≥", "≤", "<", "=", "n", "p", ">"].contains(piece)
    }
    return words
  }
}
