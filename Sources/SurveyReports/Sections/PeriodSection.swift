import CivicSurvey
import SurveyDefinition

/// The rates of all measures by category, period by period, in the shape that offices hand up: the
/// last two periods.
struct PeriodSection: ReportPiece {
  let context: ReportContext

  /// The section; none without periods or with a single measure.
  var sections: [ReportSection] {
    let axes = context.axes
    guard let period = axes.period, report.survey.measures.count > 1,
      let rows = context.estimates(context.mainMeasure, by: [period])
    else { return [] }
    let periods = rows.compactMap { row -> Period? in
      guard case .period(let period) = row.domain.entries[0].value, row.counts.accepted > 0 else {
        return nil
      }
      return period
    }
    var blocks: [ReportBlock] = []
    for shown in periods.suffix(2).reversed() {
      let tables = axes.categories.compactMap { table(shown, kind: period, by: $0) }
      guard !tables.isEmpty else { continue }
      let days = numbers.days(shown.first, shown.last)
      blocks.append(.heading(3, labels.period(shown) + " (\(days))"))
      blocks += tables.map { .table($0) }
    }
    guard !blocks.isEmpty else { return [] }
    return [
      ReportSection(
        id: "periods", title: word(.periodTables),
        blocks: [
          .paragraph(word(context.areShares ? .periodTablesMean : .periodMeasuresMean))
        ] + blocks, isWide: true)
    ]
  }

  private func table(_ period: Period, kind: String, by axis: String) -> ReportTable? {
    let measures = report.survey.measures.map(\.id)
    var rates: [[DomainValue: Estimate]] = []
    var order: [DomainValue] = []
    for measure in measures {
      var found: [DomainValue: Estimate] = [:]
      let periodFirst = context.estimates(measure, by: [kind, axis])
      let isLast = periodFirst == nil
      let rows = periodFirst ?? context.estimates(measure, by: [axis, kind])
      for row in rows ?? report.estimates[0..<0] {
        let entries = row.domain.entries
        guard entries[isLast ? 1 : 0].value == .period(period) else { continue }
        let value = entries[isLast ? 0 : 1].value
        found[value] = row
        if rates.isEmpty { order.append(value) }
      }
      rates.append(found)
    }
    guard !order.isEmpty, order.count <= ReportLimits.pageRows else { return nil }
    let table = ReportTable(
      header: [
        ReportCell(DisplayText.plain(labels.axis(axis))), ReportCell(word(.answers)),
      ] + MeasureNames(context: context).short.map { ReportCell(DisplayText.plain($0)) },
      alignments: [.left, .right] + measures.map { _ in .right },
      rows: order.map { value in
        [
          labels.cell(value, on: axis),
          ReportCell(numbers.integer(rates[0][value]?.n ?? 0)),
        ]
          + rates.map { found in
            guard let row = found[value] else { return ReportCell(word(.noInterval)) }
            return ReportCell([rate(row)], heat: row.n < ReportLimits.fewAnswers ? .few : nil)
          }
      })
    return table.captioned(labels.axis(axis) + ", " + labels.period(period))
  }
}
