/// Names of months and days of the week, as English and Vietnamese exports write them.
extension TimestampFormat {
  /// A name and the month that it means, from 1; of two that begin alike the longer is first.
  private typealias Names = [(name: [UInt8], month: Int)]

  private static let longMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let shortNames =
    names(["sept": 9]) + names(longMonths.map { String($0.prefix(3)) }) + numbered("thg ")
  private static let longNames = names(longMonths) + numbered("tháng ")
  private static let weekdays: [[UInt8]] =
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "cn"].map { Array($0.utf8) }
    + (2...7).map { Array("th \($0)".utf8) }

  private static func names(_ months: [String: Int]) -> Names {
    months.map { (Array($0.key.utf8), $0.value) }
  }

  private static func names(_ months: [String]) -> Names {
    months.enumerated().map { (Array($0.element.utf8), $0.offset + 1) }
  }

  private static func numbered(_ word: String) -> Names {
    (1...12).reversed().map { (Array("\(word)\($0)".utf8), $0) }
  }

  /// The month whose name stands at `index`, in any case; `nil` where none does.
  static func month(_ bytes: Span<UInt8>, _ index: inout Int, _ length: NameLength) -> Int? {
    for (name, month) in length == .short ? shortNames : longNames
    where take(name, bytes, &index) {
      return month
    }
    return nil
  }

  /// Steps over a day of the week; `false` where there is none.
  static func skipWeekday(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    weekdays.contains { take($0, bytes, &index) }
  }

  private static func take(_ name: [UInt8], _ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index + name.count <= bytes.count else { return false }
    for place in name.indices where lowered(bytes[index + place]) != lowered(name[place]) {
      return false
    }
    index += name.count
    return true
  }

  /// A letter without its case; in UTF-8 the last byte of `Á` and `á` differs as that of `A` and `a`.
  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) || byte >= 0x80 ? byte | 0x20 : byte
  }

  /// A month as it is written in English.
  static func name(ofMonth month: Int, _ length: NameLength) -> String {
    let name = longMonths[month - 1].prefix(length == .short ? 3 : 9)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// A day of the week as it is written in English.
  static func weekday(of day: CalendarDay) -> String {
    // 1 January 1970 was a Thursday.
    let place = (Int(day.number) + 3) % 7
    return ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][place < 0 ? place + 7 : place]
  }
}
