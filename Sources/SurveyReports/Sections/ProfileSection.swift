import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// How each factor's rate lies to the overall one; no cause is claimed.
struct ProfileSection: ReportPiece {
  let context: ReportContext

  /// The measures of factors, in the survey's order.
  private var factors: [Estimate] {
    report.survey.measures.filter { report.survey.question($0.question)?.role == .factor }
      .compactMap { context.estimates($0.id, by: [])?.first }
  }

  /// The section; none without a factor.
  var sections: [ReportSection] {
    let factors = factors
    guard !factors.isEmpty else { return [] }
    let title = word(.profile)
    let names = MeasureNames.withoutCommonStart(factors.map { labels.measure($0.measure) })
    let chart = ReportIntervalChart(
      title: title,
      rows: zip(factors, names).map {
        ReportIntervalChart.Row(
          label: DisplayText.plain($1), rate: $0.rate, lower: $0.interval?.lower,
          upper: $0.interval?.upper, text: rateWithBase($0))
      }, overall: RateTables(context: context).overall, boundText: nil)
    let table = ReportTable(
      header: [
        ReportCell(word(.factor)), ReportCell(word(.rate)), ReportCell([word(.interval), level]),
        ReportCell(word(.answers)), ReportCell(word(.toOverall)),
      ],
      alignments: [.left, .right, .right, .right, .left],
      rows: factors.map { factor in
        [
          ReportCell(DisplayText.plain(labels.measure(factor.measure))),
          ReportCell(rate(factor)), ReportCell(interval(factor)),
          ReportCell(numbers.integer(factor.n)), ReportCell(toOverall(factor)),
        ]
      })
    return [
      ReportSection(
        id: "profile", title: title,
        blocks: [
          .paragraph(word(.profileMeans)), .chart(.intervals(chart)),
          .table(table.captioned(title)),
        ])
    ]
  }

  /// Whether a rate is below, at or above the overall one, compared in integers.
  private func toOverall(_ factor: Estimate) -> String {
    guard let whole = context.whole, whole.n > 0, factor.n > 0, factor.measure != whole.measure
    else { return word(.noInterval) }
    let order = Share(numerator: whole.satisfied, denominator: whole.n)
      .order(of: factor.satisfied, outOf: factor.n)
    switch order {
    case .below: return word(.belowOverall)
    case .equal: return word(.atOverall)
    case .above: return word(.aboveOverall)
    }
  }
}
