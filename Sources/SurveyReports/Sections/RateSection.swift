import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// The rates: all measures for the whole; the first measure by every breakdown; the others by
  /// every single axis.
  var rates: [ReportBlock] {
    guard !report.estimates.isEmpty else { return [] }
    var blocks: [ReportBlock] = [
      .heading(2, word(asksSatisfaction ? .satisfactionRates : .rates))
    ]
    let runs = report.estimates.runs
    let whole = runs.filter(\.axes.isEmpty)
    if !whole.isEmpty { blocks.append(wholeTable(whole.flatMap { report.estimates[$0.rows] })) }
    let measures = report.survey.measures.map(\.id)
    for axes in subsets(runs) {
      let runs = runs.filter { $0.axes == axes }
      let names = axes.map(labels.axis).joined(separator: ", ")
      if let main = measures.first {
        let title = word(.by, ["measure": labels.measure(main), "axes": names])
        if let run = runs.first(where: { $0.measure == main }) {
          blocks.append(.heading(3, title))
          if axes.count == 1,
            let chart = intervalChart(report.estimates[run.rows], on: axes[0], title: title)
          {
            blocks.append(.chart(chart))
          }
          blocks += breakdown(report.estimates[run.rows], axes: axes)
        }
      }
      let others = measures.dropFirst().filter { id in runs.contains { $0.measure == id } }
      if axes.count == 1 { blocks += comparison(runs, measures: Array(others), axis: axes[0]) }
    }
    return blocks
  }

  /// The axes of each breakdown, in the order of the estimates.
  private func subsets(_ runs: [EstimateTable.Run]) -> [[String]] {
    var seen: Set<[String]> = [[]]
    return runs.map(\.axes).filter { seen.insert($0).inserted }
  }

  func wholeTable(_ estimates: [Estimate]) -> ReportBlock {
    .table(
      rateTable(
        [ReportCell(word(.measure))], estimates[...],
        cells: { [ReportCell(DisplayText.plain(labels.measure($0.measure)))] }))
  }

  /// A table with a row for each estimate: the leading cells, rate, interval, satisfied, n.
  func rateTable<Rows: RandomAccessCollection>(
    _ leading: [ReportCell], _ estimates: Rows, cells: @escaping (Estimate) -> [ReportCell],
    group: @escaping (Int) -> String? = { _ in nil }
  ) -> ReportTable where Rows.Element == Estimate, Rows.Index == Int {
    let counted = word(asksSatisfaction ? .satisfied : .counted)
    var header = leading + [ReportCell(word(.rate))]
    if showsIntervals { header.append(ReportCell([word(.interval), level])) }
    header += [ReportCell(counted), ReportCell(word(.answers))]
    let alignments = header.indices.map {
      $0 < leading.count ? ReportTable.Alignment.left : .right
    }
    return ReportTable(
      header: header, alignments: alignments, rowCount: estimates.count,
      row: { index in
        let estimate = estimates[estimates.startIndex + index]
        var row = cells(estimate)
        row.append(
          ReportCell(rate(estimate.satisfied, of: estimate.n, measure: estimate.measure)))
        if showsIntervals {
          row.append(ReportCell(interval(estimate.interval, measure: estimate.measure)))
        }
        return row + [
          ReportCell(numbers.integer(estimate.satisfied)), ReportCell(numbers.integer(estimate.n)),
        ]
      }, group: group)
  }

  /// Two axes become rows and columns where few tables hold them, else a row for each domain.
  private func breakdown(_ estimates: Slice<EstimateTable>, axes: [String]) -> [ReportBlock] {
    if axes.count == 2 {
      let tables = crossTables(estimates, axes: axes)
      if !tables.isEmpty { return [cellsAre] + tables.map { .table($0) } }
    }
    // The first of several axes is said once over its rows.
    let grouping = axes.count > 1 ? 1 : 0
    let leading = axes.dropFirst(grouping).map { ReportCell(DisplayText.plain(labels.axis($0))) }
    func value(_ index: Int) -> Domain.Entry? {
      estimates[estimates.startIndex + index].domain.entries.first
    }
    let rows = rateTable(
      leading, estimates,
      cells: { estimate in
        estimate.domain.entries.dropFirst(grouping).map { labels.cell($0.value, on: $0.axis) }
      },
      group: { index in
        guard grouping > 0, let first = value(index),
          index == 0 || value(index - 1)?.value != first.value
        else { return nil }
        return DisplayText.plain(
          labels.axis(first.axis) + ": " + labels.cell(first.value, on: first.axis).lines[0])
      })
    return [.table(rows)]
  }

  private var cellsAre: ReportBlock {
    .paragraph(
      showsIntervals
        ? word(.cellsAre, ["level": level]) : word(.cellsAreWithoutInterval))
  }

  /// The columns that a cross table may take, and the least for its row labels.
  private static let crossWidth = (whole: 80, label: 16)
  /// The least columns that a figure takes.
  private static let leastColumn = 8
  /// More tables than this are harder to read than a row for each domain.
  private static let mostCrossTables = 3

  /// The second axis as columns, in as many tables of about equal width as it takes; empty if those
  /// are too many.
  private func crossTables(_ estimates: Slice<EstimateTable>, axes: [String]) -> [ReportTable] {
    let columns = values(of: estimates, at: 1)
    // No column is narrower than 8, so that more of them would not fit in any case.
    guard !columns.isEmpty,
      columns.count <= Self.mostCrossTables * (Self.crossWidth.whole / (Self.leastColumn + 2))
    else { return [] }
    let rows = values(of: estimates, at: 0)
    let grid = CrossGrid(estimates, rows: rows, columns: columns)
    let headers = columns.map { columnHeader($0, on: axes[1]) }
    let label = min(
      rows.lazy.map { labels.cell($0, on: axes[0]).width }.max() ?? 0, Self.crossWidth.label)
    // A category's name may be broken in the header, a figure or a day never.
    let widest =
      headers.enumerated().map { column, header in
        let cells = rows.indices.lazy.map { figure(grid[$0, column]).width }.max() ?? 0
        return max(header.lines.count > 1 ? header.width : Self.leastColumn, cells)
      }.max() ?? 0
    let most = max(1, (Self.crossWidth.whole - label) / (widest + 2))
    let count = (columns.count + most - 1) / most
    guard count <= Self.mostCrossTables else { return [] }
    let atOnce = (columns.count + count - 1) / count
    return stride(from: 0, to: columns.count, by: atOnce).map { start in
      let shown = start..<min(start + atOnce, columns.count)
      return ReportTable(
        header: [ReportCell(DisplayText.plain(labels.axis(axes[0])))] + headers[shown],
        alignments: [.left] + shown.map { _ in .right }, rowCount: rows.count,
        row: { row in
          [labels.cell(rows[row], on: axes[0])] + shown.map { figure(grid[row, $0]) }
        })
    }
  }

  /// A period as the head of a column: its name, its first day, its last day.
  func columnHeader(_ value: DomainValue, on axis: String) -> ReportCell {
    guard case .period(let period) = value, period.kind != .day else {
      return labels.cell(value, on: axis)
    }
    return ReportCell([
      labels.period(period), numbers.day(period.first) + "–", numbers.day(period.last),
    ])
  }

  func values(
    of estimates: some Sequence<Estimate>, at position: Int
  ) -> [DomainValue] {
    var seen: Set<DomainValue> = []
    var values: [DomainValue] = []
    var axis = ""
    for estimate in estimates {
      let entry = estimate.domain.entries[position]
      axis = entry.axis
      if seen.insert(entry.value).inserted { values.append(entry.value) }
    }
    // The rows come sorted by the first axis; the order of the second must not depend on which
    // of its values the first row lacks.
    guard position > 0 else { return values }
    let periods = values.compactMap { value -> (Period, DomainValue)? in
      guard case .period(let period) = value else { return nil }
      return (period, value)
    }
    let rest = values.filter { value in
      if case .period = value { false } else { true }
    }
    let order = categoryOrder(of: axis)
    let sorted = rest.enumerated().map { ($0.offset, $0.element, rank($0.element, order)) }
      .sorted { left, right in
        guard left.2 == right.2 else { return left.2 < right.2 }
        // Labels of an open dimension, which have no place of their own.
        if case .category(let first) = left.1, case .category(let second) = right.1 {
          return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
        return left.0 < right.0
      }
    return periods.sorted { $0.0 < $1.0 }.map(\.1) + sorted.map(\.1)
  }

  /// Named categories in survey order where they have one, then the unnamed.
  private func rank(_ value: DomainValue, _ order: [String: Int]) -> Int {
    switch value {
    case .category(let id): order[id] ?? 0
    case .pool, .period: 0
    case .unmapped: .max - 4
    case .invalid: .max - 3
    case .noOpinion: .max - 2
    case .notApplicable: .max - 1
    case .missing: .max
    }
  }

  /// The place of every closed category or choice of an axis in the survey.
  private func categoryOrder(of axis: String) -> [String: Int] {
    let ids =
      report.survey.dimension(axis)?.categories.map(\.id)
      ?? report.survey.question(axis)?.choices.map(\.id) ?? []
    return Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private func figure(_ estimate: Estimate?) -> ReportCell {
    guard let estimate else { return ReportCell(word(.noInterval)) }
    let rate = rate(estimate.satisfied, of: estimate.n, measure: estimate.measure)
    let first = rate + " / " + numbers.integer(estimate.n)
    guard showsIntervals, estimate.n > 0 else { return ReportCell(first) }
    return ReportCell([first, interval(estimate.interval, measure: estimate.measure)])
  }

  /// The measures after the first over one axis: one as a table of its own, several side by side,
  /// at most four at a time.
  private func comparison(_ runs: [EstimateTable.Run], measures: [String], axis: String)
    -> [ReportBlock]
  {
    guard let only = measures.first else { return [] }
    let axisName = labels.axis(axis)
    let found = Dictionary(
      runs.map { ($0.measure, report.estimates[$0.rows]) }, uniquingKeysWith: { first, _ in first })
    if measures.count == 1, let rows = found[only] {
      let title = word(.by, ["measure": labels.measure(only), "axes": axisName])
      return [.heading(3, title)] + breakdown(rows, axes: [axis])
    }
    let rows = values(of: runs.lazy.flatMap { report.estimates[$0.rows] }, at: 0)
    let grids = found.mapValues { CrossGrid($0, rows: rows) }
    let tables = (measures.count + 3) / 4
    let atOnce = (measures.count + tables - 1) / tables
    let blocks: [ReportBlock] = stride(from: 0, to: measures.count, by: atOnce).map { start in
      let shown = measures[start..<min(start + atOnce, measures.count)]
      return .table(
        ReportTable(
          header: [ReportCell(DisplayText.plain(axisName))]
            + shown.map { ReportCell(DisplayText.plain(labels.measure($0))) },
          alignments: [.left] + shown.map { _ in .right }, rowCount: rows.count,
          row: { row in
            [labels.cell(rows[row], on: axis)] + shown.map { figure(grids[$0]?[row, 0]) }
          }))
    }
    return [
      .heading(3, word(.others, ["axes": axisName])),
      cellsAre,
    ] + blocks
  }
}
