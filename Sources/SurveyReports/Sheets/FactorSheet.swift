import CivicSurvey
import SurveyDefinition

/// Every question that is held against a measure's own, response by response.
struct FactorSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none where no measure names such a question.
  var sheets: [WorkbookSheet] {
    let rows = report.factors
    guard !rows.isEmpty else { return [] }
    let words = FactorWords(context: context)
    return [
      .table(
        SheetTable(
          name: word(.factorSheet),
          notes: words.groups.map { words.note($0.measure) },
          header: [
            word(.measure), word(.factor), word(.answeredBoth), word(.differenceColumn),
            word(.lowerLimit), word(.upperLimit), word(.pHead), word(.adjustedHead),
            word(.findingColumn),
          ],
          widths: [34, 34, 12, 14, 12, 12, 10, 10, 24], frozenColumns: 2, rowCount: rows.count,
          row: { row(rows[$0], words) }))
    ]
  }

  private func row(_ row: FactorRow, _ words: FactorWords) -> [SheetCell] {
    let comparison = row.comparison
    func points(_ value: Double?) -> SheetCell {
      .number(value.map { 100 * $0 }, decimals: 2)
    }
    return [
      .text(labels.measure(row.measure)), .text(labels.axis(row.question)), .count(row.n),
      points(comparison.difference), points(comparison.limits?.lower),
      points(comparison.limits?.upper), .probability(comparison.test?.pValue),
      .probability(row.adjustedPValue),
      .text(words.finding(row), SheetStyle(isBold: row.finding.isDifference)),
    ]
  }
}
