import SurveyDefinition

/// One of the two sides of a comparison.
public struct ComparedSide: Sendable {
  /// Which responses it has: a period, a category, a pool or the rest.
  public let domain: Domain
  /// The period, where it is one.
  public let period: Period?
  /// Whether that is complete; true of what is no period.
  public let isComplete: Bool
  /// The counts of the measure's question.
  public let counts: AnswerCounts
  /// The satisfied answers.
  public let satisfied: Int

  /// The base of the rate, in responses.
  public var n: Int { counts.answered }
  /// satisfied / n, 0…1; `nil` if n is 0.
  public var rate: Double? { n == 0 ? nil : Double(satisfied) / Double(n) }

  /// A side that is no period.
  init(_ domain: Domain, _ sums: MeasureCounts) {
    self.domain = domain
    period = nil
    isComplete = true
    counts = sums.counts
    satisfied = sums.satisfied
  }

  /// A side that is a period.
  init(_ period: Period, asOf: CalendarDay?, _ sums: MeasureCounts) {
    domain = Domain(entries: [
      Domain.Entry(axis: period.kind.rawValue, value: .period(period))
    ])
    self.period = period
    isComplete = period.isComplete(asOf: asOf)
    counts = sums.counts
    satisfied = sums.satisfied
  }

  /// The counts of the side.
  var sums: MeasureCounts { MeasureCounts(counts: counts, satisfied: satisfied) }
}

extension ReportScope {
  /// The counts of measures over the responses dated in a period, stray dates aside; by measure.
  ///
  /// - Complexity: O(domains), and O(counts) in those of the period.
  func counts(of measures: [MeasurePlan], in period: Period) -> [MeasureCounts] {
    var totals = measures.map { _ in MeasureCounts() }
    for domain in domains(in: period) {
      for (place, measure) in measures.enumerated() {
        measure.add(domain, of: part.sums, to: &totals[place])
      }
    }
    return totals
  }

  /// The finest domains that the conditions leave in a period, stray dates aside.
  func domains(in period: Period) -> [Int] {
    var known: (code: UInt32, isInside: Bool)?
    return selection.filter { domain in
      let code = part.sums.period(of: domain)
      // Domains come in the order of their periods.
      if let known, known.code == code { return known.isInside }
      let day = PeriodCode.firstDay(of: code)
      let isInside = period.contains(day) && !(day.map(isStray) ?? true)
      known = (code, isInside)
      return isInside
    }
  }
}
