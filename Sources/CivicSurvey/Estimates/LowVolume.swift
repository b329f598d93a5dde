import SurveyDefinition
import SurveyStatistics

/// A unit that sent far less in the newest period than in its own last ones.
///
/// It is about all responses of the part, whatever the query's breakdown and conditions are: a file or a
/// kiosk is missing more often than people stay away.
public struct LowVolume: Sendable {
  /// The dimension of the units.
  public let dimension: String
  /// The unit's category.
  public let category: String
  /// The period.
  public let period: Period
  /// Its accepted responses, what was expected of so many days or people, and how sure that is.
  public let drop: CountDrop
}

extension LowVolume {
  /// So many periods before the newest are looked at, and no fewer than two.
  static let periods = 2...4
  /// Of fewer days than this nothing is said: the period before is taken.
  static let fewestDays: Double = 14

  /// The units of a scope, in its order; none where the part keeps no unit or no days.
  ///
  /// The period is the newest of the report's kind, else of the first target's, else a quarter. What
  /// counts are open to is days, up to the one that periods are complete by; of complete periods the
  /// people whom volumes name, where they name them in all.
  ///
  /// - Complexity: O(domains), and a binomial tail for each unit.
  static func all(_ scope: ReportScope, _ volumes: Volumes?, except silences: [Silence])
    -> [LowVolume]
  {
    let plan = scope.part.plan
    let kind = scope.periodKind ?? .quarter
    // How many of a sample answer is the design's affair.
    guard plan.survey.coverage != .sample, kind != .day, kind != .nineMonths,
      let unit = plan.survey.dimension(.unit),
      let first = scope.dates.firstDay, let last = scope.dates.lastDay, let asOf = scope.asOf,
      let arrivals = Arrivals(scope.part, dimension: unit.id)
    else { return [] }
    let table = arrivals.table
    // Days behind the last response count as open, up to the period's end: nothing came.
    func days(_ period: Period, since start: CalendarDay) -> Double {
      let (from, to) = (max(period.first, start), min(period.last, max(last, asOf)))
      return Double(max(0, Int(to.number - from.number) + 1))
    }
    func before(_ period: Period) -> Period? {
      Period(containing: period.first.advanced(by: -1), kind: kind, calendar: scope.calendar)
    }
    guard var newest = Period(containing: last, kind: kind, calendar: scope.calendar) else {
      return []
    }
    if days(newest, since: first) < fewestDays, let earlier = before(newest) { newest = earlier }
    var candidates: [LowVolume] = []
    for row in table.rows {
      guard case .category(let category) = row.value,
        let start = zip(table.halfMonths, row.responses).first(where: { $0.1 > 0 })?.0.first,
        row.expected.isEmpty
          || row.expected.contains(where: { $0.isExpected(from: newest.first, to: newest.last) })
      else { continue }
      let isSilent = silences.contains {
        $0.dimension == unit.id && $0.category == category && $0.period == newest
      }
      if isSilent { continue }
      var counts: [(period: Period, n: Int, exposure: Double)] = []
      var period: Period? = newest
      while let now = period, counts.count <= periods.upperBound, now.last >= start {
        let n = zip(table.halfMonths, row.responses).reduce(0) {
          now.contains($1.0.first) ? $0 + $1.1 : $0
        }
        counts.append((now, n, days(now, since: max(first, start))))
        period = before(now)
      }
      guard counts.count > periods.lowerBound else { continue }
      if let people = people(counts.map(\.period), unit.id, category, scope, volumes) {
        for place in counts.indices { counts[place].exposure = people[place] }
      }
      let pairs = counts.map { ($0.n, $0.exposure) }
      guard let drop = CountDrop(pairs[0], after: Array(pairs.dropFirst())) else { continue }
      candidates.append(
        LowVolume(dimension: unit.id, category: category, period: newest, drop: drop))
    }
    let low = candidates.filter { $0.drop.isLow(among: candidates.count) }
    // Where most fall together it is the season, or one response of a later day: no unit's own.
    return candidates.count > 1 && 2 * low.count > candidates.count ? [] : low
  }

  /// The people served or asked in some periods; `nil` where that is not known of each.
  private static func people(
    _ periods: [Period], _ unit: String, _ category: String, _ scope: ReportScope,
    _ volumes: Volumes?
  ) -> [Double]? {
    guard let volumes, scope.query.filters.isEmpty, scope.query.period == nil else { return nil }
    let known = periods.compactMap { period -> Double? in
      guard period.isComplete(asOf: scope.asOf) else { return nil }
      let domain = Domain(entries: [
        Domain.Entry(axis: unit, value: .category(category)),
        Domain.Entry(axis: period.kind.rawValue, value: .period(period)),
      ])
      guard let base = volumes.participation(in: domain, accepted: 0).base, base > 0 else {
        return nil
      }
      return Double(base)
    }
    return known.count == periods.count ? known : nil
  }
}

extension [LowVolume] {
  /// The warning that units sent far less than before; `nil` where none did.
  func warning(_ survey: Survey, _ locale: ReportLocale) -> Message? {
    guard let worst = self.min(by: { $0.drop.pValue < $1.drop.pValue }) else { return nil }
    let name = VerdictName(survey: survey, locale: locale)
    let names = prefix(5).map { unit in
      name.text(
        Domain(entries: [Domain.Entry(axis: unit.dimension, value: .category(unit.category))]))
    }
    return Message(
      worded: VolumeCode.low, severity: .warning,
      [
        "unitsCount": String(count), "period": worst.period.id,
        "names": names.joined(separator: "; ") + (count > names.count ? "; …" : ""),
        "worst": name.text(
          Domain(entries: [Domain.Entry(axis: worst.dimension, value: .category(worst.category))])),
        "acceptedCount": String(worst.drop.count),
        "expectedCount": String(Int(Swift.min(worst.drop.expected, 1e15).rounded())),
      ])
  }
}
