import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// The rates: all measures for the whole; the first measure by every breakdown; the others by
  /// every single axis.
  var rates: [ReportBlock] {
    guard !report.estimates.isEmpty else { return [] }
    var blocks: [ReportBlock] = [.heading(2, word(.rates))]
    let whole = report.estimates.filter { $0.domain.entries.isEmpty }
    if !whole.isEmpty { blocks.append(wholeTable(whole)) }
    let measures = report.survey.measures.map(\.id)
    for axes in subsets {
      let rows = report.estimates.filter { $0.domain.entries.map(\.axis) == axes }
      let names = axes.map(labels.axis).joined(separator: ", ")
      if let main = measures.first {
        let mainRows = rows.filter { $0.measure == main }
        let title = word(.by, ["measure": labels.measure(main), "axes": names])
        if !mainRows.isEmpty {
          blocks.append(.heading(3, title))
          blocks += breakdown(mainRows, axes: axes)
        }
      }
      let others = measures.dropFirst().filter { id in rows.contains { $0.measure == id } }
      if axes.count == 1 { blocks += comparison(rows, measures: Array(others), axis: axes[0]) }
    }
    return blocks
  }

  /// The axes of each breakdown, in the order of the estimates.
  private var subsets: [[String]] {
    var found: [[String]] = []
    var seen: Set<[String]> = [[]]
    for estimate in report.estimates {
      let axes = estimate.domain.entries.map(\.axis)
      if seen.insert(axes).inserted { found.append(axes) }
    }
    return found
  }

  private func wholeTable(_ estimates: [Estimate]) -> ReportBlock {
    table(
      [ReportCell(word(.measure))], estimates,
      cells: { [ReportCell(DisplayText.plain(labels.measure($0.measure)))] })
  }

  /// A table with a row for each estimate: the leading cells, n, satisfied, rate, interval.
  private func table(
    _ leading: [ReportCell], _ estimates: [Estimate], cells: (Estimate) -> [ReportCell]
  ) -> ReportBlock {
    let header =
      leading + [
        ReportCell(word(.rate)), ReportCell([word(.interval), level]),
        ReportCell(word(.satisfied)), ReportCell(word(.answers)),
      ]
    let alignments =
      leading.map { _ in ReportTable.Alignment.left } + [.right, .right, .right, .right]
    let rows = estimates.map { estimate in
      cells(estimate) + [
        ReportCell(rate(estimate.satisfied, of: estimate.n, measure: estimate.measure)),
        ReportCell(interval(estimate.interval, measure: estimate.measure)),
        ReportCell(numbers.integer(estimate.satisfied)), ReportCell(numbers.integer(estimate.n)),
      ]
    }
    return .table(ReportTable(header: header, alignments: alignments, rows: rows))
  }

  /// Two axes become rows and columns where that fits in 80 columns, else a row for each domain.
  private func breakdown(_ estimates: [Estimate], axes: [String]) -> [ReportBlock] {
    if axes.count == 2, let table = crossTable(estimates, axes: axes) {
      return [.paragraph(word(.columnsAre, ["level": level])), .table(table)]
    }
    let leading = axes.map { ReportCell(DisplayText.plain(labels.axis($0))) }
    return [
      table(
        leading, estimates,
        cells: { estimate in
          estimate.domain.entries.map { labels.cell($0.value, on: $0.axis) }
        })
    ]
  }

  private func crossTable(_ estimates: [Estimate], axes: [String]) -> ReportTable? {
    let rows = values(of: estimates, at: 0)
    let columns = values(of: estimates, at: 1)
    guard columns.count <= 6 else { return nil }
    var found: [[DomainValue]: Estimate] = [:]
    for estimate in estimates {
      found[estimate.domain.entries.map(\.value)] = estimate
    }
    let leading = DisplayText.plain(labels.axis(axes[0]))
    let table = ReportTable(
      header: [ReportCell(leading)] + columns.map { columnHeader($0, on: axes[1]) },
      alignments: [.left] + columns.map { _ in .right },
      rows: rows.map { row in
        [labels.cell(row, on: axes[0])] + columns.map { figure(found[[row, $0]]) }
      })
    return Self.fits(table) ? table : nil
  }

  /// A period as the head of a column: its name, its first day, its last day.
  private func columnHeader(_ value: DomainValue, on axis: String) -> ReportCell {
    guard case .period(let period) = value, period.kind != .day else {
      return labels.cell(value, on: axis)
    }
    return ReportCell([
      labels.period(period), numbers.day(period.first) + "–", numbers.day(period.last),
    ])
  }

  /// Whether the columns after the first are never broken and leave the first at least 16.
  private static func fits(_ table: ReportTable) -> Bool {
    let columns = table.header.indices.map { column in
      ([table.header[column]] + table.rows.map { $0[column] }).map(\.width).max() ?? 0
    }
    let others = columns.dropFirst().reduce(0) { $0 + $1 + 2 }
    return others + min(columns[0], 16) <= 80
  }

  private func values(of estimates: [Estimate], at position: Int) -> [DomainValue] {
    var seen: Set<DomainValue> = []
    var values: [DomainValue] = []
    for estimate in estimates {
      let value = estimate.domain.entries[position].value
      if seen.insert(value).inserted { values.append(value) }
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
    let order = rest.enumerated().sorted { left, right in
      (rank(left.element), left.offset) < (rank(right.element), right.offset)
    }
    return periods.sorted { $0.0 < $1.0 }.map(\.1) + order.map(\.element)
  }

  /// Named categories in survey order where they have one, then the unnamed.
  private func rank(_ value: DomainValue) -> Int {
    switch value {
    case .category(let id):
      categoryOrder[id] ?? 0
    case .pool, .period: 0
    case .unmapped: .max - 4
    case .invalid: .max - 3
    case .noOpinion: .max - 2
    case .notApplicable: .max - 1
    case .missing: .max
    }
  }

  /// The place of every closed category and choice in the survey.
  private var categoryOrder: [String: Int] {
    var order: [String: Int] = [:]
    let ids =
      report.survey.dimensions.flatMap { $0.categories.map(\.id) }
      + report.survey.questions.flatMap { $0.choices.map(\.id) }
    for id in ids where order[id] == nil {
      order[id] = order.count
    }
    return order
  }

  private func figure(_ estimate: Estimate?) -> ReportCell {
    guard let estimate else { return ReportCell(word(.noInterval)) }
    return ReportCell([
      rate(estimate.satisfied, of: estimate.n, measure: estimate.measure),
      interval(estimate.interval, measure: estimate.measure),
      "n = " + numbers.integer(estimate.n),
    ])
  }

  /// The measures after the first over one axis: one as a table of its own, several side by side,
  /// at most four at a time.
  private func comparison(_ estimates: [Estimate], measures: [String], axis: String)
    -> [ReportBlock]
  {
    guard let only = measures.first else { return [] }
    let axisName = labels.axis(axis)
    if measures.count == 1 {
      let title = word(.by, ["measure": labels.measure(only), "axes": axisName])
      return [.heading(3, title)]
        + breakdown(estimates.filter { $0.measure == only }, axes: [axis])
    }
    let rows = values(of: estimates, at: 0)
    var found: [String: [DomainValue: Estimate]] = [:]
    for estimate in estimates {
      found[estimate.measure, default: [:]][estimate.domain.entries[0].value] = estimate
    }
    let tables = (measures.count + 3) / 4
    let atOnce = (measures.count + tables - 1) / tables
    let blocks: [ReportBlock] = stride(from: 0, to: measures.count, by: atOnce).map { start in
      let shown = measures[start..<min(start + atOnce, measures.count)]
      return .table(
        ReportTable(
          header: [ReportCell(DisplayText.plain(axisName))]
            + shown.map { ReportCell(DisplayText.plain(labels.measure($0))) },
          alignments: [.left] + shown.map { _ in .right },
          rows: rows.map { row in
            [labels.cell(row, on: axis)] + shown.map { figure(found[$0]?[row]) }
          }))
    }
    return [
      .heading(3, word(.others, ["axes": axisName])),
      .paragraph(word(.columnsAre, ["level": level])),
    ] + blocks
  }
}
