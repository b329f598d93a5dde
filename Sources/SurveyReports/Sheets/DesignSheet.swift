import CivicSurvey
import SurveyDefinition

/// What the sample's design says of each figure: what a statistician looks for beside the rates.
struct DesignSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none where everything is done on n.
  var sheets: [WorkbookSheet] {
    guard report.design != nil else { return [] }
    let axes = report.query.by
    return [
      .table(
        SheetTable(
          name: word(.designSheet), notes: DesignWords(context: context).method,
          header: [word(.measure)] + axes.map(labels.axis) + [
            word(.rate), word(.lowerLimit), word(.upperLimit), word(.answers),
            word(.weightedN), word(.standardError), word(.relativeStandardError),
            word(.degreesOfFreedom), word(.designEffect), word(.effectiveN), word(.kishN),
          ],
          widths: [30] + axes.map { _ in 24 } + [12, 12, 12, 12, 14, 14, 14, 10, 12, 14, 14],
          frozenColumns: 1, rowCount: report.estimates.count,
          row: { index in row(report.estimates[index], axes) }))
    ]
  }

  private func row(_ estimate: Estimate, _ axes: [String]) -> [SheetCell] {
    let figures = SheetFigures(context: context)
    let design = estimate.design
    let places = axes.map { axis -> SheetCell in
      let entry = estimate.domain.entries.first { $0.axis == axis }
      return .text(entry.map { labels.value($0.value, on: axis) } ?? word(.whole))
    }
    let precision: [SheetCell] = [
      figures.base(estimate.n), .number(design?.weightedN, decimals: 1),
      .number(design?.standardError, decimals: 6),
      .number(design?.relativeStandardError, decimals: 4), .count(design?.degreesOfFreedom),
      .number(design?.designEffect, decimals: 4), .number(design?.effectiveN, decimals: 1),
      .number(design?.kishN, decimals: 1),
    ]
    return [.text(labels.measure(estimate.measure))] + places + [figures.rate(estimate)]
      + figures.limits(estimate.interval, of: estimate.measure, against: []) + precision
  }
}
