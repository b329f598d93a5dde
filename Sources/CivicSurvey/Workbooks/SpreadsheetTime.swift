import SurveyDefinition

/// Numbers of a workbook as times; each is `nil` outside the days that a spreadsheet's number can be.
enum SpreadsheetTime {
  /// The day before the first of the 1900 system, from 1970-01-01.
  static let firstDay = -25_569
  /// From 1 March 1900: before it Excel counts a 29 February that never was.
  private static let days = 61...109_574
  private static let iso = TimestampFormat("iso8601")
  private static let millisecondsOfDay = 86_400_000.0

  /// A day such as `1904-01-01`.
  static func day(_ bytes: [UInt8]) -> CalendarDay? { iso?.read(bytes.span)?.day }

  /// A time such as `2025-07-01T08:00:00.000000001`, rounded to the thousandth of a second.
  static func ofDate(_ bytes: ArraySlice<UInt8>) -> LocalTimestamp? {
    let bytes = Array(bytes)
    guard let read = iso?.read(bytes.span) else { return nil }
    let fraction = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1).dropFirst().first ?? []
    let digits = String(decoding: fraction, as: UTF8.self)
    let rounded = digits.isEmpty ? 0 : ((Double("0." + digits) ?? 0) * 1000).rounded()
    return time(
      Int(read.day.number) - firstDay, seconds: read.secondOfDay + (rounded >= 1000 ? 1 : 0))
  }

  /// A number of days since the workbook's first, such as `45839.344`.
  static func ofNumber(_ bytes: ArraySlice<UInt8>, epoch: Int) -> LocalTimestamp? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value >= 0, value < 1e6 else {
      return nil
    }
    let milliseconds = Int((value * millisecondsOfDay).rounded())
    let day = milliseconds / Int(millisecondsOfDay)
    return time(day + epoch, seconds: milliseconds % Int(millisecondsOfDay) / 1000)
  }

  /// A length of time since the workbook's first day, such as `PT1100148H00M00S`.
  static func ofDuration(_ bytes: ArraySlice<UInt8>, epoch: Int) -> LocalTimestamp? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let match = text.wholeMatch(of: /PT(\d{1,9})H(\d{2})M(\d{2})([.,]\d+)?S/),
      let hours = Int(match.1), let minutes = Int(match.2), let seconds = Int(match.3)
    else { return nil }
    return time(epoch, seconds: hours * 3600 + minutes * 60 + seconds)
  }

  private static func time(_ day: Int, seconds: Int) -> LocalTimestamp? {
    let day = day + seconds / 86_400
    guard days.contains(day) else { return nil }
    return LocalTimestamp(
      day: CalendarDay(number: Int32(day + firstDay)), secondOfDay: seconds % 86_400)
  }
}
