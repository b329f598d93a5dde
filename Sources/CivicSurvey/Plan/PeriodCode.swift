import SurveyDefinition

/// The finest period of a response as one number: that of its first day.
///
/// Days 1–14 and 15–end of a month add up to the periods of both calendars.
enum PeriodCode {
  /// The stand-in for "no date": further from 1970 than any day that can be read.
  static let none = UInt32(bitPattern: noDay)
  /// The number of a day that stands for "no date" likewise.
  static let noDay = Int32.min

  /// The code of the finest period that holds a day, given by its number or as ``noDay``.
  static func code(ofDay day: Int32, finest: FinestPeriod) -> UInt32 {
    day == noDay ? none : code(of: CalendarDay(number: day), finest: finest)
  }

  /// The code of the finest period that holds `day`.
  static func code(of day: CalendarDay, finest: FinestPeriod) -> UInt32 {
    guard finest == .halfMonth else { return UInt32(bitPattern: day.number) }
    let dayOfMonth = day.components.day
    let into = dayOfMonth >= Period.stateReportFirstDay ? Period.stateReportFirstDay : 1
    return UInt32(bitPattern: day.number - Int32(dayOfMonth - into))
  }

  /// The first day of a finest period; `nil` for ``none``.
  static func firstDay(of code: UInt32) -> CalendarDay? {
    code == none ? nil : CalendarDay(number: Int32(bitPattern: code))
  }
}
