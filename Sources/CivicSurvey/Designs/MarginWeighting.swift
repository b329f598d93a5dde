import SurveyDefinition
import SurveyStatistics

/// The responses of a part weighted to margins, from its sums alone.
struct MarginWeighting {
  /// The design with the new weights.
  let design: CalibratedDesign
  /// By finest domain, the cell whose factor its responses have.
  let cells: MarginCells
  /// What is printed of it.
  let summary: MarginSummary
  /// What is to be said of it.
  let messages: [Message]

  /// - Parameters:
  ///   - accepted: n, Σw and Σw² of each finest domain's accepted responses.
  ///   - frame: the design, and each finest domain's stratum and cluster.
  ///   - limit: the share of responses without a category above which nothing is weighted.
  /// - Throws: ``RunError`` `margins.*` with everything that does not match.
  init(
    _ margins: Margins, _ part: TallyPart, calendar: ReportCalendar, limit: DecimalShare,
    accepted: [WeightSum], design: SampleDesign, strata: [Int32], clusters: [Int32], units: [Int32]
  ) throws(RunError) {
    let checks = MarginChecks(margins)
    try checks.checkPeriods()
    let cells = MarginCells(margins, part, calendar: calendar)
    self.cells = cells
    var messages = try UnmatchedResponses(cells, part).messages(limit)

    // Each period is a calibration of its own, of its own cells and counts.
    var domains = [[Int]](repeating: [], count: max(1, cells.periods.count))
    for (domain, group) in cells.groups.enumerated() where group >= 0 {
      domains[Int(group)].append(domain)
    }
    var empty: [Period] = []
    var problems: [Message] = []
    var parts: [MarginPart] = []
    for (number, domains) in domains.enumerated() {
      let period = cells.periods.isEmpty ? nil : cells.periods[number]
      let own = MarginPart(margins, period, cells, domains, accepted)
      if let period, domains.isEmpty {
        empty.append(period)
      } else {
        problems += checks.problems(of: own)
        parts.append(own)
      }
    }
    guard !parts.isEmpty, parts.contains(where: { $0.matched > 0 }) else {
      throw RunError(
        .data, worded: MarginCode.noResponses, ["name": margins.tables[0].name])
    }
    guard problems.isEmpty else { throw RunError(.data, problems) }

    let all = accepted.reduce(into: WeightSum.zero) { $0.add($1) }
    let population = parts.reduce(0) { $0 + $1.population }
    // Responses of no period keep the overall factor, so that all together are the population.
    let grouped = parts.reduce(into: WeightSum.zero) { sum, part in
      for domain in part.domains { sum.add(accepted[domain]) }
    }
    let scale = grouped.weightValue / all.weightValue
    var groups: [CalibratedDesign.Group] = []
    for part in parts {
      do throws(CalibrationError) {
        groups.append(try part.group(scaledBy: scale, cap: margins.cap))
      } catch {
        throw checks.error(error, in: part)
      }
    }
    let rows = accepted.indices.map { domain in
      DesignSums.Row(
        stratum: strata[domain], cluster: clusters[domain], unit: units[domain],
        cell: cells.cells[domain], code: 0, sum: accepted[domain])
    }
    self.design = CalibratedDesign(
      design, accepted: DesignSums(rows), cells: cells.count, groups: groups,
      others: population / all.weightValue)
    let worst = zip(groups, parts).max { $0.0.calibration.residual < $1.0.calibration.residual }
    let isCapped = groups.contains(where: \.calibration.isCapped)
    if let empty = checks.withoutResponses(empty) { messages.append(empty) }
    messages += checks.scaledTotals(parts)
    messages += checks.fewResponses(of: parts)
    if isCapped, let worst { messages.append(checks.capped(worst.0.calibration, worst.1)) }
    self.messages = messages
    summary = MarginSummary(
      margins: margins, periods: parts.compactMap(\.period), population: population,
      rounds: groups.map(\.calibration.rounds).max() ?? 0,
      smallestFactor: groups.map(\.calibration.smallestAdjustment).min() ?? 1,
      largestFactor: groups.map(\.calibration.largestAdjustment).max() ?? 1,
      isCapped: isCapped, residual: worst?.0.calibration.residual ?? 0,
      unmatched: (0..<part.sums.count).reduce(0) { sum, domain in
        cells.isMatched(domain) ? sum : sum + Int(accepted[domain].n)
      },
      kishN: self.design.kishN)
  }
}
