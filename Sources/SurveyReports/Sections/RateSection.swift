import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The rates: all measures for the whole; the first measure by every breakdown; the others by every
/// single axis.
struct RateSection: ReportPiece {
  let context: ReportContext

  /// The section; none without a rate.
  var sections: [ReportSection] {
    guard !report.estimates.isEmpty else { return [] }
    let tables = RateTables(context: context)
    var blocks: [ReportBlock] = []
    let whole = context.runs.filter(\.axes.isEmpty)
    if !whole.isEmpty { blocks.append(tables.whole(whole.flatMap { report.estimates[$0.rows] })) }
    let measures = report.survey.measures.map(\.id)
    for axes in subsets {
      let names = axes.map(labels.axis).joined(separator: ", ")
      if let main = measures.first, let rows = context.estimates(main, by: axes) {
        let title = word(.by, ["measure": labels.measure(main), "axes": names])
        blocks.append(.heading(3, title))
        if axes.count == 1, let chart = tables.chart(rows, on: axes[0], title: title) {
          blocks.append(.chart(chart))
        }
        blocks += breakdown(rows, axes: axes)
      }
      if axes.count == 1 { blocks += comparison(measures, on: axes[0]) }
    }
    blocks += RowNotes(context: context).blocks
    return [
      ReportSection(
        id: "rates", title: word(context.rateTitle),
        blocks: blocks)
    ]
  }

  /// The axes of each breakdown, in the order of the estimates.
  private var subsets: [[String]] {
    var seen: Set<[String]> = [[]]
    return context.runs.map(\.axes).filter { seen.insert($0).inserted }
  }

  /// Two axes become rows and columns where few tables hold them, else a row for each domain.
  private func breakdown(_ estimates: Slice<EstimateTable>, axes: [String]) -> [ReportBlock] {
    if axes.count == 2 {
      let tables = crossTables(estimates, axes: axes)
      if !tables.isEmpty { return [cellsAre] + tables.map { .table($0) } }
    }
    // The first of several axes is said once over its rows.
    let grouping = axes.count > 1 ? 1 : 0
    let leading = axes.dropFirst(grouping).map { ReportCell(DisplayText.plain(labels.axis($0))) }
    func value(_ index: Int) -> Domain.Entry? {
      estimates[estimates.startIndex + index].domain.entries.first
    }
    let rows = RateTables(context: context).table(
      leading, estimates,
      cells: { estimate in
        estimate.domain.entries.dropFirst(grouping).map { labels.cell($0.value, on: $0.axis) }
      },
      group: { index in
        guard grouping > 0, let first = value(index),
          index == 0 || value(index - 1)?.value != first.value
        else { return nil }
        return DisplayText.plain(
          labels.axis(first.axis) + ": " + labels.cell(first.value, on: first.axis).lines[0])
      })
    return [.table(rows)]
  }

  /// What says how to read a cell with a figure and its base.
  private var cellsAre: ReportBlock {
    .paragraph(
      context.showsIntervals
        ? word(.cellsAre, ["figure": context.figureWord, "level": level])
        : word(.cellsAreWithoutInterval, ["figure": context.figureWord]))
  }

  /// The measures after the first over one axis: one as a table of its own, several side by side,
  /// at most four at a time.
  private func comparison(_ measures: [String], on axis: String) -> [ReportBlock] {
    let found = Dictionary(
      measures.compactMap { id in context.estimates(id, by: [axis]).map { (id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let others = measures.dropFirst().filter { found[$0] != nil }
    guard let only = others.first else { return [] }
    let axisName = labels.axis(axis)
    if others.count == 1, let rows = found[only] {
      let title = word(.by, ["measure": labels.measure(only), "axes": axisName])
      return [.heading(3, title)] + breakdown(rows, axes: [axis])
    }
    let runs = context.runs.filter { $0.axes == [axis] }
    let rows = AxisOrder(context: context).values(
      of: runs.lazy.flatMap { report.estimates[$0.rows] }, at: 0)
    let grids = found.mapValues { CrossGrid($0, rows: rows) }
    let tables = (others.count + 3) / 4
    let atOnce = (others.count + tables - 1) / tables
    let blocks: [ReportBlock] = stride(from: 0, to: others.count, by: atOnce).map { start in
      let shown = others[start..<min(start + atOnce, others.count)]
      return .table(
        ReportTable(
          header: [ReportCell(DisplayText.plain(axisName))]
            + shown.map { ReportCell(DisplayText.plain(labels.measure($0))) },
          alignments: [.left] + shown.map { _ in .right }, rowCount: rows.count,
          row: { row in
            [labels.cell(rows[row], on: axis)] + shown.map { figure(grids[$0]?[row, 0]) }
          }))
    }
    return [
      .heading(3, word(context.areShares ? .others : .otherMeasures, ["axes": axisName])), cellsAre,
    ] + blocks
  }
}
