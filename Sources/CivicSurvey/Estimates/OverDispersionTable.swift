import SurveyDefinition
import SurveyStatistics

/// Whether the answers of one unit and half-month resemble one another, by measure and period.
///
/// It is about all responses of the part, whatever the query's breakdown and conditions are: how alike
/// answers are is a matter of the data. Intervals and verdicts take answers to be independent. It is said
/// of shares in which each response either counts or does not.
public struct OverDispersionTable: Sendable {
  /// One measure in one period.
  public struct Row: Sendable {
    /// The measure's id.
    public let measure: String
    /// The period.
    public let period: Period
    /// φ and what it stands on.
    public let dispersion: OverDispersion
  }

  /// Those with enough cells: measures in survey order, then kinds of period, periods in time.
  public let rows: [Row]
  /// The newest period that the report shows, which its people are told of; `nil` without any.
  public let newest: Period?

  /// A measure in the newest period; `nil` where it has too few cells.
  public func newestRow(of measure: String) -> Row? {
    rows.first { $0.measure == measure && $0.period == newest }
  }
}

extension OverDispersionTable {
  /// The table of a scope; `nil` where it cannot be looked for: the part keeps no unit, its responses
  /// carry no dates, or everyone is counted, so that nothing has an interval.
  ///
  /// - Parameter shown: the periods that a row of the report shows.
  /// - Complexity: O(n log n) in the part's finest domains.
  init?(_ scope: ReportScope, _ measures: [MeasurePlan], shown: [Period]) {
    let survey = scope.part.plan.survey
    guard survey.coverage != .census, scope.part.plan.hasDates,
      let cells = UnitCells(scope)
    else { return nil }
    var kinds: [PeriodKind] = []
    for kind in survey.targets.flatMap(\.every) where !kinds.contains(kind) { kinds.append(kind) }
    if kinds.isEmpty { kinds = [.quarter] }
    let periods = kinds.map { kind in
      cells.periods(of: kind, in: scope.calendar)
        .filter { scope.query.period?.contains($0.period) ?? true }
    }
    rows = measures.filter(\.isBinomial).flatMap { measure in
      let samples = cells.samples(of: measure)
      return periods.joined().compactMap { period, places in
        OverDispersion(cells.units(samples, at: places)).map {
          Row(measure: measure.id, period: period, dispersion: $0)
        }
      }
    }
    let asked = scope.query.by.lazy.compactMap(PeriodKind.init(rawValue:)).first
    let place = kinds.firstIndex { $0 == asked } ?? 0
    newest = shown.last { $0.kind == kinds[place] } ?? periods[place].last?.period
  }
}

/// The sums of a part by unit and half-month, stray dates aside.
private struct UnitCells {
  private let sums: SumTable
  private let days: [CalendarDay]

  /// `nil` where the part keeps no unit.
  init?(_ scope: ReportScope) {
    let plan = scope.part.plan
    let dated = DatedSums(scope.part)
    let sums = dated.table
    guard let unit = plan.survey.dimension(.unit),
      let place = plan.dimensions.firstIndex(where: { $0.id == unit.id }),
      let position = dated.position(of: place)
    else { return nil }
    var domains: [Int] = []
    var keys: [UInt32] = []
    // Domains come in the order of their periods: many have that of the one before.
    var last: (period: UInt32, halfMonth: UInt32?)?
    for domain in 0..<sums.count {
      let period = sums.period(of: domain)
      if period != last?.period {
        let day = PeriodCode.firstDay(of: period).flatMap { scope.dates.isStray($0) ? nil : $0 }
        // No half-month lies before the year 0.
        last = (period, day.map { UInt32(HalfMonth(containing: $0).number) })
      }
      let code = sums.code(of: domain, at: position)
      guard DimensionCode.isCategory(code), let halfMonth = last?.halfMonth else { continue }
      domains.append(domain)
      keys.append(code)
      keys.append(halfMonth)
    }
    self.sums = SumTable.grouped(keys: keys, width: 2, slotCount: sums.slotCount) {
      sums.add(domains[$0], to: &$1)
    }
    days = (0..<self.sums.count).map { [sums = self.sums] in
      HalfMonth(number: Int(sums.code(of: $0, at: 1))).first
    }
  }

  /// The periods that have a response, in time, with their cells.
  func periods(
    of kind: PeriodKind, in calendar: ReportCalendar
  ) -> [(period: Period, cells: [Int])] {
    var cells: [Period: [Int]] = [:]
    for (cell, day) in days.enumerated() {
      guard let period = Period(containing: day, kind: kind, calendar: calendar) else { continue }
      cells[period, default: []].append(cell)
    }
    return cells.sorted { $0.key < $1.key }.map { (period: $0.key, cells: $0.value) }
  }

  /// The answers of a measure in each cell.
  func samples(of measure: MeasurePlan) -> [RateSample] {
    (0..<sums.count).map { cell in
      var counts = MeasureCounts()
      measure.add(cell, of: sums, to: &counts)
      return RateSample(successes: counts.satisfied, trials: counts.counts.answered)
    }
  }

  /// The samples of some cells by unit, in the order of the cells.
  func units(_ samples: [RateSample], at cells: [Int]) -> [[RateSample]] {
    var units: [[RateSample]] = []
    var last: UInt32?
    for cell in cells {
      let unit = sums.code(of: cell, at: 0)
      if unit != last { units.append([]) }
      units[units.count - 1].append(samples[cell])
      last = unit
    }
    return units
  }
}
