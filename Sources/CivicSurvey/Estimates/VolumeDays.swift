import SurveyDefinition

/// The days of which rows of volumes must speak, and those which they may.
struct VolumeDays: Sendable {
  /// A row may reach so many days beyond the first and the last response: an office counts by month or
  /// quarter, and nothing need have come on the first day of one.
  static let slack = 15

  /// A run of days.
  typealias Days = CountTable.Days

  /// The days of the responses, up to the one that periods are complete by; `nil` without dates.
  private let span: Days?
  /// The period; `nil` of everything.
  private let period: Days?
  /// Each of these must be counted.
  private let wanted: Days?
  /// No row may reach out of these.
  private let allowed: Days?

  /// - Parameters:
  ///   - period: `nil` of everything.
  ///   - dates: of the responses.
  ///   - asOf: the day that periods are complete by.
  init(_ period: Days?, _ dates: ResponseDates, asOf: CalendarDay?) {
    self.period = period
    guard let first = dates.firstDay, let last = dates.lastDay else {
      (span, wanted, allowed) = (nil, nil, nil)
      return
    }
    let end = max(last, asOf ?? last)
    let span = Days(first: first, last: end)
    let reach = Days(
      first: first.advanced(by: -Self.slack), last: end.advanced(by: Self.slack))
    self.span = span
    // Of everything nobody needs to know who was served after the last response.
    wanted = period.map { $0.common(span) } ?? Days(first: first, last: last)
    allowed = period.map { $0.common(reach) } ?? reach
  }

  /// Those of a combination's rows that speak of the days; `nil` where they do not do so of each, or of others
  /// too, none where nobody was counted and nothing came.
  func rows(among rows: [VolumeUnion.Row]) -> [VolumeUnion.Row]? {
    if rows.contains(where: { $0.days == nil }) { return period == nil ? rows : nil }
    guard let wanted, let allowed else { return nil }
    var covered = 0
    var inside: [VolumeUnion.Row] = []
    for row in rows {
      guard let days = row.days, let meeting = days.common(wanted) else { continue }
      guard allowed.contains(days) else { return nil }
      covered += meeting.length
      inside.append(row)
    }
    return inside.isEmpty || covered == wanted.length ? inside : nil
  }

  /// Whether responses of a finest period, given by its first day, may lie in the days; undated ones lie in
  /// no period.
  func mayHold(_ first: CalendarDay?) -> Bool {
    period.map { period in first.map { period.contains($0) } ?? false } ?? true
  }

  /// Whether a row speaks of some of the responses' days.
  func concerns(_ row: VolumeUnion.Row) -> Bool {
    guard let span, let days = row.days else { return row.days == nil }
    return days.common(span) != nil
  }

  /// Whether a row speaks of days with responses and reaches too far beyond the first or the last.
  func isExceeded(by row: VolumeUnion.Row) -> Bool {
    guard let span, let allowed, let days = row.days, days.common(span) != nil else { return false }
    return !allowed.contains(days)
  }
}
