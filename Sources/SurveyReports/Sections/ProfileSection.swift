import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// The measures of factors, in the survey's order.
  private var factors: [Estimate] {
    report.survey.measures.filter { report.survey.question($0.question)?.role == .factor }
      .compactMap { estimates($0.id, by: [])?.first }
  }

  /// How each factor's rate lies to the overall one; no cause is claimed.
  var profile: ReportSection? {
    let factors = factors
    guard !factors.isEmpty else { return nil }
    let title = word(.profile)
    let names = Self.withoutCommonStart(factors.map { labels.measure($0.measure) })
    let chart = ReportIntervalChart(
      title: title,
      rows: zip(factors, names).map {
        ReportIntervalChart.Row(
          label: DisplayText.plain($1), rate: $0.rate, lower: $0.interval?.lower,
          upper: $0.interval?.upper, text: rateWithBase($0))
      }, overall: overall, boundText: nil)
    let table = ReportTable(
      header: [
        ReportCell(word(.factor)), ReportCell(word(.rate)), ReportCell([word(.interval), level]),
        ReportCell(word(.answers)), ReportCell(word(.toOverall)),
      ],
      alignments: [.left, .right, .right, .right, .left],
      rows: factors.map { factor in
        [
          ReportCell(DisplayText.plain(labels.measure(factor.measure))),
          ReportCell(rate(factor.satisfied, of: factor.n, measure: factor.measure)),
          ReportCell(interval(factor.interval, measure: factor.measure)),
          ReportCell(numbers.integer(factor.n)), ReportCell(toOverall(factor)),
        ]
      })
    return ReportSection(
      id: "profile", title: title,
      blocks: [
        .paragraph(word(.profileMeans)), .chart(.intervals(chart)),
        .table(table.captioned(title)),
      ])
  }

  /// Whether a rate is below, at or above the overall one, compared in integers.
  private func toOverall(_ factor: Estimate) -> String {
    guard let whole, whole.n > 0, factor.n > 0, factor.measure != whole.measure else {
      return word(.noInterval)
    }
    let order = Share(numerator: whole.satisfied, denominator: whole.n)
      .order(of: factor.satisfied, outOf: factor.n)
    switch order {
    case .below: return word(.belowOverall)
    case .equal: return word(.atOverall)
    case .above: return word(.aboveOverall)
    }
  }

  /// Questions of one kind often begin alike; what tells them apart is what a chart has room for.
  static func withoutCommonStart(_ titles: [String]) -> [String] {
    guard titles.count > 1, let first = titles.first else { return titles }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    var common = 0
    for count in words.indices {
      let start = words[...count].joined(separator: " ") + " "
      guard titles.allSatisfy({ $0.hasPrefix(start) }) else { break }
      common = start.count
    }
    return common > 12 ? titles.map { "… " + $0.dropFirst(common) } : titles
  }

  // MARK: - Quarterly tables

  /// The rates of all measures by category, period by period, in the shape that offices hand up: the
  /// last two periods.
  var quarterly: ReportSection? {
    let axes = PageAxes(report)
    guard let period = axes.period, report.survey.measures.count > 1,
      let rows = estimates(mainMeasure, by: [period])
    else { return nil }
    let periods = rows.compactMap { row -> Period? in
      if case .period(let period) = row.domain.entries[0].value { period } else { nil }
    }
    var blocks: [ReportBlock] = []
    for shown in periods.suffix(2).reversed() {
      let tables = axes.categories.compactMap { periodTable(shown, kind: period, by: $0) }
      guard !tables.isEmpty else { continue }
      let days = numbers.days(shown.first, shown.last)
      blocks.append(.heading(3, labels.period(shown) + " (\(days))"))
      blocks += tables.map { .table($0) }
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "periods", title: word(.periodTables),
      blocks: [.paragraph(word(.periodTablesMean))] + blocks,
      isWide: true)
  }

  private func periodTable(_ period: Period, kind: String, by axis: String) -> ReportTable? {
    let measures = report.survey.measures.map(\.id)
    var rates: [[DomainValue: Estimate]] = []
    var order: [DomainValue] = []
    for measure in measures {
      var found: [DomainValue: Estimate] = [:]
      let isFirst = estimates(measure, by: [kind, axis]) == nil
      for row in estimates(measure, by: isFirst ? [axis, kind] : [kind, axis])
        ?? report.estimates[0..<0]
      {
        let entries = row.domain.entries
        guard entries[isFirst ? 1 : 0].value == .period(period) else { continue }
        let value = entries[isFirst ? 0 : 1].value
        found[value] = row
        if rates.isEmpty { order.append(value) }
      }
      rates.append(found)
    }
    guard !order.isEmpty, order.count <= Self.mostPageRows else { return nil }
    let table = ReportTable(
      header: [
        ReportCell(DisplayText.plain(labels.axis(axis))), ReportCell(word(.answers)),
      ] + shortMeasures.map { ReportCell(DisplayText.plain($0)) },
      alignments: [.left, .right] + measures.map { _ in .right },
      rows: order.map { value in
        [
          labels.cell(value, on: axis),
          ReportCell(numbers.integer(rates[0][value]?.n ?? 0)),
        ]
          + rates.map { found in
            guard let row = found[value] else { return ReportCell(word(.noInterval)) }
            return ReportCell(
              rate(row.satisfied, of: row.n, measure: row.measure),
              isFew: row.n < Self.fewAnswers)
          }
      })
    return table.captioned(labels.axis(axis) + ", " + labels.period(period))
  }

  /// The measures' names for the heads of columns: in Vietnamese the column name by which staff know a
  /// question, else its text without what several begin with.
  var shortMeasures: [String] {
    let measures = report.survey.measures
    let titles = measures.map { labels.measure($0.id) }
    let isFactor = measures.map { report.survey.question($0.question)?.role == .factor }
    let factors = zip(titles, isFactor).filter(\.1).map(\.0)
    let short = Dictionary(
      zip(factors, Self.withoutCommonStart(factors)), uniquingKeysWith: { first, _ in first })
    return zip(measures, titles).map { measure, title in
      let columns = report.survey.question(measure.question)?.columns ?? []
      let name = columns.first { $0 != measure.question && $0.count < title.count }
      return (report.query.locale == .vi ? name : nil) ?? short[title] ?? title
    }
  }
}

extension ReportCell {
  /// A cell of one line, which may rest on few answers.
  fileprivate init(_ line: String, isFew: Bool) {
    self.init([line], heat: isFew ? .few : nil)
  }
}
