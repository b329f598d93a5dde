import CivicSurvey
import SurveyDefinition

/// Each factor's rate beside the overall one.
///
/// Both are of the same people: which is higher only a paired test can tell (``FactorSection``), and no cause
/// is claimed.
struct ProfileSection: ReportPiece {
  let context: ReportContext

  /// The shares of satisfied with one factor, in the survey's order.
  private var factors: [Estimate] {
    report.survey.measures.filter { measure in
      guard case .topbox = measure.rule else { return false }
      return report.survey.question(measure.question)?.role == .factor
    }
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
          label: DisplayText.plain($1), rate: $0.value, lower: $0.interval?.lower,
          upper: $0.interval?.upper, text: rateWithBase($0))
      }, overall: context.mainScale.unit == .share ? RateTables(context: context).overall : nil,
      boundText: nil)
    let table = ReportTable(
      header: [
        ReportCell(word(.factor)), ReportCell(word(.rate)), ReportCell([word(.interval), level]),
        ReportCell(word(.answers)),
      ],
      alignments: [.left, .right, .right, .right],
      rows: factors.map { factor in
        [
          ReportCell(DisplayText.plain(labels.measure(factor.measure))),
          ReportCell(rate(factor)), ReportCell(interval(factor)),
          ReportCell(numbers.integer(factor.n)),
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
}
