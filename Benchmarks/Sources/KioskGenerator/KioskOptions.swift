import ArgumentParser

/// What to write.
struct KioskOptions {
  var rows: Int
  var seed: UInt64
  var from: Day
  var until: Day
  /// Which records are damaged.
  var damage = DamageShares()
  /// Of the comments that are not empty, the share that needs quotes.
  var quotedPercent = 30
  /// Whether answers are digits only: 1 to 5, 9 for no opinion, or empty.
  var digitsOnly = false
  /// Of a thousand answers, how many more are empty.
  var blanksPerMille = 0
  /// Whether units and fields have names of over 32 bytes.
  var longLabels = false
  /// The order of the records.
  var order = RowOrder.date
  /// The ids of the records.
  var ids = RowIDs.kiosk
  /// Rating questions after the comment, `more_01` and so on, answered 1 to 5.
  var moreQuestions = 0
  /// The kiosks of each unit, named in a column after the unit; 0 for no such column.
  var kiosks = 0
  /// Columns that no survey uses, after the others.
  var extraColumns = 0
}

/// What an export calls its records; each record has an id of its own, in any order.
enum RowIDs: String, CaseIterable, ExpressibleByArgument {
  /// Unit, day and number on the day.
  case kiosk
  /// One number after the other.
  case consecutive
  /// Sixteen hexadecimal digits at random.
  case random
}

/// How the text of an export is coded.
enum KioskEncoding: String, CaseIterable, ExpressibleByArgument {
  case utf8 = "utf-8"
  /// With a byte order mark.
  case utf8BOM = "utf-8-bom"
  /// With a byte order mark, as Excel's "Unicode Text".
  case utf16LE = "utf-16le"
  /// With a byte order mark.
  case utf16BE = "utf-16be"
  case windows1258 = "windows-1258"
  case tcvn3 = "tcvn3"
  case vni = "vni-windows"
  /// Which lacks most Vietnamese letters.
  case windows1252 = "windows-1252"

  /// What stands before the header.
  var byteOrderMark: Bytes {
    switch self {
    case .utf8BOM: [0xEF, 0xBB, 0xBF]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    default: []
    }
  }
}
