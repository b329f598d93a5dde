import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// Tables and pictures with a row for each estimate.
struct RateTables: ReportPiece {
  let context: ReportContext

  /// The figures of several measures for the whole.
  func whole(_ estimates: [Estimate]) -> ReportBlock {
    .table(
      table(
        [ReportCell(word(context.areShares ? .measure : .measureColumn))], estimates[...],
        cells: { [ReportCell(DisplayText.plain(labels.measure($0.measure)))] }))
  }

  /// A table with a row for each estimate: the leading cells, figure, interval, satisfied, n, and who
  /// took part where volumes say so.
  ///
  /// Where the figures of one measure stand and it counts no responses as satisfied, no column does.
  func table<Rows: RandomAccessCollection>(
    _ leading: [ReportCell], _ estimates: Rows, cells: @escaping (Estimate) -> [ReportCell],
    group: @escaping (Int) -> String? = { _ in nil }
  ) -> ReportTable where Rows.Element == Estimate, Rows.Index == Int {
    let counted = word(context.asksSatisfaction ? .satisfied : .counted)
    let showsIntervals = context.showsIntervals
    let measures = Set([estimates.first, estimates.last].compactMap { $0?.measure })
    let areShares = measures.allSatisfy { context.scale(of: $0).unit == .share }
    let showsCounted = measures.count > 1 || measures.allSatisfy { context.isBinomial($0) }
    var header = leading + [ReportCell(word(areShares ? .rate : .figure))]
    if showsIntervals { header.append(ReportCell([word(.interval), level])) }
    if showsCounted { header.append(ReportCell(counted)) }
    header.append(ReportCell(word(.answers)))
    let participation = ParticipationWords(context: context)
    // It is the same of every question: the main one's tables show it, and the first lines.
    let showsParticipation =
      measures.allSatisfy { $0 == context.mainMeasure } && participation.isKnown(of: estimates)
    if showsParticipation { header.append(ReportCell(participation.title)) }
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
        if showsCounted {
          row.append(
            ReportCell(estimate.satisfied.map { numbers.integer($0) } ?? word(.noInterval)))
        }
        row.append(ReportCell(numbers.integer(estimate.n)))
        if showsParticipation { row.append(ReportCell(participation.rate(of: estimate))) }
        return row
      }, group: group)
  }

  /// A picture of the figures over one axis; `nil` of none or too many.
  func chart(_ rows: Slice<EstimateTable>, on axis: String, title: String) -> ReportChart? {
    guard rows.count > 0, rows.count <= ReportLimits.chartRows else { return nil }
    let reference = RateReference(context: context)
    let bounds = rows.map { reference.bound(of: $0.domain.entries[0].value, on: axis) }
    let scale = context.mainScale
    let chart = ReportIntervalChart(
      title: title, axis: self.axis(of: scale),
      rows: zip(rows, bounds).map { estimate, bound in
        ReportIntervalChart.Row(
          label: DisplayText.plain(labels.value(estimate.domain.entries[0].value, on: axis)),
          rate: estimate.value.map(scale.place),
          lower: estimate.interval.map { scale.place($0.lower) },
          upper: estimate.interval.map { scale.place($0.upper) },
          bound: bound.map { scale.place($0.value) }, text: rateWithBase(estimate))
      },
      overall: overall,
      boundText: bounds.contains { $0 != nil } ? word(.chartTarget) : nil)
    return .intervals(chart)
  }

  /// The overall figure, its place on the scale and its words.
  var overall: (rate: Double, text: String)? {
    guard let whole = context.whole, let number = whole.value else { return nil }
    return (context.mainScale.place(number), word(.chartOverall, ["rate": rate(whole)]))
  }

  /// The axis of a chart: in whole tens of percent, or over all of a scale.
  func axis(of scale: MeasureScale) -> ReportChartAxis {
    guard scale.unit != .share else { return .percent }
    return .whole(
      scale.marks.map { (scale.place($0), numbers.end($0) + numbers.suffix(scale.unit)) })
  }
}

extension MeasureScale {
  /// Where a figure lies between the ends, 0…1; of a share itself.
  func place(_ value: Double) -> Double {
    unit == .share ? value : greatest > least ? (value - least) / (greatest - least) : 0
  }

  /// Four to ten round numbers from end to end.
  var marks: [Double] {
    let width = greatest - least
    guard width > 0 else { return [least] }
    var step = 1.0
    while step > width / 4 { step /= 10 }
    while step * 10 < width { step *= 10 }
    for wider in [5.0, 2] where step * wider <= width / 4 {
      step *= wider
      break
    }
    let first = (least / step).rounded(.up)
    let count = Int(((greatest - first * step) / step + 1e-9).rounded(.down))
    return (0...max(count, 0)).map { (first + Double($0)) * step }
  }
}
