/// Days as spreadsheets count them, and formats with day and month exchanged.
extension TimestampFormat {
  /// 1 January 1970 as a serial of the 1900 system: days since 30 December 1899.
  private static let firstUnixSerial = 25_569
  /// From 1 March 1900: before it Excel counts a 29 February that never was.
  private static let serials = 61...109_574
  private static let thousandthsOfDay = 86_400_000
  /// So many digits of a fraction are looked at: a millionth of a thousandth of a second.
  private static let fractionDigits = 10

  /// Reads a serial of the 1900 system, with a fraction of a day behind a point or comma.
  ///
  /// It is rounded to the thousandth of a second: a spreadsheet's 15 digits turn midnight into
  /// 45747.9999999999 now and then.
  static func serial(_ bytes: Span<UInt8>) -> LocalTimestamp? {
    var index = 0
    guard let days = number(bytes, &index, 1, 6) else { return nil }
    var fraction = 0
    var scale = 1
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
        index + 1 < bytes.count
      else { return nil }
      index += 1
      let start = index
      while index < bytes.count, bytes[index] &- 48 <= 9 {
        if index - start < fractionDigits {
          fraction = fraction * 10 + Int(bytes[index] &- 48)
          scale *= 10
        }
        index += 1
      }
      guard index == bytes.count else { return nil }
    }
    let thousandths = (fraction * thousandthsOfDay + scale / 2) / scale
    let serial = days + thousandths / thousandthsOfDay
    guard serials.contains(serial), serials.contains(days) else { return nil }
    return LocalTimestamp(
      day: CalendarDay(number: Int32(serial - firstUnixSerial)),
      secondOfDay: thousandths % thousandthsOfDay / 1000, hasTimeOfDay: fraction > 0)
  }

  static func serialText(of day: CalendarDay) -> String {
    String(Int(day.number) + firstUnixSerial)
  }

  /// The same format with day and month in each other's place; `nil` where it has none of its own.
  ///
  /// A text that only this one reads shows that an export writes the month first, or last.
  public var withDayAndMonthSwapped: TimestampFormat? {
    guard
      elements.contains(where: { if case .number(.day, _, _) = $0 { true } else { false } })
    else { return nil }
    let swapped = pattern.map { $0 == "d" ? "M" : $0 == "M" ? "d" : $0 }
    return TimestampFormat(String(swapped))
  }
}
