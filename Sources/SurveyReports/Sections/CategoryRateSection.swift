import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The rates of the whole, then of each category against its target.
struct CategoryRateSection: ReportPiece {
  let context: ReportContext

  /// The section; none without a rate.
  var sections: [ReportSection] {
    let tables = RateTables(context: context)
    var blocks: [ReportBlock] = []
    let wholes = context.runs.filter(\.axes.isEmpty).flatMap { report.estimates[$0.rows] }
    if !wholes.isEmpty { blocks.append(tables.whole(wholes)) }
    for axis in context.axes.categories {
      guard let rows = context.estimates(context.mainMeasure, by: [axis]) else { continue }
      let title = word(
        .by,
        ["measure": context.mainMeasure.map(labels.measure) ?? "", "axes": labels.axis(axis)])
      blocks.append(.heading(3, title))
      if let chart = tables.chart(rows, on: axis, title: title) { blocks.append(.chart(chart)) }
      let table = tables.table(
        [ReportCell(DisplayText.plain(labels.axis(axis)))], rows.prefix(ReportLimits.pageRows),
        cells: { [labels.cell($0.domain.entries[0].value, on: axis)] })
      blocks.append(.table(table.captioned(title)))
      blocks += moreRows(rows.count - ReportLimits.pageRows)
    }
    guard !blocks.isEmpty else { return [] }
    blocks += RowNotes(context: context).blocks
    return [
      ReportSection(
        id: "rates", title: word(context.rateTitle),
        blocks: blocks)
    ]
  }
}
