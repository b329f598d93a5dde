import CivicSurvey
import SurveyDefinition

/// What weighting to margins did to the figures: every measure, then every category.
struct MarginSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none without margins.
  var sheets: [WorkbookSheet] {
    guard let effect = report.marginEffect, let main = effect.main else { return [] }
    let words = MarginWords(context: context)
    let rows =
      effect.changes.map { row($0) }
      + effect.splits.flatMap { split in
        split.categories.map { row($0, split.axis, main.measure) }
      }
    return [
      .table(
        SheetTable(
          name: word(.marginTitle),
          notes: words.method + [words.changeLine].compactMap { $0 } + [word(.marginMeans)],
          header: [
            word(.marginAxis), word(.category), word(.answers), word(.marginShareWithout),
            word(.marginShareWith), word(.marginWithout), word(.marginWith), word(.marginChange),
          ],
          widths: [24, 34, 10, 14, 14, 14, 14, 14], frozenColumns: 2, rowCount: rows.count,
          row: { rows[$0] }))
    ]
  }

  private func row(_ change: MarginEffect.Change) -> [SheetCell] {
    [
      .text(word(.marginMeasure)), .text(labels.measure(change.measure)), .empty, .empty, .empty,
      figure(change.without, change.measure), figure(change.with, change.measure),
      difference(change.with - change.without, change.measure),
    ]
  }

  private func row(
    _ category: MarginEffect.Category, _ axis: String, _ measure: String
  ) -> [SheetCell] {
    [
      .text(labels.axis(axis)), .text(labels.value(category.value, on: axis)), .count(category.n),
      .percent(category.shareWithout),
      .percent(category.shareWith),
      figure(category.rate, measure), .empty, difference(category.effect, measure),
    ]
  }

  private func figure(_ value: Double, _ measure: String) -> SheetCell {
    SheetCell(
      value: SheetFigures(context: context).figure(
        value, of: measure, against: context.bounds[measure] ?? []))
  }

  private func difference(_ value: Double, _ measure: String) -> SheetCell {
    let scale = context.scale(of: measure)
    return SheetCell(
      value: scale.unit == .share
        ? .number(100 * value, decimals: 2, unit: "")
        : .number(value, decimals: 2, unit: numbers.suffix(scale.unit)))
  }
}
