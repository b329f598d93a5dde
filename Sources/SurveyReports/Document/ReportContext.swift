import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// What a report says to people, in the order in which they need it, for any layout.
struct ReportDocument {
  /// The report.
  let report: Report
  /// Labels in the language of the report.
  let labels: ReportLabels
  /// Numbers in the language of the report.
  let numbers: NumberText
  /// The bounds that no rounded rate of a measure may cross.
  let bounds: [String: [DecimalShare]]
  /// The first measure's rate for everything that the report is about.
  let whole: Estimate?

  /// Prepares a report.
  init(_ report: Report) {
    self.report = report
    self.labels = report.labels
    self.numbers = NumberText(locale: report.query.locale)
    self.bounds = Dictionary(
      report.survey.measures.map { ($0.id, report.bounds(of: $0.id)) },
      uniquingKeysWith: { first, _ in first })
    let main = report.survey.measures.first?.id
    self.whole = report.estimates.runs.first { $0.measure == main && $0.axes.isEmpty }
      .map { report.estimates[$0.rows.lowerBound] }
  }

  /// The blocks of the whole report.
  var blocks: [ReportBlock] {
    head + targets + silences + rates + answers + losses + accounting + notices + method + sources
  }

  /// A word in the language of the report, its values made safe to print.
  func word(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
    word.text(in: report.query.locale, values.mapValues { DisplayText.plain($0) })
  }

  /// Whether there can be intervals: a census has none.
  var showsIntervals: Bool { report.survey.coverage != .census }

  /// Whether every measure is one of satisfaction, and not of a register's facts.
  var asksSatisfaction: Bool {
    report.survey.measures.allSatisfy { measure in
      guard let question = report.survey.question(measure.question) else { return true }
      return question.type == .rating || question.role == .overall || question.role == .factor
    }
  }

  /// The level of intervals: `95 %`.
  var level: String {
    numbers.levelPercent(report.query.level)
  }

  // MARK: Head

  private var head: [ReportBlock] {
    var blocks: [ReportBlock] = []
    if report.lossesExceedLimit { blocks.append(.alarm(alarm)) }
    let survey = report.survey
    blocks.append(
      .heading(1, DisplayText.plain(survey.title.text(in: report.query.locale.rawValue))))
    blocks.append(
      .paragraph(
        word(
          .surveyLine,
          [
            "id": survey.id, "version": survey.version, "revision": String(survey.revision),
          ])))
    blocks.append(.paragraph(responsesLine))
    let coverage: ReportWord =
      switch survey.coverage {
      case .census: .census
      case .sample: .sample
      case .selfSelected: .selfSelected
      }
    blocks.append(.paragraph(word(coverage)))
    return blocks + selection
  }

  /// The largest share of losses of a shown figure, in words.
  var alarm: String {
    let shares =
      [report.lossShare] + report.estimates.losses + report.verdicts.map(\.losses)
    let limit = report.query.lossLimit
    let worst = shares.filter { $0.exceeds(limit) }.max { left, right in
      Double(left.lost) / Double(max(left.base, 1)) < Double(right.lost)
        / Double(max(right.base, 1))
    }
    return word(.lossAlarm, lossValues(worst ?? report.lossShare))
  }

  /// The values of a loss share's wording.
  func lossValues(_ share: LossShare) -> [String: String] {
    let limit = report.query.lossLimit
    return [
      "lost": numbers.integer(share.lost), "base": numbers.integer(share.base),
      "share": share.base > 0
        ? numbers.percent(share.lost, of: share.base, against: [limit]) : word(.noRate),
      "limit": numbers.percent(limit),
    ]
  }

  /// How many responses there are, of which days.
  var responsesLine: String {
    let n = numbers.integer(report.accounting.responses)
    var line = word(.responses, ["n": n])
    if let first = report.sources.compactMap(\.first).min(),
      let last = report.sources.compactMap(\.last).max()
    {
      line = word(.responsesWithDays, ["n": n, "days": numbers.days(first, last)])
    }
    for seen in report.seen {
      line += word(
        .seen, ["n": numbers.integer(seen.count), "axis": labels.axis(seen.dimension)])
    }
    if let asOf = report.asOf { line += "; " + word(.asOf, ["day": numbers.day(asOf)]) }
    return line + "."
  }

  private var selection: [ReportBlock] {
    var blocks: [ReportBlock] = []
    let query = report.query
    if !query.filters.isEmpty {
      blocks.append(.paragraph(word(.onlyWhere, ["conditions": conditions(query.filters)])))
    }
    if let period = query.period {
      let days = numbers.days(period.first, period.last)
      blocks.append(.paragraph(word(.onlyPeriod, ["id": period.id, "days": days])))
    }
    if !blocks.isEmpty {
      blocks.append(
        .paragraph(
          word(
            .selected,
            [
              "selected": numbers.integer(report.selected),
              "all": numbers.integer(report.accounting.responses),
            ])))
    }
    return blocks
  }

  /// Conditions in words: `Kênh: Trực tuyến + Bưu chính; Lĩnh vực: Đất đai`.
  func conditions(_ filters: [CategoryFilter]) -> String {
    filters.map { filter in
      let names = filter.categories.map {
        labels.value(DomainValue(condition: $0), on: filter.dimension)
      }
      return labels.axis(filter.dimension) + ": " + names.joined(separator: " + ")
    }.joined(separator: "; ")
  }

  // MARK: Figures

  /// A rate from its counts, exact; the word for "none" if nobody answered.
  func rate(_ satisfied: Int, of n: Int, measure: String) -> String {
    guard n > 0 else { return word(.noRate) }
    return numbers.percent(satisfied, of: n, against: bounds[measure] ?? [])
  }

  /// An interval; a dash if there is none.
  func interval(_ interval: Interval?, measure: String) -> String {
    guard let interval else { return word(.noInterval) }
    return numbers.percentRange(
      interval.lower, interval.upper, against: bounds[measure] ?? [])
  }
}
