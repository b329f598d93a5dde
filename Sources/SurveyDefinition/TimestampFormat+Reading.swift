/// A time as an export gives it.
public struct LocalTimestamp: Sendable {
  /// The day as written.
  public let day: CalendarDay
  /// Seconds since that day's midnight, 0…86,399 (24:00:00 and leap seconds are refused).
  public let secondOfDay: Int
  /// The offset from universal time, if one is written.
  public let offsetSeconds: Int?

  /// Whether a time of day is written, rather than a day alone.
  public let hasTimeOfDay: Bool

  /// Creates a time.
  public init(
    day: CalendarDay, secondOfDay: Int, offsetSeconds: Int? = nil, hasTimeOfDay: Bool = true
  ) {
    self.hasTimeOfDay = hasTimeOfDay
    self.day = day
    self.secondOfDay = secondOfDay
    self.offsetSeconds = offsetSeconds
  }
}

extension LocalTimestamp: Equatable {
  /// Whether both are one moment, written out or not: a day alone is its midnight.
  public static func == (left: LocalTimestamp, right: LocalTimestamp) -> Bool {
    left.day == right.day && left.secondOfDay == right.secondOfDay
      && left.offsetSeconds == right.offsetSeconds
  }
}

extension TimestampFormat {
  /// Reads a time; `nil` unless the whole of `bytes` matches and is a day of 1900…2199.
  ///
  /// Nothing is trimmed and nothing allocated.
  public func read(_ bytes: Span<UInt8>) -> LocalTimestamp? {
    var fields = TimestampFields()
    var index = 0
    for element in elements {
      switch element {
      case .literal(let byte):
        guard index < bytes.count, bytes[index] == byte else { return nil }
        index += 1
      case .number(let component, let minimum, let maximum):
        guard let value = Self.number(bytes, &index, minimum, maximum),
          fields.set(component, value)
        else { return nil }
      case .dayHalf:
        guard let isAfternoon = Self.dayHalf(bytes, &index) else { return nil }
        fields.isAfternoon = isAfternoon
      case .monthName(let length):
        guard let month = Self.month(bytes, &index, length) else { return nil }
        fields.month = month
      case .weekday:
        guard Self.skipWeekday(bytes, &index) else { return nil }
      case .fraction:
        guard Self.number(bytes, &index, 1, 9) != nil else { return nil }
      case .zone:
        guard let offset = Self.zone(bytes, &index) else { return nil }
        fields.offset = offset
      case .epoch(let ticks):
        return Self.epoch(bytes, ticksPerSecond: ticks)
      case .iso8601:
        guard fields.readISO8601(bytes, &index) else { return nil }
      case .excelSerial:
        return Self.serial(bytes)
      }
    }
    return index == bytes.count ? fields.timestamp : nil
  }

  static func number(
    _ bytes: Span<UInt8>, _ index: inout Int, _ minimum: Int, _ maximum: Int
  ) -> Int? {
    var value = 0
    var count = 0
    while count < maximum, index < bytes.count, bytes[index] &- 48 <= 9 {
      value = value * 10 + Int(bytes[index] &- 48)
      index += 1
      count += 1
    }
    return count >= minimum ? value : nil
  }

  private static func dayHalf(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool? {
    guard index + 2 <= bytes.count else { return nil }
    let first = bytes[index] | 0x20
    let second = bytes[index + 1] | 0x20
    index += 2
    switch (first, second) {
    case (UInt8(ascii: "a"), UInt8(ascii: "m")), (UInt8(ascii: "s"), UInt8(ascii: "a")):
      return false
    case (UInt8(ascii: "p"), UInt8(ascii: "m")), (UInt8(ascii: "c"), UInt8(ascii: "h")):
      return true
    default: return nil
    }
  }
}

/// What has been read of a time so far.
private struct TimestampFields {
  var day = 0
  var month = 0
  var year = 0
  var hour = 0
  var hour12: Int?
  var isAfternoon = false
  var minute = 0
  var second = 0
  var offset: Int?
  var hasTimeOfDay = false

  /// Sets a part; `false` if no time has such a one, so that of a file in another order of days and
  /// months hardly a date is read to its end.
  mutating func set(_ component: TimestampFormat.Component, _ value: Int) -> Bool {
    switch component {
    case .day:
      day = value
      return value <= 31
    case .month:
      month = value
      return value <= 12
    case .year: year = value
    case .shortYear: year = 2000 + value
    case .hour24:
      hour = value
      hasTimeOfDay = true
    case .hour12:
      hour12 = value
      hasTimeOfDay = true
    case .minute: minute = value
    case .second: second = value
    }
    return true
  }

  var timestamp: LocalTimestamp? {
    var hour = hour
    if let hour12 {
      guard (1...12).contains(hour12) else { return nil }
      hour = hour12 % 12 + (isAfternoon ? 12 : 0)
    }
    guard (1900...2199).contains(year), hour < 24, minute < 60, second < 60,
      let day = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    return LocalTimestamp(
      day: day, secondOfDay: hour * 3600 + minute * 60 + second, offsetSeconds: offset,
      hasTimeOfDay: hasTimeOfDay)
  }

  mutating func readISO8601(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let year = TimestampFormat.number(bytes, &index, 4, 4),
      take(UInt8(ascii: "-"), bytes, &index),
      let month = TimestampFormat.number(bytes, &index, 2, 2),
      take(UInt8(ascii: "-"), bytes, &index),
      let day = TimestampFormat.number(bytes, &index, 2, 2)
    else { return false }
    (self.year, self.month, self.day) = (year, month, day)
    guard index < bytes.count else { return true }
    guard
      take(UInt8(ascii: "T"), bytes, &index) || take(UInt8(ascii: "t"), bytes, &index)
        || take(UInt8(ascii: " "), bytes, &index),
      let hour = TimestampFormat.number(bytes, &index, 2, 2),
      take(UInt8(ascii: ":"), bytes, &index),
      let minute = TimestampFormat.number(bytes, &index, 2, 2)
    else { return false }
    (self.hour, self.minute, hasTimeOfDay) = (hour, minute, true)
    if take(UInt8(ascii: ":"), bytes, &index) {
      guard let second = TimestampFormat.number(bytes, &index, 2, 2) else { return false }
      self.second = second
      if take(UInt8(ascii: "."), bytes, &index) || take(UInt8(ascii: ","), bytes, &index) {
        // The fraction changes neither day nor second: it is checked and dropped.
        let start = index
        while index < bytes.count, bytes[index] &- 48 <= 9 { index += 1 }
        guard index > start else { return false }
      }
    }
    return index == bytes.count || readOffset(bytes, &index)
  }

  private mutating func readOffset(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    if take(UInt8(ascii: "Z"), bytes, &index) || take(UInt8(ascii: "z"), bytes, &index) {
      offset = 0
      return true
    }
    let sign = take(UInt8(ascii: "-"), bytes, &index) ? -1 : 1
    guard sign < 0 || take(UInt8(ascii: "+"), bytes, &index),
      let hours = TimestampFormat.number(bytes, &index, 2, 2), hours <= 18
    else { return false }
    var minutes = 0
    if index < bytes.count {
      _ = take(UInt8(ascii: ":"), bytes, &index)
      guard let value = TimestampFormat.number(bytes, &index, 2, 2), value < 60 else {
        return false
      }
      minutes = value
    }
    offset = sign * (hours * 3600 + minutes * 60)
    return true
  }

  private func take(_ byte: UInt8, _ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }
}
