/// A day of the proleptic Gregorian calendar, as a count of days from 1970-01-01.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let number: Int32

  /// The day `number` days after 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// The day of `year`, `month` (1–12) and `day` (1–31), or `nil` where there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.number = Int32(Self.daysFromCivil(year: year, month: month, day: day))
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// ISO 8601: `2025-03-31`.
  public var description: String {
    let (year, month, day) = components
    // A report writes thousands of days, nearly all of them in years of four digits.
    if 1...9999 ~= year {
      // SAFETY: ten bytes are written, for which there is room.
      return unsafe String(unsafeUninitializedCapacity: 10) { text in
        func write(_ value: Int, at place: Int) {
          unsafe text[place] = UInt8(ascii: "0") + UInt8(value / 10)
          unsafe text[place + 1] = UInt8(ascii: "0") + UInt8(value % 10)
        }
        write(year / 100, at: 0)
        write(year % 100, at: 2)
        write(month, at: 5)
        write(day, at: 8)
        unsafe text[4] = UInt8(ascii: "-")
        unsafe text[7] = UInt8(ascii: "-")
        return 10
      }
    }
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The day `days` later (earlier if negative).
  public func advanced(by days: Int) -> CalendarDay {
    CalendarDay(number: number + Int32(days))
  }

  /// Earlier days come first.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  /// The number of days in `month` (1–12) of `year`.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    // Howard Hinnant, as above, days_from_civil.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
