import SurveyDefinition

/// The days that a part's responses are dated on: those that are believed, and the stray ones.
public struct ResponseDates: Sendable {
  /// The first day of an accepted response, stray dates aside; `nil` without dates.
  ///
  /// Of a source that begins with a stray date only the half-month is known: then its first day.
  public let firstDay: CalendarDay?
  /// The last day of an accepted response, stray dates aside; `nil` without dates.
  public let lastDay: CalendarDay?
  /// The responses of each stray half-month, in time order.
  let stray: [(halfMonth: HalfMonth, responses: Int)]
  /// The half-months that have a response and are not stray, in time order.
  let halfMonths: [HalfMonth]
}

extension ResponseDates {
  /// - Parameter openEnds: the ends of time that the definition leaves open.
  init(_ part: TallyPart, openEnds: StrayDates.OpenEnds = [.start, .end]) {
    var responses: [HalfMonth: Int] = [:]
    // Domains come in the order of their periods: many have that of the one before.
    var last: (period: UInt32, halfMonth: HalfMonth?)?
    let sums = DatedSums(part).table
    for domain in 0..<sums.count {
      let period = sums.period(of: domain)
      if period != last?.period {
        last = (period, PeriodCode.firstDay(of: period).map { HalfMonth(containing: $0) })
      }
      guard let halfMonth = last?.halfMonth else { continue }
      let count = Int(sums.responses(of: domain))
      if count > 0 { responses[halfMonth, default: 0] += count }
    }
    let counts = responses.sorted { $0.key < $1.key }
      .map { (halfMonth: $0.key, responses: $0.value) }
    let believed = StrayDates.believed(counts, openEnds: openEnds)
    halfMonths = counts[believed].map(\.halfMonth)
    stray = Array(counts[..<believed.lowerBound] + counts[believed.upperBound...])
    lastDay = halfMonths.last.map { part.lastDays[$0] ?? $0.first }
    firstDay = halfMonths.first.map { first in
      max(first.first, part.firstDay ?? first.first)
    }
  }

  /// Whether a period, given by its first day, has none but stray dates.
  ///
  /// A stray half-month lies more than a year from those that are believed: no period has both.
  func isStray(_ day: CalendarDay, by kept: KeptPeriod = .finest) -> Bool {
    guard let first = halfMonths.first, let last = halfMonths.last else { return false }
    return day < kept.firstDay(of: first.first) || last.last < day
  }
}

extension TallyPart {
  /// The days that its responses are dated on, stray dates told apart.
  ///
  /// - Complexity: O(counts).
  public var dates: ResponseDates { ResponseDates(self, openEnds: plan.survey.scope.openEnds) }
}
