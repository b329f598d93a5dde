import ArgumentParser
import CivicSurvey
import SurveyDefinition
import SurveyReports

extension ReportCalendar: ExpressibleByArgument {}

/// What a report is asked for.
struct QueryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Break down by dimensions, closed questions and periods (day, month, quarter, half, \
      nineMonths, year), and by every combination of them.
      """, valueName: "axis,…"))
  var by: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only these days: 2025, 2025H1, 2025Q3, 2025-9M, 2025-07, or 2024Q1..2025Q3.",
      valueName: "id"))
  var period: String?

  @OptionGroup var scope: ScopeOptions

  @OptionGroup var intervals: IntervalOptions

  /// The query, with every problem of the flags at once; `survey` gives the default calendar, and
  /// what a page is cut by where nothing is said.
  func query(
    _ survey: Survey, _ forms: [OutputForm], locale: ReportLocale
  ) throws(RunError) -> ReportQuery {
    var problems: [Message] = []
    var query = scope.query(
      of: survey, within: period, level: intervals.level, locale, &problems)
    query.by = by.flatMap { $0.split(separator: ",").map(String.init) }
    query.intervalMethod = intervals.method
    if forms.contains(where: \.isPage) { query.completeForPage(of: survey) }
    guard problems.isEmpty else { throw RunError(.usage, problems) }
    return query
  }
}
