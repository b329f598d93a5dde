import ArgumentParser
import CivicSurvey
import SurveyDefinition

extension ComparisonAdjustment: ExpressibleByArgument {}

/// What is compared with what.
struct ComparisonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The period that is compared, such as 2025Q3; with --rest or --each, only its days.",
      valueName: "id"))
  var period: String?

  @Option(help: ArgumentHelp("The period that it is compared with.", valueName: "id"))
  var with: String?

  @Option(
    help: ArgumentHelp(
      "Compare a category, or several together, with the rest; of a dimension alone, each of them.",
      valueName: "dim=cat"))
  var rest: String?

  @Option(
    help: ArgumentHelp("Compare all pairs of a dimension's categories.", valueName: "dim"))
  var each: String?

  @Option(
    help: ArgumentHelp(
      "The measures that are compared (default: the survey's first).", valueName: "id,…"))
  var measure: [String] = []

  @Option(
    help: ArgumentHelp(
      "The questions whose answers are compared, each answer by itself.", valueName: "id,…"))
  var question: [String] = []

  @Option(help: ArgumentHelp("How p-values are adjusted for being several.", valueName: "way"))
  var adjust = ComparisonAdjustment.holm

  @Flag(help: "Also compare periods between which the survey, a scale or a measure changed.")
  var acrossBreaks = false

  @OptionGroup var scope: ScopeOptions

  @Option(help: ArgumentHelp("The level of intervals and tests.", valueName: "share"))
  var level = "95%"

  /// The query, with every problem of the flags at once; `survey` gives the default calendar.
  func query(_ survey: Survey, locale: ReportLocale) throws(RunError) -> ComparisonQuery {
    var problems: [Message] = []
    let report = scope.query(
      of: survey, within: with == nil ? period : nil, level: level, locale, &problems)
    let subject = subject(survey, &problems)
    guard let subject, problems.isEmpty else { throw RunError(.usage, problems) }
    var query = ComparisonQuery(subject)
    query.measures = measure.flatMap { $0.split(separator: ",").map(String.init) }
    query.questions = question.flatMap { $0.split(separator: ",").map(String.init) }
    query.adjustment = adjust
    query.crossesBreaks = acrossBreaks
    query.report = report
    return query
  }

  /// What is compared; `nil` with a problem.
  private func subject(
    _ survey: Survey, _ problems: inout [Message]
  ) -> ComparisonQuery.Subject? {
    guard [with, rest, each].count(where: { $0 != nil }) == 1, with == nil || period != nil else {
      problems.append(Message(worded: ComparisonCode.unclear))
      return nil
    }
    if let with, let period {
      let calendar = scope.calendar ?? survey.calendar
      let sides = [period, with].map { one(period: $0, calendar, &problems) }
      guard let first = sides[0], let second = sides[1] else { return nil }
      return .periods(first, with: second)
    }
    if let each { return .pairs(axis: each) }
    guard let rest else { return nil }
    guard rest.contains("=") else { return .eachWithRest(axis: rest) }
    guard let filter = ConditionText.filter(rest) else {
      problems.append(Message(worded: ComparisonCode.badRest, ["value": rest]))
      return nil
    }
    return .category(axis: filter.dimension, filter.categories)
  }

  private func one(
    period id: String, _ calendar: ReportCalendar, _ problems: inout [Message]
  ) -> Period? {
    if let period = Period(id: id, calendar: calendar) { return period }
    let isRange = PeriodRange(id: id, calendar: calendar) != nil
    problems.append(
      isRange
        ? Message(worded: ComparisonCode.rangeForPeriod, ["value": id])
        : Message(.usageBadPeriod, ["value": id]))
    return nil
  }
}
