import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// Tables and pictures with a row for each estimate.
struct RateTables: ReportPiece {
  let context: ReportContext

  /// The rates of several measures for the whole.
  func whole(_ estimates: [Estimate]) -> ReportBlock {
    .table(
      table(
        [ReportCell(word(.measure))], estimates[...],
        cells: { [ReportCell(DisplayText.plain(labels.measure($0.measure)))] }))
  }

  /// A table with a row for each estimate: the leading cells, rate, interval, satisfied, n.
  func table<Rows: RandomAccessCollection>(
    _ leading: [ReportCell], _ estimates: Rows, cells: @escaping (Estimate) -> [ReportCell],
    group: @escaping (Int) -> String? = { _ in nil }
  ) -> ReportTable where Rows.Element == Estimate, Rows.Index == Int {
    let counted = word(context.asksSatisfaction ? .satisfied : .counted)
    let showsIntervals = context.showsIntervals
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
        row.append(ReportCell(rate(estimate)))
        if showsIntervals { row.append(ReportCell(interval(estimate))) }
        return row + [
          ReportCell(numbers.integer(estimate.satisfied)), ReportCell(numbers.integer(estimate.n)),
        ]
      }, group: group)
  }

  /// A picture of the rates over one axis; `nil` of none or too many.
  func chart(_ rows: Slice<EstimateTable>, on axis: String, title: String) -> ReportChart? {
    guard rows.count > 0, rows.count <= ReportLimits.chartRows else { return nil }
    let reference = RateReference(context: context)
    let bounds = rows.map { reference.bound(of: $0.domain.entries[0].value, on: axis) }
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
    guard let whole = context.whole, let number = whole.rate else { return nil }
    return (number, word(.chartOverall, ["rate": rate(whole)]))
  }
}
