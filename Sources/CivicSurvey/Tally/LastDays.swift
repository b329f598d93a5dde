import SurveyDefinition

/// What is known of the last day of a response in each half-month without its being kept.
enum LastDays {
  /// The last half-month of the year 2200: no date that can be read comes later.
  static let greatestHalfMonth = (2200 * 12 + 11) * 2 + 1

  /// By half-month that has a response: its last day with one where the sums are by day; else the last
  /// day of a source that ends in it, else its first day.
  ///
  /// Tallies of 0.1.0 say no more.
  static func known(of part: TallyPart) -> [HalfMonth: CalendarDay] {
    var days: [HalfMonth: CalendarDay] = [:]
    func note(_ day: CalendarDay) {
      let halfMonth = HalfMonth(containing: day)
      days[halfMonth] = max(days[halfMonth] ?? day, day)
    }
    for domain in 0..<part.sums.count where part.sums.responses(of: domain) > 0 {
      if let day = PeriodCode.firstDay(of: part.sums.period(of: domain)) { note(day) }
    }
    guard part.plan.survey.finestPeriod == .halfMonth else { return days }
    for day in part.sources.compactMap(\.lastDay) where days[HalfMonth(containing: day)] != nil {
      note(day)
    }
    return days
  }
}
