import CivicSurvey
import SurveyDefinition

/// The main measure by two axes, a shaded cell for each pair.
struct HeatTable: ReportPiece {
  let context: ReportContext

  /// What its colours mean: it stands before the first table of a section.
  var legend: ReportBlock {
    guard context.showsIntervals else {
      return .paragraph(word(.heatMeansOfCensus, ["figure": context.figureWord]))
    }
    return .paragraph(
      word(
        .heatMeans,
        [
          "figure": context.figureWord, "level": level,
          "rest": numbers.levelPercent(1 - report.query.level),
        ]))
  }

  /// The table under its heading; `nil` where the report has no such rates.
  func blocks(rows rowAxis: String, columns columnAxis: String) -> [ReportBlock]? {
    let main = context.mainMeasure
    let isSwapped: Bool
    let found: Slice<EstimateTable>
    if let estimates = context.estimates(main, by: [rowAxis, columnAxis]) {
      (found, isSwapped) = (estimates, false)
    } else if let estimates = context.estimates(main, by: [columnAxis, rowAxis]) {
      (found, isSwapped) = (estimates, true)
    } else {
      return nil
    }
    let order = AxisOrder(context: context)
    let first = order.values(of: found, at: 0)
    let second = order.values(of: found, at: 1)
    let (rows, columns) = isSwapped ? (second, first) : (first, second)
    let title = word(
      .by,
      [
        "measure": main.map(labels.measure) ?? "",
        "axes": labels.axis(rowAxis) + " × " + labels.axis(columnAxis),
      ])
    guard columns.count <= ReportLimits.pageColumns else {
      if rows.count <= ReportLimits.pageColumns {
        return blocks(rows: columnAxis, columns: rowAxis)
      }
      return [
        .heading(3, title), .paragraph(word(.tooWide, ["n": numbers.integer(columns.count)])),
      ]
    }
    let grid = CrossGrid(found, rows: first, columns: second)
    let reference = RateReference(context: context)
    let shown = rows.prefix(ReportLimits.pageRows)
    let table = ReportTable(
      header: [ReportCell(DisplayText.plain(labels.axis(rowAxis)))]
        + columns.map { order.columnHeader($0, on: columnAxis) },
      alignments: [.left] + columns.map { _ in .right }, rowCount: shown.count,
      row: { row in
        [labels.cell(rows[row], on: rowAxis)]
          + columns.indices.map { column in
            let estimate = isSwapped ? grid[column, row] : grid[row, column]
            return cell(estimate, heat: estimate.flatMap(reference.heat))
          }
      })
    return [.heading(3, title), .table(table.captioned(title))]
      + moreRows(rows.count - shown.count)
  }

  /// A rate over its base.
  private func cell(_ estimate: Estimate?, heat: ReportHeat?) -> ReportCell {
    guard let estimate, estimate.value != nil else { return ReportCell(word(.noInterval)) }
    return ReportCell([rate(estimate), numbers.integer(estimate.n)], heat: heat)
  }
}
