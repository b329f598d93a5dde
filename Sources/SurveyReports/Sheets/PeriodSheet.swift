import CivicSurvey
import SurveyDefinition

/// All periods one after the other, in the shape that offices hand up: by each axis, the rate overall
/// and by factor.
struct PeriodSheet: ReportPiece {
  let context: ReportContext

  private struct Row {
    let period: Period
    let axis: String
    let value: DomainValue
    /// The rates of all measures, in the survey's order.
    let rates: [Estimate?]
  }

  /// The sheet; none without periods.
  var sheets: [WorkbookSheet] {
    guard let kind = context.axes.period, let main = context.mainMeasure,
      let periods = context.estimates(main, by: [kind])
    else { return [] }
    let rows = context.axes.categories.flatMap { self.rows(by: $0, kind: kind) }
    let order = Dictionary(
      periods.enumerated().compactMap { place, row -> (Period, Int)? in
        if case .period(let period) = row.domain.entries[0].value { (period, place) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    let sorted = rows.enumerated().sorted { left, right in
      let first = order[left.element.period] ?? 0
      let second = order[right.element.period] ?? 0
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
    guard !sorted.isEmpty else { return [] }
    let measures = MeasureNames(context: context).short
    return [
      .table(
        SheetTable(
          name: word(.periodTables), notes: [word(.periodTables), word(.allPeriodsMean)],
          header: [
            word(.period), word(.firstDay), word(.lastDay), word(.axis), word(.category),
            word(.answers),
          ] + measures,
          widths: [16, 12, 12, 18, 30, 9] + measures.map { _ in 16 }, frozenColumns: 5,
          rowCount: sorted.count, row: { cells(sorted[$0]) }))
    ]
  }

  private func cells(_ row: Row) -> [SheetCell] {
    let figures = SheetFigures(context: context)
    return [
      .text(labels.period(row.period)), SheetCell(value: .day(row.period.first)),
      SheetCell(value: .day(row.period.last)), .text(labels.axis(row.axis)),
      .text(labels.value(row.value, on: row.axis)), figures.base(row.rates.first??.n ?? 0),
    ] + row.rates.map { rate in rate.map { figures.rate($0) } ?? .empty }
  }

  private func rows(by axis: String, kind: String) -> [Row] {
    let tables = report.survey.measures.map { measure in
      context.estimates(measure.id, by: [axis, kind])
        ?? context.estimates(measure.id, by: [kind, axis])
    }
    guard let main = tables.first ?? nil else { return [] }
    return main.indices.compactMap { index in
      let entries = main[index].domain.entries
      guard let time = entries.first(where: { $0.axis == kind }),
        case .period(let period) = time.value,
        let value = entries.first(where: { $0.axis == axis })?.value
      else { return nil }
      // Runs of the same axes have their domains in the same order.
      let offset = index - main.startIndex
      return Row(
        period: period, axis: axis, value: value,
        rates: tables.map { $0.map { $0[$0.startIndex + offset] } })
    }
  }
}
