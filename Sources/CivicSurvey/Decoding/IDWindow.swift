import SurveyDefinition

/// The years or quarters within which an id stands for one response.
struct IDWindow: Sendable {
  private let kind: PeriodKind
  private let calendar: ReportCalendar
  /// The period that was asked about last: most records lie near the one before.
  private var days: ClosedRange<Int32> = ResponseBatch.noDay...ResponseBatch.noDay
  private var lastNumber: UInt64 = 0

  /// `nil` where ids are compared over the whole run, or within a file.
  init?(_ survey: Survey) {
    switch survey.duplicatesWithin {
    case .year: kind = .year
    case .quarter: kind = .quarter
    case .file, nil: return nil
    }
    calendar = survey.calendar
  }

  /// The number of the period that a day lies in; 0 without a day.
  mutating func number(of day: Int32) -> UInt64 {
    if days.contains(day) { return lastNumber }
    guard day != ResponseBatch.noDay,
      let period = Period(containing: CalendarDay(number: day), kind: kind, calendar: calendar)
    else { return 0 }
    days = period.first.number...period.last.number
    lastNumber = UInt64(truncatingIfNeeded: period.year) * 4 + UInt64(period.index)
    return lastNumber
  }
}
