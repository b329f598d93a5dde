import ArgumentParser
import CivicSurvey
import Glibc
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
    name: .customLong("where"),
    help: ArgumentHelp("Only these categories of a dimension.", valueName: "dim=cat,…"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only these days: 2025, 2025H1, 2025Q3, 2025-9M, 2025-07, or 2024Q1..2025Q3.",
      valueName: "id"))
  var period: String?

  @Option(
    help: ArgumentHelp("How periods are cut (default: the survey's).", valueName: "calendar"))
  var calendar: ReportCalendar?

  @Option(
    help: ArgumentHelp(
      "The day by which periods are complete (default: the last response's).",
      valueName: "yyyy-mm-dd"))
  var asOf: String?

  @OptionGroup var intervals: IntervalOptions

  @Option(
    help: ArgumentHelp(
      "The share of losses above which no verdict is given.", valueName: "share"))
  var lossLimit = "5%"

  /// The query, with every problem of the flags at once; `survey` gives the default calendar, and
  /// what a page is cut by where nothing is said.
  func query(
    _ survey: Survey, _ forms: [OutputForm], locale: ReportLocale
  ) throws(RunError) -> ReportQuery {
    var query = ReportQuery()
    var problems: [Message] = []
    query.by = by.flatMap { $0.split(separator: ",").map(String.init) }
    for condition in conditions {
      if let filter = ConditionText.filter(condition) {
        query.filters.append(filter)
      } else {
        problems.append(Message(.usageBadWhere, ["value": condition]))
      }
    }
    query.calendar = calendar
    query.intervalMethod = intervals.method
    if let period {
      query.period = PeriodRange(id: period, calendar: calendar ?? survey.calendar)
      if query.period == nil {
        problems.append(Message(.usageBadPeriod, ["value": period]))
      }
    }
    if let asOf {
      query.asOf = Period(id: asOf, calendar: .civil).flatMap { $0.kind == .day ? $0.first : nil }
      if query.asOf == nil { problems.append(Message(.usageBadDate, ["value": asOf])) }
    }
    if let level = intervals.share {
      query.level = level
    } else {
      problems.append(intervals.badLevel)
    }
    if let share = ShareText.share(lossLimit) {
      query.lossLimit = share
    } else {
      problems.append(Message(.usageBadLossLimit, ["value": lossLimit]))
    }
    query.locale = locale
    query.printedOn = Self.buildDay(survey.timeZone)
    if forms.contains(where: \.isPage) { query.completeForPage(of: survey) }
    guard problems.isEmpty else { throw RunError(.usage, problems) }
    return query
  }
}

extension QueryOptions {
  /// The day that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), in the survey's time zone.
  static func buildDay(_ zone: SurveyTimeZone) -> CalendarDay? {
    guard let text = unsafe getenv("SOURCE_DATE_EPOCH").map({ unsafe String(cString: $0) }),
      let seconds = Int(text), (0...253_402_300_799).contains(seconds)
    else { return nil }
    let local = seconds + zone.secondsFromUTC(at: Int64(seconds))
    return CalendarDay(number: Int32(local / 86_400 - (local % 86_400 < 0 ? 1 : 0)))
  }
}

/// `DIM=CAT[,CAT]`; a category with a comma stands between double quotes.
enum ConditionText {
  static func filter(_ text: String) -> CategoryFilter? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let dimension = String(text[..<equals])
    var categories: [String] = []
    var current = ""
    var isQuoted = false
    for character in text[text.index(after: equals)...] {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        categories.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    categories.append(current)
    guard !isQuoted, !dimension.isEmpty, !categories.contains("") else { return nil }
    return CategoryFilter(dimension: dimension, categories: categories)
  }
}
