import CivicSurvey
import SurveyDefinition

/// Every unit with its limits, for all measures: in survey order, not in that of the rates.
struct FunnelSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none where the report has no funnel.
  var sheets: [WorkbookSheet] {
    guard let table = report.funnel else { return [] }
    let rows = table.measures.flatMap { funnel in funnel.rows.map { (funnel, $0) } }
    let axis = labels.axis(table.dimension)
    let period = table.period.map(labels.period) ?? word(.allPeriods)
    let limits = [0.95, 0.998].flatMap { level in
      [ReportWord.funnelLower, .funnelUpper].map {
        word($0, ["level": numbers.levelPercent(level)])
      }
    }
    return [
      .table(
        SheetTable(
          name: word(.funnelSheet),
          notes: [word(.funnelTitle, ["axis": axis]), period],
          header: [axis, word(.measure), word(.rate), word(.answers)] + limits
            + [word(.funnelPlace), word(.funnelHolm), word(.funnelPooled), "φ"],
          widths: [30, 30, 12, 12, 14, 14, 14, 14, 22, 12, 14, 10],
          rowCount: rows.count,
          row: { index in
            let (funnel, row) = rows[index]
            let limits = row.limits
            return [
              .text(labels.value(.category(row.category), on: table.dimension)),
              .text(labels.measure(funnel.measure)), .percent(row.value), .count(row.n),
              .percent(limits.lower95), .percent(limits.upper95), .percent(limits.lower998),
              .percent(limits.upper998), .text(word(ReportWord(row.outside))),
              .probability(row.adjustedPValue), .percent(funnel.center),
              .number(funnel.phi, decimals: 2),
            ]
          }))
    ]
  }
}
