import CivicSurvey
import SurveyDefinition

/// Every unit that was looked at, with what became of it.
struct CommendationSheet: ScorecardPiece {
  let context: ScorecardContext

  /// The sheet; none where no source has volumes.
  var sheets: [WorkbookSheet] {
    let units = zip(card.sources, context.reports).flatMap { source, report in
      (report?.report.commendation).map { commendation in
        commendation.rows.map { (source.id, report, commendation, $0) }
      } ?? []
    }
    guard !units.isEmpty else { return [] }
    return [
      .table(
        SheetTable(
          name: word(.commended),
          header: [
            word(.planSource), word(.measure), word(.period), word(.commendedUnit), word(.result),
            word(.rate), word(.answers), word(.funnelLower, ["level": numbers.levelPercent(0.95)]),
            word(.acceptedColumn), word(.served), word(.offered), word(.participationRate),
          ], widths: [24, 30, 14, 30, 40, 9, 9, 14, 10, 12, 12, 14], rowCount: units.count,
          row: { place in
            let (source, report, commendation, row) = units[place]
            guard let report else { return [] }
            let words = CommendationWords(context: report)
            let people = row.participation
            return [
              .text(source), .text(words.measure(commendation)), .text(words.period(commendation)),
              .text(words.unit(row, commendation)),
              .text(words.result(row), SheetStyle(isBold: row.reason == nil, isWrapped: true)),
              .percent(row.unit.value), .count(row.unit.n), .percent(row.unit.limits.lower95),
              .count(people.accepted), .count(people.served), .count(people.offered),
              .percent(people.rate),
            ]
          }))
    ]
  }
}
