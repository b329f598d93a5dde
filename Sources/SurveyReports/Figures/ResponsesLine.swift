import CivicSurvey
import SurveyDefinition

/// The line that says how many responses there are, of which days, and from how many units.
struct ResponsesLine: ReportSpeaker {
  let language: ReportLanguage
  /// The accepted responses.
  let responses: Int
  /// The first and the last day of a response, stray dates aside; `nil` without dates.
  let days: (first: CalendarDay, last: CalendarDay)?
  /// The units and kiosks that sent something.
  let seen: [SeenCategories]
  /// The day that periods are complete by.
  let asOf: CalendarDay?

  /// The line of a report.
  init(context: ReportContext) {
    let report = context.report
    language = context.language
    responses = report.accounting.responses
    days = Self.days(report.dates)
    seen = report.seen
    asOf = report.asOf
  }

  /// The line of a part of a tally.
  init(of part: TallyPart, in language: ReportLanguage) {
    self.language = language
    responses = part.accounting.responses
    let dates = part.dates
    days = Self.days(dates)
    seen = part.seenCategories
    asOf = dates.lastDay
  }

  private static func days(
    _ dates: ResponseDates
  ) -> (first: CalendarDay, last: CalendarDay)? {
    guard let first = dates.firstDay, let last = dates.lastDay else { return nil }
    return (first, last)
  }

  /// The line.
  var text: String {
    let n = numbers.integer(responses)
    var line = word(.responses, ["n": n])
    if let days {
      line = word(.responsesWithDays, ["n": n, "days": numbers.days(days.first, days.last)])
    }
    for seen in seen {
      line += word(
        .seen, ["n": numbers.integer(seen.count), "axis": labels.axis(seen.dimension)])
    }
    if let asOf { line += "; " + word(.asOf, ["day": numbers.day(asOf)]) }
    return line + "."
  }
}
