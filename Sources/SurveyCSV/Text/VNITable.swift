/// VNI-Windows: which letters it has and how they are coded.
///
/// glibc has no such encoding. The table is that of two programs which agree in every entry: UniKey
/// (`ukengine/data.cpp`, `DoubleByteTables`, VNI-WIN) and xvnkb (`vni.h`). A letter is itself or a
/// base and a byte for its marks, which looks like a letter of Windows-1252 and comes in two forms,
/// for capitals and small letters, 0x20 apart; either is read behind either.
enum VNITable {
  /// Letters of one byte, small; capitals are 0x20 lower.
  static let singles: [(byte: UInt8, small: Character, capital: Character)] = [
    (0xF1, "đ", "Đ"), (0xF4, "ơ", "Ơ"), (0xF6, "ư", "Ư"),
    (0xED, "í", "Í"), (0xEC, "ì", "Ì"), (0xE6, "ỉ", "Ỉ"), (0xF3, "ĩ", "Ĩ"), (0xF2, "ị", "Ị"),
    (0xEE, "ỵ", "Ỵ"),
  ]

  /// The bytes for marks, small: acute, grave, hook, tilde and dot; then with a circumflex below
  /// them, the circumflex alone first; then likewise with a breve.
  static let marks: [UInt8] = [
    0xF9, 0xF8, 0xFB, 0xF5, 0xEF, 0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4, 0xEA, 0xE9, 0xE8, 0xFA, 0xFC,
    0xEB,
  ]

  /// For each base, what it is with each of the first marks; a space where there is no such letter.
  static let pairs: [(base: UInt8, letters: String)] = [
    (0x61, "áàảãạâấầẩẫậăắằẳẵặ"), (0x65, "éèẻẽẹêếềểễệ"), (0x6F, "óòỏõọôốồổỗộ"),
    (0x75, "úùủũụ"), (0x79, "ýỳỷỹ"), (0xF4, "ớờởỡợ"), (0xF6, "ứừửữự"),
    (0x41, "ÁÀẢÃẠÂẤẦẨẪẬĂẮẰẲẴẶ"), (0x45, "ÉÈẺẼẸÊẾỀỂỄỆ"), (0x4F, "ÓÒỎÕỌÔỐỒỔỖỘ"),
    (0x55, "ÚÙỦŨỤ"), (0x59, "ÝỲỶỸ"), (0xD4, "ỚỜỞỠỢ"), (0xD6, "ỨỪỬỮỰ"),
  ]
}
