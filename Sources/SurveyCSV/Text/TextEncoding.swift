/// How a source codes its text.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, which is also what ASCII is.
  case utf8 = "UTF-8"
  /// UTF-16, the low byte first.
  case utf16LE = "UTF-16LE"
  /// UTF-16, the high byte first.
  case utf16BE = "UTF-16BE"
  /// The Vietnamese code page of Windows: letters and combining tones.
  case windows1258 = "Windows-1258"
  /// TCVN 5712:1993 as the fonts `.VnTime` draw it, also called ABC.
  case tcvn3 = "TCVN3"
  /// TCVN 5712:1993, VN1: capitals with tones of their own, some at the places of control characters.
  case tcvn5712 = "TCVN5712-1"
  /// The encoding of the fonts `VNI-…`: a letter and a byte for its marks.
  case vni = "VNI-Windows"
  /// The Western code page of Windows, which lacks most Vietnamese letters.
  ///
  /// It is recognised, so that lost letters can be shown, and cannot be named.
  case windows1252 = "Windows-1252"

  /// Those that a user can name.
  public static let offered: [TextEncoding] = allCases.filter { $0 != .windows1252 }

  /// The encoding of a name, in any case, with or without hyphens: also `CP1258`, `ABC`,
  /// `VN1` and `VNI`.
  public init?(name: String) {
    let folded = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let names = Self.offered.map { ($0.rawValue.lowercased().filter { $0 != "-" }, $0) }
    let others: [(String, TextEncoding)] = [
      ("cp1258", .windows1258), ("abc", .tcvn3), ("tcvn", .tcvn3), ("tcvn5712", .tcvn5712),
      ("vn1", .tcvn5712), ("vni", .vni), ("vniwin", .vni),
    ]
    guard let found = (names + others).first(where: { $0.0 == folded }) else { return nil }
    self = found.1
  }

  /// The encoding whose byte order mark stands at the front.
  init?(markOf bytes: some Collection<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16LE
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16BE
    } else {
      return nil
    }
  }

  /// Whether a unit has two bytes.
  var isUTF16: Bool { self == .utf16LE || self == .utf16BE }
}
