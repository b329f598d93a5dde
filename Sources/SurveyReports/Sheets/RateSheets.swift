import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// A sheet for each breakdown: a row a domain, the first measure in full, the others beside it.
  var rateSheets: [WorkbookSheet] {
    guard let main = mainMeasure else { return [] }
    return report.estimates.runs.filter { $0.measure == main }.map { run in
      let others = otherMeasures.map { measure in
        report.estimates.runs.first { $0.measure == measure && $0.axes == run.axes }?.rows
      }
      return sheet(run, others: others)
    }
  }

  private func sheet(_ run: EstimateTable.Run, others: [Range<Int>?]) -> WorkbookSheet {
    let periods = run.axes.filter { PeriodKind(rawValue: $0) != nil }
    var header = run.axes.map(labels.axis)
    if run.axes.isEmpty { header = [word(.whole)] }
    let leading = header.count + 2 * periods.count
    for _ in periods { header += [word(.firstDay), word(.lastDay)] }
    header += [
      word(.rate), word(.lowerLimit), word(.upperLimit),
      word(asksSatisfaction ? .satisfied : .counted), word(.answers), word(.accepted),
      word(.noOpinionCategory), word(.missingCategory), word(.notApplicableCategory),
      word(.invalidCategory),
    ]
    let short = zip(report.survey.measures, shortMeasures).dropFirst().map(\.1)
    for name in short { header += [name, word(.answers)] }
    let labelWidth = run.axes.count > 1 ? 26 : 34
    let widths =
      [Int](repeating: labelWidth, count: max(run.axes.count, 1))
      + [Int](repeating: 12, count: 2 * periods.count) + [10, 10, 10, 10, 10, 10, 10, 10, 10, 10]
      + short.flatMap { _ in [14, 8] }
    let title = labels.measure(run.measure)
    return WorkbookSheet(
      name: run.axes.isEmpty ? word(.whole) : run.axes.map(labels.axis).joined(separator: " × "),
      notes: [
        title,
        word(asksSatisfaction ? .satisfactionRates : .rates) + ", "
          + word(.intervalAt, ["level": level]),
      ],
      header: header, widths: widths, frozenColumns: max(run.axes.count, 1),
      rowCount: run.rows.count,
      row: { index in
        row(
          report.estimates[run.rows.lowerBound + index],
          others: others.map { $0.map { report.estimates[$0.lowerBound + index] } })
      }, chart: chart(run, title: title, leading: leading))
  }

  private func row(_ estimate: Estimate, others: [Estimate?]) -> [SheetCell] {
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
    let measureBounds = bounds[estimate.measure] ?? []
    let counts = estimate.counts
    cells += [
      rateCell(
        estimate.satisfied, of: estimate.n, measure: estimate.measure,
        SheetStyle(isBold: true, colour: colour(estimate))),
      limitCell(estimate.interval?.lower, against: measureBounds),
      limitCell(estimate.interval?.upper, against: measureBounds),
      .count(estimate.satisfied), baseCell(estimate.n), .count(counts.accepted),
      .count(counts.noOpinion), .count(counts.missing), .count(counts.notApplicable),
      .count(counts.invalid),
    ]
    for other in others {
      cells.append(
        other.map { rateCell($0.satisfied, of: $0.n, measure: $0.measure) } ?? .empty)
      cells.append(other.map { baseCell($0.n) } ?? .empty)
    }
    return cells
  }

  /// The shade of a rate against the target of its category, where it has one of its own.
  private func colour(_ estimate: Estimate) -> SheetStyle.Colour? {
    guard let heat = heat(estimate) else { return nil }
    return SheetStyle.Colour(rawValue: heat.rawValue)
  }

  /// Bars for a single dimension, a line with its limits for a single period.
  private func chart(
    _ run: EstimateTable.Run, title: String, leading: Int
  ) -> WorkbookSheet.Chart? {
    guard run.axes.count == 1, run.rows.count > 1, run.rows.count <= Self.mostChartRows else {
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
    let least = shown.compactMap { $0.interval?.lower ?? $0.rate }.min() ?? 0
    var series = [(name: word(.rate), column: leading)]
    if isLine, showsIntervals {
      series += [
        (name: word(.lowerLimit), column: leading + 1),
        (name: word(.upperLimit), column: leading + 2),
      ]
    }
    return WorkbookSheet.Chart(
      title: title, isLine: isLine, categories: 0, series: series, rows: 0..<shown.count,
      // The length of a bar says something only from 0 on.
      lowest: isLine ? max(0, (least * 10).rounded(.down) / 10) : 0)
  }

  // MARK: - Tables by period

  /// All periods one after the other, in the shape that offices hand up: by each axis, the rate
  /// overall and by factor.
  var periodSheet: WorkbookSheet? {
    let axes = PageAxes(report)
    guard let kind = axes.period, let main = mainMeasure,
      let periods = estimates(main, by: [kind])
    else { return nil }
    var rows: [(period: Period, axis: String, value: DomainValue, rates: [Estimate?])] = []
    for axis in axes.categories {
      rows += periodRows(axis, kind: kind)
    }
    let order = Dictionary(
      periods.enumerated().compactMap { place, row -> (Period, Int)? in
        if case .period(let period) = row.domain.entries[0].value { (period, place) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    let sorted = rows.enumerated().sorted { left, right in
      let first = order[left.element.period] ?? 0
      let second = order[right.element.period] ?? 0
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
    guard !sorted.isEmpty else { return nil }
    return WorkbookSheet(
      name: word(.periodTables), notes: [word(.periodTables), word(.allPeriodsMean)],
      header: [
        word(.period), word(.firstDay), word(.lastDay), word(.axis), word(.category),
        word(.answers),
      ] + shortMeasures,
      widths: [16, 12, 12, 18, 30, 9] + shortMeasures.map { _ in 16 }, frozenColumns: 5,
      rowCount: sorted.count,
      row: { index in
        let row = sorted[index]
        return [
          .text(labels.period(row.period)), SheetCell(value: .day(row.period.first)),
          SheetCell(value: .day(row.period.last)), .text(labels.axis(row.axis)),
          .text(labels.value(row.value, on: row.axis)), baseCell(row.rates.first??.n ?? 0),
        ]
          + row.rates.map { rate in
            rate.map { rateCell($0.satisfied, of: $0.n, measure: $0.measure) } ?? .empty
          }
      })
  }

  private func periodRows(
    _ axis: String, kind: String
  ) -> [(period: Period, axis: String, value: DomainValue, rates: [Estimate?])] {
    let measures = report.survey.measures.map(\.id)
    let tables = measures.map { measure in
      estimates(measure, by: [axis, kind]) ?? estimates(measure, by: [kind, axis])
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
      return (period, axis, value, tables.map { $0.map { $0[$0.startIndex + offset] } })
    }
  }
}
