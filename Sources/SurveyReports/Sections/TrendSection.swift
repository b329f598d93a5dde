import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The main measure period after period, for the whole and by category; broken where another part of
/// the tally begins.
struct TrendSection: ReportPiece {
  let context: ReportContext

  /// Periods of one part of the tally, which can be compared with one another.
  private struct Series {
    let version: String
    let estimates: [Estimate]
    /// What lies in no period.
    var undated: [Estimate] = []

    var first: Period? {
      guard case .period(let period)? = estimates.first?.domain.entries[0].value else { return nil }
      return period
    }
  }

  /// The section; none without periods.
  var sections: [ReportSection] {
    let axes = context.axes
    let measure = context.mainMeasure
    guard let period = axes.period, let rows = context.estimates(measure, by: [period]) else {
      return []
    }
    let title = word(.trendOf, ["measure": measure.map(labels.measure) ?? ""])
    let series = series(rows)
    var blocks: [ReportBlock] = []
    let points = points(of: series)
    if points.count > 1 {
      let chart = ReportTrendChart(
        title: title, axis: RateTables(context: context).axis(of: context.mainScale),
        points: points,
        bound: RateReference(context: context).boundOfWhole.map {
          (
            context.mainScale.place($0.value),
            word(.chartTarget) + " " + numbers.bound(.atLeast($0))
          )
        }, cutText: { word(.axisCut, ["low": String($0)]) })
      blocks.append(.chart(.trend(chart)))
    }
    if points.contains(where: { $0.isEmpty }) { blocks.append(.paragraph(word(.trendGaps))) }
    if series.count > 1 { blocks.append(.paragraph(word(.trendBroken))) }
    blocks.append(.table(table(series, rows, axis: period).captioned(title)))
    let heat = HeatTable(context: context)
    let tables = axes.categories.compactMap { heat.blocks(rows: $0, columns: period) }
    if !tables.isEmpty { blocks += [heat.legend] + tables.flatMap { $0 } }
    return [ReportSection(id: "trend", title: word(.trend), blocks: blocks, isWide: true)]
  }

  /// This part's dated rows and those of the others, in the order of their first periods.
  private func series(_ rows: Slice<EstimateTable>) -> [Series] {
    let dated = rows.filter { if case .period = $0.domain.entries[0].value { true } else { false } }
    var series = report.otherParts.map { Series(version: $0.version, estimates: $0.estimates) }
    if !dated.isEmpty {
      let undated = rows.filter {
        if case .period = $0.domain.entries[0].value { false } else { true }
      }
      series.append(
        Series(version: report.survey.version, estimates: dated, undated: undated))
    }
    return series.enumerated().sorted { left, right in
      guard let first = left.element.first, let second = right.element.first else { return false }
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// All rows, those of several parts under the names of their versions.
  private func table(
    _ series: [Series], _ rows: Slice<EstimateTable>, axis: String
  ) -> ReportTable {
    let leading = [ReportCell(DisplayText.plain(labels.axis(axis)))]
    func cells(_ estimate: Estimate) -> [ReportCell] {
      [labels.cell(estimate.domain.entries[0].value, on: axis)]
    }
    let tables = RateTables(context: context)
    guard series.count > 1 else { return tables.table(leading, rows, cells: cells) }
    var groups: [Int: String] = [:]
    var all: [Estimate] = []
    for part in series {
      groups[all.count] = word(.versionOf, ["version": part.version])
      all += part.estimates + part.undated
    }
    return tables.table(leading, all, cells: cells, group: { groups[$0] })
  }

  /// The points of all series, with the periods between two of them: the axis is time.
  private func points(of series: [Series]) -> [ReportTrendChart.Point] {
    var points: [ReportTrendChart.Point] = []
    var last: Period?
    for part in series {
      var next = last?.next
      while let period = next, let first = part.first, period < first {
        points.append(emptyPoint(period))
        next = period.next
      }
      points += part.estimates.enumerated().map {
        point($0.element, isBreak: $0.offset == 0)
      }
      if case .period(let period)? = part.estimates.last?.domain.entries[0].value { last = period }
    }
    return points
  }

  private func emptyPoint(_ period: Period) -> ReportTrendChart.Point {
    ReportTrendChart.Point(
      label: labels.period(period), rate: nil, lower: nil, upper: nil, isComplete: true,
      text: word(.noRate), isEmpty: true)
  }

  private func point(_ estimate: Estimate, isBreak: Bool) -> ReportTrendChart.Point {
    var label = ""
    var isComplete = true
    if case .period(let period) = estimate.domain.entries[0].value {
      label = labels.period(period)
      isComplete = period.isComplete(asOf: report.asOf)
    }
    let scale = context.mainScale
    return ReportTrendChart.Point(
      label: label, rate: estimate.value.map(scale.place),
      lower: estimate.interval.map { scale.place($0.lower) },
      upper: estimate.interval.map { scale.place($0.upper) }, isComplete: isComplete,
      text: rate(estimate), isBreak: isBreak, isEmpty: estimate.counts.accepted == 0)
  }
}
