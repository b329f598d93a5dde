import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension RateSection {
  /// The columns that a cross table may take, and the least for its row labels.
  private static let crossWidth = (whole: 80, label: 16)
  /// The least columns that a figure takes.
  private static let leastColumn = 8
  /// More tables than this are harder to read than a row for each domain.
  private static let mostCrossTables = 3

  /// The second axis as columns, in as many tables of about equal width as it takes; empty if those
  /// are too many.
  func crossTables(_ estimates: Slice<EstimateTable>, axes: [String]) -> [ReportTable] {
    let order = AxisOrder(context: context)
    let columns = order.values(of: estimates, at: 1)
    // No column is narrower than 8, so that more of them would not fit in any case.
    guard !columns.isEmpty,
      columns.count <= Self.mostCrossTables * (Self.crossWidth.whole / (Self.leastColumn + 2))
    else { return [] }
    let rows = order.values(of: estimates, at: 0)
    let grid = CrossGrid(estimates, rows: rows, columns: columns)
    let headers = columns.map { order.columnHeader($0, on: axes[1]) }
    let label = min(
      rows.lazy.map { labels.cell($0, on: axes[0]).width }.max() ?? 0, Self.crossWidth.label)
    // A category's name may be broken in the header, a figure or a day never.
    let widest =
      headers.enumerated().map { column, header in
        let cells = rows.indices.lazy.map { figure(grid[$0, column]).width }.max() ?? 0
        return max(header.lines.count > 1 ? header.width : Self.leastColumn, cells)
      }.max() ?? 0
    let most = max(1, (Self.crossWidth.whole - label) / (widest + 2))
    let count = (columns.count + most - 1) / most
    guard count <= Self.mostCrossTables else { return [] }
    let atOnce = (columns.count + count - 1) / count
    return stride(from: 0, to: columns.count, by: atOnce).map { start in
      let shown = start..<min(start + atOnce, columns.count)
      return ReportTable(
        header: [ReportCell(DisplayText.plain(labels.axis(axes[0])))] + headers[shown],
        alignments: [.left] + shown.map { _ in .right }, rowCount: rows.count,
        row: { row in
          [labels.cell(rows[row], on: axes[0])] + shown.map { figure(grid[row, $0]) }
        })
    }
  }

  /// A rate with its base, its interval under it; a dash where there is none.
  func figure(_ estimate: Estimate?) -> ReportCell {
    guard let estimate else { return ReportCell(word(.noInterval)) }
    let first = rate(estimate) + " / " + numbers.integer(estimate.n)
    guard context.showsIntervals, estimate.value != nil else { return ReportCell(first) }
    return ReportCell([first, interval(estimate)])
  }
}
