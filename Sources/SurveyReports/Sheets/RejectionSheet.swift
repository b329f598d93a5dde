import CivicSurvey

/// Why records were rejected, and what to do.
struct RejectionSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none without a rejection.
  var sheets: [WorkbookSheet] {
    let codes = report.accounting.byCode.sorted { $0.key < $1.key }
    guard !codes.isEmpty else { return [] }
    let words = LossWords(context: context)
    return [
      .table(
        SheetTable(
          name: word(.rejectedByCode),
          header: [word(.code), word(.recordCount), word(.meaning)], widths: [32, 12, 100],
          rowCount: codes.count,
          row: { index in
            let (code, n) = codes[index]
            return [
              .text(code), .count(n), .text(words.meaning(code), SheetStyle(isWrapped: true)),
            ]
          }))
    ]
  }
}
