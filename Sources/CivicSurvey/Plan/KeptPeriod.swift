import SurveyDefinition

/// The periods by which sums are kept.
///
/// A tally keeps the survey's finest, from which every report can be made. What is counted for one
/// report alone is kept by the coarsest that it shows: a tenth of the domains, where it shows quarters.
enum KeptPeriod: Sendable, Equatable {
  /// The survey's finest.
  case finest
  /// Periods of one kind and calendar.
  case coarser(PeriodKind, ReportCalendar)

  /// The kinds that divide a year without a rest, coarsest first.
  private static let kinds: [PeriodKind] = [.year, .half, .quarter, .month]

  /// The coarsest from which all that is shown adds up.
  ///
  /// - Parameters:
  ///   - shown: the kinds of periods that are shown or judged.
  ///   - range: the days to which everything is limited.
  init(shown: some Sequence<PeriodKind>, within range: PeriodRange?, calendar: ReportCalendar) {
    let kind = Self.kinds.first { kind in
      shown.allSatisfy { Self.divides(kind, $0) }
        && range.map { Self.ends(kind, of: $0, calendar) } ?? true
    }
    self = kind.map { .coarser($0, calendar) } ?? .finest
  }

  /// Whether periods of `kind` add up to those of another.
  private static func divides(_ kind: PeriodKind, _ other: PeriodKind) -> Bool {
    guard let length = months(in: other) else { return false }
    // Nine months begin with the year, so what divides their length divides them.
    return months(in: kind).map { length.isMultiple(of: $0) } ?? false
  }

  /// The months of a kind; `nil` for days.
  private static func months(in kind: PeriodKind) -> Int? {
    kind == .day ? nil : Period.months(in: kind)
  }

  /// Whether no period of `kind` lies partly in a range.
  private static func ends(
    _ kind: PeriodKind, of range: PeriodRange, _ calendar: ReportCalendar
  ) -> Bool {
    Period(containing: range.first, kind: kind, calendar: calendar)?.first == range.first
      && Period(containing: range.last, kind: kind, calendar: calendar)?.last == range.last
  }

  /// The first day of the period that holds a finest one, given by the day on which that begins.
  func firstDay(of day: CalendarDay) -> CalendarDay {
    guard case .coarser(let kind, let calendar) = self else { return day }
    return Period(containing: day, kind: kind, calendar: calendar)?.first ?? day
  }

  /// The code of the period that holds a finest one, given by its own; see ``PeriodCode``.
  func code(of finest: UInt32) -> UInt32 {
    PeriodCode.firstDay(of: finest).map { UInt32(bitPattern: firstDay(of: $0).number) } ?? finest
  }
}
