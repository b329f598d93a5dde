import SurveyDefinition

/// Days 1–14 or 15–end of one month, from which the periods of both calendars add up.
struct HalfMonth: Sendable, Hashable, Comparable {
  /// Its place among all half-months, 24 a year without a gap.
  let number: Int

  /// The half-month in which a day lies.
  init(containing day: CalendarDay) {
    let (year, month, dayOfMonth) = day.components
    number = (year * 12 + month - 1) * 2 + (dayOfMonth >= Period.stateReportFirstDay ? 1 : 0)
  }

  init(number: Int) { self.number = number }

  /// Its first day.
  var first: CalendarDay {
    let month = number / 2
    return CalendarDay(
      year: month / 12, month: month % 12 + 1,
      day: number % 2 == 0 ? 1 : Period.stateReportFirstDay) ?? CalendarDay(number: 0)
  }

  /// Its last day.
  var last: CalendarDay { HalfMonth(number: number + 1).first.advanced(by: -1) }

  /// Earlier ones come first.
  static func < (left: HalfMonth, right: HalfMonth) -> Bool { left.number < right.number }
}
