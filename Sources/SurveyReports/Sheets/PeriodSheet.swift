import CivicSurvey
import SurveyDefinition

/// All periods one after the other, in the shape that offices hand up: by each axis, the rate overall
/// and by factor.
struct PeriodSheet: ReportPiece {
  let context: ReportContext

  /// The rates by one axis and the periods.
  private struct Table {
    let axis: String
    let kind: String
    /// Of all measures, in the survey's order; runs of the same axes have their domains in the same
    /// order.
    let measures: [Slice<EstimateTable>?]

    func row(_ offset: Int) -> [Estimate?] {
      measures.map { $0.map { $0[$0.startIndex + offset] } }
    }
  }

  /// Where a row comes from: there may be very many, so that none is kept worked out.
  private struct Row {
    /// The period's place in time.
    let time: Int32
    let table: Int32
    let offset: Int32
  }

  /// The sheet; none without periods.
  var sheets: [WorkbookSheet] {
    guard let kind = context.axes.period, let main = context.mainMeasure,
      let periods = context.estimates(main, by: [kind])
    else { return [] }
    let order = Dictionary(
      periods.enumerated().compactMap { place, row -> (Period, Int)? in
        if case .period(let period) = row.domain.entries[0].value { (period, place) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    let tables = context.axes.categories.map { table(by: $0, kind: kind) }
    var rows: [Row] = []
    for (number, table) in tables.enumerated() {
      guard let estimates = table.measures.first ?? nil else { continue }
      for (offset, estimate) in estimates.enumerated() {
        guard let (period, _) = place(of: estimate, in: table) else { continue }
        rows.append(
          Row(time: Int32(order[period] ?? 0), table: Int32(number), offset: Int32(offset)))
      }
    }
    guard !rows.isEmpty else { return [] }
    rows.sort { ($0.time, $0.table, $0.offset) < ($1.time, $1.table, $1.offset) }
    let measures = MeasureNames(context: context).short
    return [
      .table(
        SheetTable(
          name: word(.periodTables),
          notes: [
            word(.periodTables),
            word(context.areShares ? .allPeriodsMean : .allPeriodMeasuresMean),
          ],
          header: [
            word(.period), word(.firstDay), word(.lastDay), word(.axis), word(.category),
            word(.answers),
          ] + measures,
          widths: [16, 12, 12, 18, 30, 9] + measures.map { _ in 16 }, frozenColumns: 5,
          rowCount: rows.count,
          row: { cells(tables[Int(rows[$0].table)], Int(rows[$0].offset)) }))
    ]
  }

  private func cells(_ table: Table, _ offset: Int) -> [SheetCell] {
    let rates = table.row(offset)
    guard let main = rates.first ?? nil, let (period, value) = place(of: main, in: table) else {
      return []
    }
    let figures = SheetFigures(context: context)
    return [
      .text(labels.period(period)), SheetCell(value: .day(period.first)),
      SheetCell(value: .day(period.last)), .text(labels.axis(table.axis)),
      .text(labels.value(value, on: table.axis)), figures.base(main.n),
    ] + rates.map { rate in rate.map { figures.rate($0) } ?? .empty }
  }

  /// The period and the category of a row.
  private func place(of estimate: Estimate, in table: Table) -> (Period, DomainValue)? {
    let entries = estimate.domain.entries
    guard let time = entries.first(where: { $0.axis == table.kind }),
      case .period(let period) = time.value,
      let value = entries.first(where: { $0.axis == table.axis })?.value
    else { return nil }
    return (period, value)
  }

  private func table(by axis: String, kind: String) -> Table {
    Table(
      axis: axis, kind: kind,
      measures: report.survey.measures.map { measure in
        context.estimates(measure.id, by: [axis, kind])
          ?? context.estimates(measure.id, by: [kind, axis])
      })
  }
}
