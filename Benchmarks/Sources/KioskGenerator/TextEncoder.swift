/// Codes UTF-8 text anew, as old Vietnamese systems and Excel do.
///
/// The tables are written here a second time, apart from those that read, so that neither can hide a
/// mistake of the other.
struct TextEncoder {
  private let encoding: KioskEncoding
  private var codes: [Unicode.Scalar: Bytes] = [:]

  init(_ encoding: KioskEncoding) {
    self.encoding = encoding
    switch encoding {
    case .tcvn3: addTCVN3()
    case .vni: addVNI()
    case .windows1258: addWindows1258()
    case .windows1252: addWindows1252()
    case .utf8, .utf8BOM, .utf16LE, .utf16BE: break
    }
  }

  /// The bytes of whole characters; `?` stands for what the encoding lacks.
  func encode(_ text: Bytes) -> Bytes {
    switch encoding {
    case .utf8, .utf8BOM: return text
    case .utf16LE, .utf16BE:
      return String(decoding: text, as: UTF8.self).utf16.flatMap { unit in
        let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        return encoding == .utf16LE ? bytes : bytes.reversed()
      }
    default:
      return String(decoding: text, as: UTF8.self).unicodeScalars.flatMap { scalar in
        scalar.isASCII ? [UInt8(scalar.value)] : codes[scalar] ?? [UInt8(ascii: "?")]
      }
    }
  }

  private mutating func add(_ letters: String, _ bytes: [UInt8]) {
    for (letter, byte) in zip(letters.unicodeScalars, bytes) { codes[letter] = [byte] }
  }

  private func capital(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
  }

  /// TCVN 5712:1993, VN3: capitals with tones are small letters in another font.
  private mutating func addTCVN3() {
    add("ăâêôơưđ", Array(0xA8...0xAE))
    add("àảãáạ", Array(0xB5...0xB9))
    add("ằẳẵắ", Array(0xBB...0xBE))
    add("ặầẩẫấậè", Array(0xC6...0xCC))
    add("ẻẽéẹềểễếệìỉ", Array(0xCE...0xD8))
    add("ĩíịò", Array(0xDC...0xDF))
    add("ỏõóọồổỗốộờởỡớợù", Array(0xE1...0xEF))
    add("ủũúụừửữứựỳỷỹýỵ", Array(0xF1...0xFE))
    for (letter, code) in codes { codes[capital(letter)] = code }
    add("ĂÂÊÔƠƯĐ", Array(0xA1...0xA7))
  }

  private mutating func addVNI() {
    add("đơưíìỉĩịỵ", [0xF1, 0xF4, 0xF6, 0xED, 0xEC, 0xE6, 0xF3, 0xF2, 0xEE])
    let tones: [UInt8] = [0xF9, 0xF8, 0xFB, 0xF5, 0xEF]
    let rows: [(base: UInt8, letters: String, marks: [UInt8])] = [
      (0x61, "áàảãạ", tones), (0x65, "éèẻẽẹ", tones), (0x6F, "óòỏõọ", tones),
      (0x75, "úùủũụ", tones), (0x79, "ýỳỷỹ", tones), (0xF4, "ớờởỡợ", tones),
      (0xF6, "ứừửữự", tones), (0x61, "âấầẩẫậ", [0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4]),
      (0x65, "êếềểễệ", [0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4]),
      (0x6F, "ôốồổỗộ", [0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4]),
      (0x61, "ăắằẳẵặ", [0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB]),
    ]
    for row in rows {
      for (letter, mark) in zip(row.letters.unicodeScalars, row.marks) {
        codes[letter] = [row.base, mark]
      }
    }
    for (letter, code) in codes { codes[capital(letter)] = code.map { $0 - 0x20 } }
  }

  /// As the Vietnamese keyboard of Windows types: a letter, then its tone.
  private mutating func addWindows1258() {
    add("ăâđêôơư", [0xE3, 0xE2, 0xF0, 0xEA, 0xF4, 0xF5, 0xFD])
    for (letter, code) in codes { codes[capital(letter)] = code.map { $0 - 0x20 } }
    let tones: [UInt8] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ]
    for row in rows.map({ Array($0.unicodeScalars) }) {
      for (letter, tone) in zip(row.dropFirst(), tones) {
        codes[letter] = (codes[row[0]] ?? [UInt8(row[0].value)]) + [tone]
        codes[capital(letter)] =
          (codes[capital(row[0])] ?? [UInt8(row[0].value - 0x20)]) + [tone]
      }
    }
  }

  /// As Excel saves "CSV (Comma delimited)" on a Western machine: what is lost is lost.
  private mutating func addWindows1252() {
    for code in UInt8(0xC0)...0xFF { codes[Unicode.Scalar(code)] = [code] }
    add("ĐđĂăĨĩŨũƠơƯư", [0xD0] + Array("dAaIiUuOoUu".utf8))
  }
}
