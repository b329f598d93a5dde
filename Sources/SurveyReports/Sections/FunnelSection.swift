import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The units whose rate differs from that of all of them by more than chance, not one of the others.
struct FunnelSection: ReportPiece {
  let context: ReportContext

  /// Units are named together where Holm's p is at most this.
  private static let limit = 0.05

  /// The section; none where the report has no funnel of its main measure.
  var sections: [ReportSection] {
    guard let table = report.funnel, let funnel = table.funnel(of: context.mainMeasure) else {
      return []
    }
    let title = word(.funnelTitle, ["axis": labels.axis(table.dimension)])
    let outside = funnel.rows.filter { $0.outside != nil }.sorted { left, right in
      (left.value - funnel.center, left.adjustedPValue) < (
        right.value - funnel.center, right.adjustedPValue
      )
    }
    var blocks: [ReportBlock] = [.paragraph(meaning(table, funnel))]
    if outside.isEmpty {
      blocks.append(.paragraph(word(.funnelNone)))
    } else {
      blocks += told(outside, table, funnel).map { .paragraph($0) }
      blocks.append(.table(rows(outside, table, funnel).captioned(title)))
      blocks += moreRows(outside.count - ReportLimits.pageRows)
    }
    return [ReportSection(id: "funnel", title: title, blocks: blocks)]
  }

  private func meaning(
    _ table: FunnelTable, _ funnel: FunnelTable.MeasureFunnel
  ) -> String {
    let count = funnel.rows.count
    var text = word(
      .funnelMeans,
      [
        "measure": labels.measure(funnel.measure),
        "period": table.period.map(labels.period) ?? word(.allPeriods),
        "k": numbers.integer(count), "rate": percent(funnel.center),
      ])
    if let expected = funnel.expectedOutside, expected > 0 {
      text +=
        " "
        + word(
          .funnelExpected,
          ["k": numbers.integer(count), "expected": numbers.tenths(upTo: expected)])
    }
    text += " " + word(.funnelNoRanking)
    guard funnel.phi > 1 else { return text }
    let phi = numbers.decimal(funnel.phiText)
    return text + " "
      + word(report.design == nil ? .funnelStretched : .funnelStretchedByDesign, ["phi": phi])
  }

  /// Who is shown to differ, all taken together.
  private func told(
    _ outside: [FunnelTable.Row], _ table: FunnelTable, _ funnel: FunnelTable.MeasureFunnel
  ) -> [String] {
    let shown = outside.filter { $0.adjustedPValue <= Self.limit }
    let k = numbers.integer(funnel.rows.count)
    guard !shown.isEmpty else { return [word(.funnelNotShown, ["k": k])] }
    let sides: [(ReportWord, [FunnelTable.Row])] = [
      (.funnelBelow, shown.filter { $0.value < funnel.center }),
      (.funnelAbove, shown.filter { $0.value > funnel.center }),
    ]
    let summary = SummarySection(context: context)
    return sides.filter { !$1.isEmpty }.map { side, rows in
      let names = rows.map { labels.value(.category($0.category), on: table.dimension) }
      return word(side, ["k": k, "names": summary.listed(names, most: ReportLimits.pageRows)])
    }
  }

  private func rows(
    _ outside: [FunnelTable.Row], _ table: FunnelTable, _ funnel: FunnelTable.MeasureFunnel
  ) -> ReportTable {
    let shown = outside.prefix(ReportLimits.pageRows)
    let header: [ReportCell] = [
      ReportCell(DisplayText.plain(labels.axis(table.dimension))),
      ReportCell(word(.rate)),
      ReportCell(word(.funnelLimits, ["level": numbers.levelPercent(0.95)])),
      ReportCell(word(.funnelLimits, ["level": numbers.levelPercent(0.998)])),
      ReportCell(word(.funnelPlace)), ReportCell(word(.funnelHolm)),
    ]
    return ReportTable(
      header: header, alignments: [.left, .right, .right, .right, .left, .right],
      rowCount: shown.count,
      row: { index in
        let row = shown[shown.startIndex + index]
        let rate =
          row.satisfied.map { numbers.percent($0, of: row.n) } ?? percent(row.value)
        return [
          labels.cell(.category(row.category), on: table.dimension),
          ReportCell(rate + " (" + numbers.integer(row.n) + ")"),
          ReportCell(numbers.percentRange(row.limits.lower95, row.limits.upper95)),
          ReportCell(numbers.percentRange(row.limits.lower998, row.limits.upper998)),
          ReportCell(word(ReportWord(row.outside))),
          ReportCell(numbers.probability(row.adjustedPValue)),
        ]
      })
  }

  private func percent(_ rate: Double) -> String {
    numbers.figure(rate, nil, on: .share, against: [])
  }
}
