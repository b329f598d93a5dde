/// Moments as programs count them: seconds or milliseconds since 1970, in universal time.
extension TimestampFormat {
  private static let mostDigits = 14
  private static let secondsOfDay = 86_400

  /// Reads digits alone, or with a fraction behind a point that is dropped.
  static func epoch(_ bytes: Span<UInt8>, ticksPerSecond: Int) -> LocalTimestamp? {
    var index = 0
    guard let ticks = number(bytes, &index, 1, mostDigits) else { return nil }
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: "."), skipDigits(bytes, from: index + 1) else {
        return nil
      }
    }
    let seconds = ticks / ticksPerSecond
    guard let day = Int32(exactly: seconds / secondsOfDay).map(CalendarDay.init(number:)),
      day.components.year <= 2199
    else { return nil }
    return LocalTimestamp(day: day, secondOfDay: seconds % secondsOfDay, offsetSeconds: 0)
  }

  private static func skipDigits(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    guard start < bytes.count else { return false }
    for index in start..<bytes.count where bytes[index] &- 48 > 9 { return false }
    return true
  }
}
