import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// More rows than this are no picture any more.
  static let mostChartRows = 60
  /// More rows than this are left to the workbook and to CSV.
  static let mostPageRows = 500
  /// More columns than this are left to them, too.
  static let mostPageColumns = 40

  /// The rates of the whole, then of each category against its target.
  var pageRates: ReportSection? {
    var blocks: [ReportBlock] = []
    let wholes = report.estimates.runs.filter(\.axes.isEmpty).flatMap { report.estimates[$0.rows] }
    if !wholes.isEmpty { blocks.append(wholeTable(wholes)) }
    for axis in PageAxes(report).categories {
      guard let rows = estimates(mainMeasure, by: [axis]) else { continue }
      let title = word(
        .by, ["measure": mainMeasure.map(labels.measure) ?? "", "axes": labels.axis(axis)])
      blocks.append(.heading(3, title))
      if let chart = intervalChart(rows, on: axis, title: title) { blocks.append(.chart(chart)) }
      blocks.append(
        .table(
          rateTable(
            [ReportCell(DisplayText.plain(labels.axis(axis)))], rows.prefix(Self.mostPageRows),
            cells: { [labels.cell($0.domain.entries[0].value, on: axis)] }
          ).captioned(title)))
      if rows.count > Self.mostPageRows { blocks.append(more(rows.count - Self.mostPageRows)) }
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "rates", title: word(asksSatisfaction ? .satisfactionRates : .rates), blocks: blocks)
  }

  /// What says that rows were left out, and where they are.
  func more(_ count: Int) -> ReportBlock {
    .paragraph(word(.moreRows, ["n": numbers.integer(count)]))
  }

  /// A picture of the rates over one axis; `nil` of none or too many.
  func intervalChart(
    _ rows: Slice<EstimateTable>, on axis: String, title: String
  ) -> ReportChart? {
    guard rows.count > 0, rows.count <= Self.mostChartRows else { return nil }
    let bounds = rows.map { bound(of: $0.domain.entries[0].value, on: axis) }
    let chart = ReportIntervalChart(
      title: title,
      rows: zip(rows, bounds).map { estimate, bound in
        ReportIntervalChart.Row(
          label: DisplayText.plain(labels.value(estimate.domain.entries[0].value, on: axis)),
          rate: estimate.rate, lower: estimate.interval?.lower, upper: estimate.interval?.upper,
          bound: bound.map(\.rate), text: rateWithBase(estimate))
      },
      overall: overall,
      boundText: bounds.contains { $0 != nil } ? word(.chartTarget) : nil)
    return .intervals(chart)
  }

  /// The overall rate and its words.
  var overall: (rate: Double, text: String)? {
    guard let whole, let rate = whole.rate else { return nil }
    let words = self.rate(whole.satisfied, of: whole.n, measure: whole.measure)
    return (rate, word(.chartOverall, ["rate": words]))
  }

  /// A rate with its base: `86,1 % (2.190)`.
  func rateWithBase(_ estimate: Estimate) -> String {
    rate(estimate.satisfied, of: estimate.n, measure: estimate.measure)
      + " (\(numbers.integer(estimate.n)))"
  }

  // MARK: - Targets of a category

  /// The target that is in force for one category alone, of the main measure and of nothing less than
  /// all its responses.
  func bound(of value: DomainValue, on axis: String) -> DecimalShare? {
    guard case .category(let id) = value else { return nil }
    return boundInForce { target in
      target.each.count == 1 && target.each[0].dimension == axis
        && target.each[0].categories.contains(id)
    }
  }

  /// The target that is in force for the whole.
  var boundOfWhole: DecimalShare? {
    boundInForce { $0.each.isEmpty && $0.pooled.isEmpty }
  }

  private func boundInForce(_ isMeant: (Target) -> Bool) -> DecimalShare? {
    let target = report.survey.targets.last { target in
      guard target.measure == mainMeasure, target.filters.isEmpty, isMeant(target) else {
        return false
      }
      guard let day = report.asOf else { return true }
      return target.from <= day && (target.until.map { day < $0 } ?? true)
    }
    guard case .atLeast(let share)? = target?.bound else { return nil }
    return share
  }

  // MARK: - Two axes

  /// Every pair of axes that are no periods.
  var cross: ReportSection? {
    let axes = PageAxes(report).categories
    var blocks: [ReportBlock] = []
    for (place, second) in axes.enumerated() {
      for first in axes[..<place] {
        // The later axis goes down the page, unless it is the one with few categories.
        blocks += heatTable(rows: second, columns: first) ?? []
      }
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "cross", title: word(.cross), blocks: [.paragraph(word(.heatMeans))] + blocks,
      isWide: true)
  }

  /// The main measure by two axes, a cell for each pair; `nil` where the report has none.
  func heatTable(rows rowAxis: String, columns columnAxis: String) -> [ReportBlock]? {
    let isSwapped: Bool
    let found: Slice<EstimateTable>
    if let estimates = estimates(mainMeasure, by: [rowAxis, columnAxis]) {
      (found, isSwapped) = (estimates, false)
    } else if let estimates = estimates(mainMeasure, by: [columnAxis, rowAxis]) {
      (found, isSwapped) = (estimates, true)
    } else {
      return nil
    }
    let first = values(of: found, at: 0)
    let second = values(of: found, at: 1)
    let (rows, columns) = isSwapped ? (second, first) : (first, second)
    let title = word(
      .by,
      [
        "measure": mainMeasure.map(labels.measure) ?? "",
        "axes": labels.axis(rowAxis) + " × " + labels.axis(columnAxis),
      ])
    guard columns.count <= Self.mostPageColumns else {
      if rows.count <= Self.mostPageColumns {
        return heatTable(rows: columnAxis, columns: rowAxis)
      }
      return [
        .heading(3, title), .paragraph(word(.tooWide, ["n": numbers.integer(columns.count)])),
      ]
    }
    let grid = CrossGrid(found, rows: first, columns: second)
    let shown = rows.prefix(Self.mostPageRows)
    let table = ReportTable(
      header: [ReportCell(DisplayText.plain(labels.axis(rowAxis)))]
        + columns.map { columnHeader($0, on: columnAxis) },
      alignments: [.left] + columns.map { _ in .right }, rowCount: shown.count,
      row: { row in
        [labels.cell(rows[row], on: rowAxis)]
          + columns.indices.map { column in
            let estimate = isSwapped ? grid[column, row] : grid[row, column]
            return heatCell(
              estimate,
              against: bound(of: rows[row], on: rowAxis)
                ?? bound(of: columns[column], on: columnAxis))
          }
      })
    var blocks: [ReportBlock] = [.heading(3, title), .table(table.captioned(title))]
    if rows.count > shown.count { blocks.append(more(rows.count - shown.count)) }
    return blocks
  }

  /// A rate over its base.
  private func heatCell(_ estimate: Estimate?, against bound: DecimalShare?) -> ReportCell {
    guard let estimate, estimate.n > 0 else { return ReportCell(word(.noInterval)) }
    return ReportCell(
      [
        rate(estimate.satisfied, of: estimate.n, measure: estimate.measure),
        numbers.integer(estimate.n),
      ], heat: heat(estimate, against: bound))
  }

  /// Fewer answers than this say little.
  static let fewAnswers = 10

  /// How an estimate lies to the target of its category, else to the overall rate.
  func heat(_ estimate: Estimate) -> ReportHeat? {
    let bounds = estimate.domain.entries.lazy.compactMap { bound(of: $0.value, on: $0.axis) }
    return estimate.n > 0 ? heat(estimate, against: bounds.first) : nil
  }

  /// How a rate lies to its target, else to the overall rate.
  private func heat(_ estimate: Estimate, against bound: DecimalShare?) -> ReportHeat? {
    guard estimate.n >= Self.fewAnswers else { return .few }
    guard let rate = estimate.rate, let reference = bound?.rate ?? whole?.rate else { return nil }
    // An exact tie with a target is at it, whatever binary fractions say.
    if let bound, bound.isReached(by: estimate) {
      return rate > reference + 0.05 ? .farAbove : .above
    }
    if rate < reference - 0.1 { return .farBelow }
    if bound != nil || rate < reference { return .below }
    return rate > reference + 0.05 ? .farAbove : .above
  }
}

extension DecimalShare {
  /// The share as a number, 0…1.
  var rate: Double { Double(numerator) / Double(denominator) }

  /// Whether a rate is at it or above, compared in integers.
  func isReached(by estimate: Estimate) -> Bool {
    Share(numerator: numerator, denominator: denominator)
      .order(of: estimate.satisfied, outOf: estimate.n) != .below
  }
}

extension ReportTable {
  /// The table with words for what it shows.
  func captioned(_ caption: String) -> ReportTable {
    var table = self
    table.caption = caption
    return table
  }
}
