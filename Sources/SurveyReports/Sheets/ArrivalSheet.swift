import CivicSurvey
import SurveyDefinition

/// What arrived, a column for each half-month.
struct ArrivalSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none where the report has no arrivals.
  var sheets: [WorkbookSheet] {
    guard let table = report.arrivals, !table.rows.isEmpty else { return [] }
    let days = table.halfMonths.map { numbers.dayOfYear($0.first) + "–" + numbers.day($0.last) }
    let axis = labels.axis(table.dimension)
    // A column for what is hardly ever there would only puzzle.
    let hasStray = table.rows.contains { $0.stray > 0 }
    return [
      .table(
        SheetTable(
          name: word(.arrivals, ["axis": axis]),
          notes: [word(.arrivals, ["axis": axis]), word(.arrivalsMean)],
          header: [axis] + days + [word(.withoutDate)] + (hasStray ? [word(.strayDate)] : [])
            + [word(.total)],
          widths: [30] + days.map { _ in 12 } + [12, 12] + (hasStray ? [12] : []),
          rowCount: table.rows.count,
          row: { index in
            let row = table.rows[index]
            let counts = row.responses.enumerated().map { place, n in
              let isMissing = row.isMissing(place, of: table)
              return SheetCell.count(n, SheetStyle(colour: isMissing ? .farBelow : nil))
            }
            return [.text(labels.value(row.value, on: table.dimension))] + counts
              + [.count(row.undated)] + (hasStray ? [.count(row.stray)] : [])
              + [.count(row.responses.reduce(row.undated + row.stray, +))]
          }))
    ]
  }
}
