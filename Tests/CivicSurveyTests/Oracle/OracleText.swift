import Foundation

/// Labels as the contract compares them, one plain step after the other.
enum OracleText {
  /// NFC, trimmed, spaces collapsed, in lower case.
  static func fold(_ text: String) -> String {
    display(text).lowercased().precomposedStringWithCanonicalMapping
  }

  /// NFC, trimmed, spaces collapsed.
  static func display(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// What a field says; `nil` where its bytes are no text.
  static func text(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }

  /// A whole number without the zeros behind its point or comma.
  static func withoutZeros(_ text: String) -> String {
    let digits = text.prefix { "0123456789".contains($0) }
    let rest = text.dropFirst(digits.count)
    let isWhole = [",0", ".0", ",00", ".00"].contains(String(rest))
    return isWhole && !digits.isEmpty ? String(digits) : text
  }

  /// A label as lists show it: bytes that are no text as `\xHH`, `\` doubled beside them.
  static func shown(_ bytes: [UInt8]) -> String {
    if let text = text(bytes) { return display(text) }
    // Only single bytes 0x80…0xFF that begin nothing are ever put into a generated field.
    var result = ""
    var valid: [UInt8] = []
    for byte in bytes + [0xFF] {
      if byte < 0xF8 {
        valid += byte == UInt8(ascii: "\\") ? [byte, byte] : [byte]
        continue
      }
      result += String(decoding: valid, as: UTF8.self) + "\\xFF"
      valid = []
    }
    return display(String(result.dropLast(4)))
  }
}

/// Days as year, month, day, moved one by one.
struct OracleDay: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  static func length(_ month: Int, _ year: Int) -> Int {
    if month == 2 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      return isLeap ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  var next: OracleDay {
    if day < Self.length(month, year) { return OracleDay(year: year, month: month, day: day + 1) }
    if month < 12 { return OracleDay(year: year, month: month + 1, day: 1) }
    return OracleDay(year: year + 1, month: 1, day: 1)
  }

  var previous: OracleDay {
    if day > 1 { return OracleDay(year: year, month: month, day: day - 1) }
    if month == 1 { return OracleDay(year: year - 1, month: 12, day: 31) }
    return OracleDay(year: year, month: month - 1, day: Self.length(month - 1, year))
  }

  static func < (left: OracleDay, right: OracleDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  var id: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// The id of the period that holds the day; `nil` for `nineMonths` after September.
  func period(_ kind: String, isStateReport: Bool) -> String? {
    if kind == "day" { return id }
    var (year, month) = (year, month)
    if isStateReport, day > 14 { month += 1 }
    if month == 13 { (year, month) = (year + 1, 1) }
    switch kind {
    case "month": return "\(year)-" + (month < 10 ? "0\(month)" : "\(month)")
    case "quarter": return "\(year)Q\([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][month - 1])"
    case "half": return "\(year)H\(month < 7 ? 1 : 2)"
    case "nineMonths": return month < 10 ? "\(year)-9M" : nil
    default: return "\(year)"
    }
  }

  /// Reads a time by splitting it; `nil` if no format fits, `zoneHours` ahead of universal time.
  static func read(_ text: String, formats: [String], zoneHours: Int) -> OracleDay? {
    for format in formats {
      switch format {
      case "dd/MM/yyyy HH:mm":
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, clock(String(parts[1]), parts: 2) != nil,
          let day = date(String(parts[0]), "/", order: [2, 1, 0])
        else { continue }
        return day
      case "dd/MM/yyyy":
        if let day = date(text, "/", order: [2, 1, 0]) { return day }
      default:
        if let day = iso(text, zoneHours: zoneHours) { return day }
      }
    }
    return nil
  }

  /// `2025-03-31`, `2025-03-31T17:30`, `…Z`, `…+07:00`.
  private static func iso(_ text: String, zoneHours: Int) -> OracleDay? {
    guard let day = date(String(text.prefix(10)), "-", order: [0, 1, 2]) else { return nil }
    var rest = text.dropFirst(10)
    if rest.isEmpty { return day }
    guard rest.removeFirst() == "T", let hour = clock(String(rest.prefix(5)), parts: 2) else {
      return nil
    }
    rest = rest.dropFirst(5)
    if rest.isEmpty { return day }
    var offset = 0
    if rest != "Z" {
      let hours = Int(rest.dropFirst().prefix(2))
      guard rest.count == 6, rest.hasSuffix(":00"), let hours, hours <= 14 else { return nil }
      guard rest.first == "+" || rest.first == "-" else { return nil }
      offset = rest.first == "-" ? -hours : hours
    }
    let local = hour - offset + zoneHours
    return local < 0 ? day.previous : local > 23 ? day.next : day
  }

  /// Whether a text that is no date would be one with day and month exchanged.
  static func isSwapped(_ text: String, formats: [String]) -> Bool {
    formats.contains { format in
      guard format.hasPrefix("dd/MM/yyyy") else { return false }
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3 else { return false }
      let other = "\(parts[1])/\(parts[0])/\(parts[2])"
      return read(other, formats: [format], zoneHours: 0) != nil
    }
  }

  private static func date(_ text: String, _ separator: String, order: [Int]) -> OracleDay? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let numbers = order.map { parts[$0] }
    guard numbers.map(\.count) == [4, 2, 2], let year = Int(numbers[0]),
      let month = Int(numbers[1]), let day = Int(numbers[2]), (1...12).contains(month),
      (1...length(month, year)).contains(day)
    else { return nil }
    return OracleDay(year: year, month: month, day: day)
  }

  /// The hour of `HH:mm`.
  private static func clock(_ text: String, parts count: Int) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == count, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour
  }
}
