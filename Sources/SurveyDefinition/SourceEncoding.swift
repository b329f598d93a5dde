/// The encodings of text that a definition may name.
public enum SourceEncoding: String, Sendable, CaseIterable {
  /// UTF-8.
  case utf8 = "UTF-8"
  /// UTF-16, the low byte first.
  case utf16LE = "UTF-16LE"
  /// UTF-16, the high byte first.
  case utf16BE = "UTF-16BE"
  /// The Vietnamese code page of Windows.
  case windows1258 = "Windows-1258"
  /// TCVN 5712:1993 as the fonts `.VnTime` draw it, also called ABC.
  case tcvn3 = "TCVN3"
  /// TCVN 5712:1993, VN1: with capitals of their own for letters with tones.
  case tcvn5712 = "TCVN5712-1"
  /// The encoding of the fonts `VNI-…`.
  case vni = "VNI-Windows"
}
