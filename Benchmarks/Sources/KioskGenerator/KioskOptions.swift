import ArgumentParser

/// What to write.
struct KioskOptions {
  var rows: Int
  var seed: UInt64
  var from: Day
  var until: Day
  /// How the text is coded.
  var encoding = KioskEncoding.utf8
  /// Which records are damaged.
  var damage = DamageShares()
  /// Of the comments that are not empty, the share that needs quotes.
  var quotedPercent = 30
  /// Whether answers are digits only: 1 to 5, 9 for no opinion, or empty.
  var digitsOnly = false
  /// Rating questions after the comment, `more_01` and so on, answered 1 to 5.
  var moreQuestions = 0
  /// Columns that no survey uses, after the others.
  var extraColumns = 0
}

/// How the text of an export is coded.
enum KioskEncoding: String, CaseIterable, ExpressibleByArgument {
  case utf8 = "utf-8"
  /// With a byte order mark.
  case utf8BOM = "utf-8-bom"

  /// What stands before the header.
  var byteOrderMark: Bytes {
    switch self {
    case .utf8: []
    case .utf8BOM: [0xEF, 0xBB, 0xBF]
    }
  }
}
