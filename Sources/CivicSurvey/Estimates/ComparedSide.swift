import SurveyDefinition

/// One of the two sides of a comparison.
public struct ComparedSide: Sendable {
  /// Which responses it has: a period, a category, a pool or the rest.
  public let domain: Domain
  /// The period, where it is one.
  public let period: Period?
  /// Whether that is complete; true of what is no period.
  public let isComplete: Bool
  /// The counts of the measure's base.
  public let counts: AnswerCounts
  /// The responses that count; `nil` of a measure in which each adds more or less.
  public let satisfied: Int?
  /// The figure on the measure's scale, a share 0…1; `nil` without an answer.
  public let value: Double?
  /// The figure as it was counted; `nil` without an answer, of a mean of rates, and where responses have
  /// weights.
  public let fraction: CountedFraction?
  /// What the survey's design says of it; `nil` where everything is done on n.
  public let design: DesignFigures?

  /// The base of the figure, in responses.
  public var n: Int { counts.answered }

  /// A side that is no period.
  init(_ domain: Domain, _ sums: SideSums) {
    self.init(domain, period: nil, isComplete: true, sums)
  }

  /// A side that is a period.
  init(_ period: Period, asOf: CalendarDay?, _ sums: SideSums) {
    self.init(
      Domain(entries: [Domain.Entry(axis: period.kind.rawValue, value: .period(period))]),
      period: period, isComplete: period.isComplete(asOf: asOf), sums)
  }

  private init(_ domain: Domain, period: Period?, isComplete: Bool, _ sums: SideSums) {
    self.domain = domain
    self.period = period
    self.isComplete = isComplete
    counts = sums.counts.counts
    satisfied = sums.measure.isBinomial ? sums.counts.satisfied : nil
    design = sums.design
    let figure = MeasureFigure(sums.measure, sums.counts, design: design)
    value = figure.value
    fraction = figure.fraction
  }
}

extension ReportScope {
  /// The sums of measures over the responses dated in a period, stray dates aside; by measure.
  ///
  /// - Complexity: O(domains), and O(counts) in those of the period.
  func sums(of measures: [MeasurePlan], in period: Period) -> [SideSums] {
    sums(of: measures, over: domains(in: period))
  }

  /// The sums of measures over some finest domains; by measure.
  func sums(of measures: [MeasurePlan], over domains: [Int]) -> [SideSums] {
    var sides = measures.map { SideSums($0, design) }
    for domain in domains {
      for (place, measure) in measures.enumerated() {
        measure.add(domain, of: part.sums, to: &sides[place].counts)
      }
    }
    if let design {
      for (place, rows) in design.rows(measures, over: domains, of: part.sums).enumerated() {
        sides[place].rows = rows
      }
    }
    return sides
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
