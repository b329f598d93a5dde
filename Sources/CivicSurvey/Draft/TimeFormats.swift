import SurveyDefinition

/// The ways in which exports write a time.
enum TimeFormats {
  /// One order of day, month and year: formats of two orders may read one text differently.
  struct Order: Sendable {
    /// Whether the day stands before the month, the month before the day, or the year first.
    enum Kind: Sendable { case dayFirst, monthFirst, yearFirst, serial }

    let kind: Kind
    let formats: [TimestampFormat]
  }

  /// So many different texts are tried.
  private static let mostTexts = 200
  private static let clocks = ["H:mm:ss", "H:mm", "h:mm:ss a", "h:mm a"]
  private static let marks = ["/", "-", "."]

  private static func patterns(_ parts: [String], years: [String]) -> [String] {
    marks.flatMap { mark in
      years.flatMap { year in
        let day = parts.map { $0 == "y" ? year : $0 }.joined(separator: mark)
        return [day] + clocks.map { "\(day) \($0)" } + clocks.map { "\(day), \($0)" }
          + clocks.prefix(2).map { "\($0) \(day)" }
      }
    }
  }

  /// All orders.
  static let orders: [Order] = [
    Order(
      kind: .yearFirst, formats: compiled(["iso8601"] + patterns(["y", "M", "d"], years: ["yyyy"]))),
    Order(kind: .dayFirst, formats: compiled(patterns(["d", "M", "y"], years: ["yyyy", "yy"]))),
    Order(kind: .monthFirst, formats: compiled(patterns(["M", "d", "y"], years: ["yyyy", "yy"]))),
    Order(kind: .serial, formats: compiled(["excelSerial"])),
  ]

  private static func compiled(_ patterns: [String]) -> [TimestampFormat] {
    patterns.compactMap { TimestampFormat($0) }
  }

  /// All formats.
  static let all = orders.flatMap(\.formats)

  /// The formats that read some of a column's first texts.
  static func candidates(for texts: [String]) -> [TimestampFormat] {
    var seen: Set<String> = []
    var different: [[UInt8]] = []
    for text in texts where different.count < mostTexts && seen.insert(text).inserted {
      let bytes = Array(LabelFolding.display(text).utf8)
      if mayBeTime(bytes) { different.append(bytes) }
    }
    return different.isEmpty
      ? [] : all.filter { format in different.contains { format.read($0.span) != nil } }
  }

  /// A look at the digits: a day and a year have six, or four where the year has two.
  private static func mayBeTime(_ text: [UInt8]) -> Bool {
    guard (5...40).contains(text.count) else { return false }
    return text.count { $0 &- 48 <= 9 } >= 4 && text.count { $0 | 0x20 >= 97 } <= 12
  }
}
