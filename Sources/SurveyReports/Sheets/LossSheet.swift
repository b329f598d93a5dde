import CivicSurvey
import SurveyDefinition

/// The spellings that were read as nothing known.
struct LossSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none where everything was known.
  var sheets: [WorkbookSheet] {
    let losses = report.shownLosses
    guard !losses.isEmpty else { return [] }
    let words = LossWords(context: context)
    return [
      .table(
        SheetTable(
          name: word(.losses),
          header: [
            word(.axis), word(.label), word(.count), word(.place), word(.suggestion),
          ],
          widths: [30, 40, 10, 40, 30], frozenColumns: 2, rowCount: losses.count,
          row: { index in
            let loss = losses[index]
            return [
              .text(words.column(loss.column), SheetStyle(isWrapped: true)),
              .text(words.label(loss)), .count(loss.n), .text(loss.first.map(words.place) ?? ""),
              .text(loss.suggestion ?? ""),
            ]
          }))
    ]
  }
}
