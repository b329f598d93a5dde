import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The rates, a sheet for each breakdown: a row a domain, the first measure in full, the others beside
/// it.
struct RateSheets: ReportPiece {
  let context: ReportContext

  /// The sheets; none without a measure.
  var sheets: [WorkbookSheet] {
    guard let main = context.mainMeasure else { return [] }
    let others = zip(report.survey.measures, MeasureNames(context: context).short).dropFirst()
    return context.runs.filter { $0.measure == main }.map { run in
      .table(
        sheet(
          run, names: others.map(\.1),
          others: others.map { context.rows(of: $0.0.id, by: run.axes) }))
    }
  }

  private func sheet(
    _ run: EstimateTable.Run, names: [String], others: [Range<Int>?]
  ) -> SheetTable {
    let periods = run.axes.filter { PeriodKind(rawValue: $0) != nil }
    var header = run.axes.map(labels.axis)
    if run.axes.isEmpty { header = [word(.whole)] }
    let leading = header.count + 2 * periods.count
    for _ in periods { header += [word(.firstDay), word(.lastDay)] }
    header += [
      word(context.mainScale.unit == .share ? .rate : .figure), word(.lowerLimit),
      word(.upperLimit),
      word(context.asksSatisfaction ? .satisfied : .counted), word(.answers), word(.accepted),
      word(.noOpinionCategory), word(.missingCategory), word(.notApplicableCategory),
      word(.invalidCategory),
    ]
    let participation = ParticipationWords(context: context)
    let hasVolumes = report.volumes != nil
    if hasVolumes { header += participation.columns }
    for name in names { header += [name, word(.answers)] }
    // A column that would be empty says nothing.
    let isFlagged = report.estimates[run.rows.prefix(ReportLimits.sheetRows)]
      .contains { !$0.flags(in: report).isEmpty }
    if isFlagged { header.append(word(.toMind)) }
    let labelWidth = run.axes.count > 1 ? 26 : 34
    let widths =
      [Int](repeating: labelWidth, count: max(run.axes.count, 1))
      + [Int](repeating: 12, count: 2 * periods.count) + [10, 10, 10, 10, 10, 10, 10, 10, 10, 10]
      + (hasVolumes ? [12, 12, 12] : []) + names.flatMap { _ in [14, 8] } + (isFlagged ? [30] : [])
    let title = labels.measure(run.measure)
    let reference = RateReference(context: context)
    return SheetTable(
      name: run.axes.isEmpty ? word(.whole) : run.axes.map(labels.axis).joined(separator: " × "),
      notes: [
        title,
        word(context.rateTitle) + ", "
          + word(.intervalAt, ["level": level]),
        word(
          !context.showsIntervals
            ? .sheetHeatMeansOfCensus
            : context.areShares ? .sheetHeatMeans : .sheetHeatMeansOfFigures),
      ],
      header: header, widths: widths, frozenColumns: max(run.axes.count, 1),
      rowCount: run.rows.count,
      row: { index in
        let estimate = report.estimates[run.rows.lowerBound + index]
        return row(
          estimate, others: others.map { $0.map { report.estimates[$0.lowerBound + index] } },
          reference: reference) + (isFlagged ? [.text(flags(estimate))] : [])
      }, chart: chart(run, title: title, leading: leading))
  }

  /// What to mind of a row of the first measure.
  private func flags(_ estimate: Estimate) -> String {
    estimate.flags(in: report).compactMap { $0.word.map { word($0) } }.joined(separator: ", ")
  }

  private func row(
    _ estimate: Estimate, others: [Estimate?], reference: RateReference
  ) -> [SheetCell] {
    let entries = estimate.domain.entries
    var cells: [SheetCell] = entries.map { .text(labels.value($0.value, on: $0.axis)) }
    if entries.isEmpty { cells = [.text(word(.whole))] }
    for entry in entries where PeriodKind(rawValue: entry.axis) != nil {
      guard case .period(let period) = entry.value else {
        cells += [.empty, .empty]
        continue
      }
      cells += [SheetCell(value: .day(period.first)), SheetCell(value: .day(period.last))]
    }
    let figures = SheetFigures(context: context)
    let counts = estimate.counts
    cells +=
      [figures.rate(estimate, SheetStyle(isBold: true, colour: colour(estimate, reference)))]
      + figures.limits(
        estimate.interval, of: estimate.measure, against: bounds(of: estimate))
    cells += [
      .count(estimate.satisfied), figures.base(estimate.n), .count(counts.accepted),
      .count(counts.noOpinion), .count(counts.missing), .count(counts.notApplicable),
      .count(counts.invalid),
    ]
    cells += ParticipationWords(context: context).cells(estimate)
    for other in others {
      cells.append(other.map { figures.rate($0) } ?? .empty)
      cells.append(other.map { figures.base($0.n) } ?? .empty)
    }
    return cells
  }

  /// The shade of a rate against the target of its category, else the whole in its period.
  private func colour(_ estimate: Estimate, _ reference: RateReference) -> SheetStyle.Colour? {
    reference.heat(estimate).flatMap { SheetStyle.Colour(rawValue: $0.rawValue) }
  }

  /// Bars for a single dimension, a line with its limits for a single period.
  private func chart(
    _ run: EstimateTable.Run, title: String, leading: Int
  ) -> SheetTable.Chart? {
    guard run.axes.count == 1, run.rows.count > 1, run.rows.count <= ReportLimits.chartRows else {
      return nil
    }
    let isLine = PeriodKind(rawValue: run.axes[0]) != nil
    let rows = report.estimates[run.rows]
    // What is no category or lies in no period comes last.
    let shown = rows.prefix { row in
      switch row.domain.entries[0].value {
      case .category, .period: true
      default: false
      }
    }
    let least = shown.compactMap { $0.interval?.lower ?? $0.value }.min() ?? 0
    let scale = context.mainScale
    let isShare = scale.unit == .share
    var series = [(name: word(isShare ? .rate : .figure), column: leading)]
    if isLine, context.showsIntervals {
      series += [
        (name: word(.lowerLimit), column: leading + 1),
        (name: word(.upperLimit), column: leading + 2),
      ]
    }
    return SheetTable.Chart(
      title: title, isLine: isLine, categories: 0, series: series, rows: 0..<shown.count,
      // The length of a bar says something only from 0 on, or from the scale's own end.
      lowest: isShare ? isLine ? max(0, (least * 10).rounded(.down) / 10) : 0 : scale.least,
      greatest: scale.greatest, isPercent: isShare)
  }
}
