import ArgumentParser
import CivicSurvey
import SurveyDefinition

/// Which responses figures are of, how periods are cut, and how many responses may be lost.
struct ScopeOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only these categories of a dimension.", valueName: "dim=cat,…"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp("How periods are cut (default: the survey's).", valueName: "calendar"))
  var calendar: ReportCalendar?

  @Option(
    help: ArgumentHelp(
      "The day by which periods are complete (default: the last response's).",
      valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "The share of losses above which nothing is judged.", valueName: "share"))
  var lossLimit = "5%"

  /// The query that they ask for; what cannot be read is added to `problems`.
  ///
  /// - Parameters:
  ///   - period: the days to which figures are limited, as they are given.
  ///   - level: the level of intervals as it is given.
  func query(
    of survey: Survey, within period: String?, level: String, _ locale: ReportLocale,
    _ problems: inout [Message]
  ) -> ReportQuery {
    var query = ReportQuery()
    for condition in conditions {
      if let filter = ConditionText.filter(condition) {
        query.filters.append(filter)
      } else {
        problems.append(Message(.usageBadWhere, ["value": condition]))
      }
    }
    query.calendar = calendar
    if let period {
      query.period = PeriodRange(id: period, calendar: calendar ?? survey.calendar)
      if query.period == nil { problems.append(Message(.usageBadPeriod, ["value": period])) }
    }
    if let asOf {
      query.asOf = Period(id: asOf, calendar: .civil).flatMap { $0.kind == .day ? $0.first : nil }
      if query.asOf == nil { problems.append(Message(.usageBadDate, ["value": asOf])) }
    }
    if let share = ShareText.openShare(level) {
      query.level = share
    } else {
      problems.append(Message(.usageBadLevel, ["value": level]))
    }
    if let share = ShareText.share(lossLimit) {
      query.lossLimit = share
    } else {
      problems.append(Message(.usageBadLossLimit, ["value": lossLimit]))
    }
    query.locale = locale
    query.printedOn = BuildDay.day(in: survey.timeZone)
    return query
  }
}
