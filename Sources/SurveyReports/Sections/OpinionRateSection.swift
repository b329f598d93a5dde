import CivicSurvey
import SurveyDefinition

/// How many opinions were taken up, answered, published and answered on time, by unit and period, and
/// who is late.
struct OpinionRateSection: OpinionPiece {
  let opinions: OpinionContext

  private var rates: StepRates { StepRates(opinions: opinions) }

  /// The section; none where the register tells no step.
  var sections: [ReportSection] {
    let whole = rates.rows(by: [])
    guard !rates.steps.isEmpty, !whole.isEmpty else { return [] }
    let blocks = byPeriod(whole) + note + late + byUnit
    return [ReportSection(id: "rates", title: word(.opinionRates), blocks: blocks)]
  }

  private var unit: String? { context.axes.categories.first }
  private var period: String? { context.axes.period }

  private var note: [ReportBlock] {
    guard let asOf = report.asOf, rates.steps.contains(.onTime) else {
      return [.paragraph(word(.opinionRatesNoteUndated))]
    }
    return [.paragraph(word(.opinionRatesNote, ["day": numbers.day(asOf)]))]
  }

  /// The whole, and each period, the newest first.
  private func byPeriod(_ whole: [StepRates.Row]) -> [ReportBlock] {
    let periods = period.map { Array(rates.rows(by: [$0]).reversed()) } ?? []
    let table = rates.table(
      whole + periods, head: period.map { labels.axis($0) } ?? word(.whole)
    ) { domain in
      guard let entry = domain.entries.first else { return ReportCell(word(.whole)) }
      return ReportCell(labels.value(entry.value, on: entry.axis))
    }
    return [.table(table.captioned(word(.opinionRates)))]
  }

  private var byUnit: [ReportBlock] {
    guard let unit else { return [] }
    let rows = rates.rows(by: [unit])
    guard !rows.isEmpty else { return [] }
    let title = word(.opinionsBy, ["axis": labels.axis(unit).lowercased()])
    let table = rates.table(Array(rows.prefix(ReportLimits.pageRows)), head: labels.axis(unit)) {
      labels.cell($0.entries[0].value, on: unit)
    }
    return [.heading(3, title), .table(table.captioned(title))]
      + moreRows(rows.count - ReportLimits.pageRows)
  }

  /// Each unit in each period: the newest first, under its name.
  ///
  /// So long a table stands behind the opinions.
  var sectionsByBoth: [ReportSection] {
    guard let unit, let period else { return [] }
    let all = rates.rows(by: [unit, period])
    var groups: [Int: String] = [:]
    var rows: [StepRates.Row] = []
    for value in report.distributions.values(on: period).reversed() {
      let own = all.filter { $0.domain.entries[1].value == value }
      if !own.isEmpty { groups[rows.count] = labels.value(value, on: period) }
      rows += own
    }
    guard groups.count > 1 else { return [] }
    let title = word(
      .opinionsByBoth,
      ["axis": labels.axis(unit).lowercased(), "period": labels.axis(period).lowercased()])
    let table = rates.table(
      Array(rows.prefix(ReportLimits.pageRows)), head: labels.axis(unit), groups: groups
    ) {
      labels.cell($0.entries[0].value, on: unit)
    }
    let blocks = [.table(table.captioned(title))] + moreRows(rows.count - ReportLimits.pageRows)
    return [ReportSection(id: "rates-by-unit", title: title, blocks: blocks)]
  }

  // MARK: - Who is late

  /// Those who are late with answers, most late ones first; nothing where nobody knows.
  private var late: [ReportBlock] {
    guard let onTime = rates.steps.firstIndex(of: .onTime) else { return [] }
    let rows = unit.map { rates.rows(by: [$0]) } ?? rates.rows(by: [])
    let counted = rows.map { row in (row, late: row.counts[onTime].of - row.counts[onTime].taken) }
    guard counted.contains(where: { $0.0.counts[onTime].of > 0 }) else { return [] }
    let lines = counted.enumerated().filter { $0.element.late > 0 }
      .sorted { one, other in
        one.element.late != other.element.late
          ? one.element.late > other.element.late : one.offset < other.offset
      }
      .map { _, counted in
        let name =
          counted.0.domain.entries.first
          .map { labels.value($0.value, on: $0.axis) } ?? word(.whole)
        return word(
          .opinionsLateLine,
          [
            "name": name, "late": numbers.integer(counted.late),
            "n": numbers.integer(counted.0.counts[onTime].of),
          ])
      }
    let title = ReportBlock.heading(3, word(.opinionsLate))
    if lines.isEmpty { return [title, .paragraph(word(.opinionsNoneLate))] }
    return [title, .list(lines)]
  }
}
