/// What each byte of an encoding stands for, in UTF-8, and for VNI also each pair.
struct ByteTable: Sendable {
  /// Up to three bytes of UTF-8, the first one lowest, and their number in the top byte.
  ///
  /// A byte that stands for nothing is 0xFF, which no UTF-8 text has.
  private(set) var entries: [UInt32]
  /// For each byte, its number among the bases from 1 on; all 0 where there are no pairs.
  private(set) var bases: [UInt8] = Array(repeating: 0, count: 256)
  /// For each byte, its number among the marks from 1 on.
  private(set) var marks: [UInt8] = Array(repeating: 0, count: 256)
  /// For base *b* and mark *m* at 32 *b* + *m* the letter that they are, 0 where they are none.
  private(set) var pairs: [UInt32] = []

  static let bad: UInt32 = 1 << 24 | 0xFF

  /// The table of an encoding of single bytes.
  ///
  /// - Returns: `nil` where glibc lacks what the table is made from.
  static func of(_ encoding: TextEncoding) -> ByteTable? {
    switch encoding {
    case .windows1258: tables.windows1258
    case .windows1252: tables.windows1252
    case .tcvn3: tables.tcvn3
    case .tcvn5712: tables.tcvn5712
    case .vni: tables.vni
    case .utf8, .utf16LE, .utf16BE: nil
    }
  }

  private static let tables = (
    windows1258: ByteTable(iconv: "CP1258"), windows1252: ByteTable(iconv: "CP1252"),
    tcvn3: tcvn3(), tcvn5712: ByteTable(iconv: "TCVN5712-1", withControls: true), vni: vni()
  )

  /// What `iconv` makes of each byte alone: combining marks stay apart from their letters.
  ///
  /// - Parameter withControls: Whether control characters may be letters.
  private init?(iconv name: String, withControls: Bool = false) {
    guard let iconv = Iconv(from: name) else { return nil }
    entries = (0...255).map { byte in
      (withControls && byte < 0x20) || byte >= 0x80
        ? Self.packed(iconv.text(of: UInt8(byte))) : Self.packed([UInt8(byte)])
    }
  }

  /// TCVN3 is the upper half of glibc's TCVN 5712-1; there the capitals with tones take the places of
  /// control characters and of the punctuation of Windows, which the fonts leave to those.
  private static func tcvn3() -> ByteTable? {
    guard var table = ByteTable(iconv: "TCVN5712-1"), let western = ByteTable(iconv: "CP1252")
    else { return nil }
    for byte in 0x80..<0xA0 { table.entries[byte] = western.signs(byte) }
    return table
  }

  private static func vni() -> ByteTable? {
    guard var table = ByteTable(iconv: "CP1252") else { return nil }
    // What is no letter of VNI's is as in Windows-1252, if it is no letter there.
    for byte in 0x80...0xFF { table.entries[byte] = table.signs(byte) }
    for single in VNITable.singles {
      table.entries[Int(single.byte)] = packed(Array(String(single.small).utf8))
      table.entries[Int(single.byte) - 0x20] = packed(Array(String(single.capital).utf8))
    }
    for (index, mark) in VNITable.marks.enumerated() {
      table.marks[Int(mark)] = UInt8(index + 1)
      table.marks[Int(mark) - 0x20] = UInt8(index + 1)
    }
    table.pairs = Array(repeating: 0, count: 32 * (VNITable.pairs.count + 1))
    for (index, pair) in VNITable.pairs.enumerated() {
      table.bases[Int(pair.base)] = UInt8(index + 1)
      for (mark, letter) in pair.letters.enumerated() {
        table.pairs[32 * (index + 1) + mark + 1] = packed(Array(String(letter).utf8))
      }
    }
    return table
  }

  /// The entry of a byte that stands for a sign; that for nothing where it stands for a letter.
  private func signs(_ byte: Int) -> UInt32 {
    guard let scalar = Self.scalar(entries[byte]), !scalar.properties.isAlphabetic else {
      return Self.bad
    }
    return entries[byte]
  }

  private static func packed(_ utf8: [UInt8]) -> UInt32 {
    guard (1...3).contains(utf8.count) else { return bad }
    var entry = UInt32(utf8.count) << 24
    for (index, byte) in utf8.enumerated() { entry |= UInt32(byte) << UInt32(8 * index) }
    return entry
  }

  /// The character of an entry; `nil` for a byte that stands for nothing.
  static func scalar(_ entry: UInt32) -> Unicode.Scalar? {
    let bytes = (0..<entry >> 24).map { UInt8(truncatingIfNeeded: entry >> (8 * $0)) }
    return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }
}
