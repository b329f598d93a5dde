import CivicSurvey
import SurveyDefinition

/// What arrived from each category, half-month by half-month: the last year's.
struct ArrivalSection: ReportPiece {
  let context: ReportContext

  /// The section shows so many half-months.
  private static let mostHalfMonths = 24

  /// Says that nobody knows whose arrivals are to be counted.
  private var withoutUnit: [ReportSection] {
    guard report.survey.dimension(.unit) == nil else { return [] }
    return [
      ReportSection(
        id: "arrivals", title: word(.arrivalsOfUnits), blocks: [.paragraph(word(.noUnit))])
    ]
  }

  /// The section; one that says why there are no arrivals where the survey has no unit.
  var sections: [ReportSection] {
    guard let table = report.arrivals else { return withoutUnit }
    guard !table.rows.isEmpty else { return [] }
    let halfMonths = table.halfMonths.suffix(Self.mostHalfMonths)
    let rest = [
      (ReportWord.withoutDate, \ArrivalTable.Row.undated), (.strayDate, \ArrivalTable.Row.stray),
    ].filter { _, count in table.rows.contains { $0[keyPath: count] > 0 } }
    let rows = table.rows.prefix(ReportLimits.pageRows)
    let header =
      [ReportCell(DisplayText.plain(labels.axis(table.dimension)))]
      + halfMonths.map { half in
        ReportCell([
          numbers.dayOfYear(half.first), "–" + numbers.dayOfYear(half.last),
          String(half.first.components.year),
        ])
      } + rest.map { ReportCell(word($0.0)) }
    let cells = ReportTable(
      header: header, alignments: header.indices.map { $0 == 0 ? .left : .right },
      rowCount: rows.count,
      row: { index in
        let row = rows[index]
        let counts = halfMonths.indices.map { place in
          let n = row.responses[place]
          let isMissing = row.isMissing(place, of: table)
          return ReportCell(
            [n == 0 && !isMissing ? "" : numbers.integer(n)], heat: isMissing ? .farBelow : nil)
        }
        return [labels.cell(row.value, on: table.dimension)] + counts
          + rest.map { ReportCell(numbers.integer(row[keyPath: $0.1])) }
      })
    let title = word(.arrivals, ["axis": labels.axis(table.dimension)])
    var blocks: [ReportBlock] = [
      .paragraph(word(.arrivalsMean)), .table(cells.captioned(title)),
    ]
    if halfMonths.count < table.halfMonths.count { blocks.append(.paragraph(word(.arrivalsCut))) }
    blocks += moreRows(table.rows.count - rows.count)
    return [ReportSection(id: "arrivals", title: title, blocks: blocks, isWide: true)]
  }
}
