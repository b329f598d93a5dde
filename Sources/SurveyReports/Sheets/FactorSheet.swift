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
    let note: ReportWord =
      !context.showsIntervals
      ? .factorsCounted : report.design == nil ? .factorsCompared : .factorsByDesign
    return [
      .table(
        SheetTable(
          name: word(.factorSheet),
          notes: words.groups.map { word(note, ["measure": labels.measure($0.measure)]) },
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
      value.map { SheetCell(value: .number(100 * $0, decimals: 2, unit: "")) } ?? .empty
    }
    func probability(_ value: Double?) -> SheetCell {
      value.map { SheetCell(value: .probability($0)) } ?? .empty
    }
    return [
      .text(labels.measure(row.measure)), .text(labels.axis(row.question)), .count(row.n),
      points(comparison.difference), points(comparison.limits?.lower),
      points(comparison.limits?.upper), probability(comparison.test?.pValue),
      probability(row.adjustedPValue),
      .text(words.finding(row), SheetStyle(isBold: row.finding.isDifference)),
    ]
  }
}
