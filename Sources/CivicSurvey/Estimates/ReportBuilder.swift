import SurveyDefinition
import SurveyStatistics

extension TallyPart {
  /// The most axes of one breakdown; all subsets of them are estimated.
  public static let axisLimit = 8

  /// Every figure that `query` asks for, from the sums alone.
  ///
  /// - Parameters:
  ///   - query: the breakdown, the conditions and the level.
  ///   - names: the file's name of each source's digest, where it is known.
  ///   - messages: what the reading of the files had to say.
  ///   - others: parts that were kept beside this one, for the trend alone.
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.dimension-not-kept`,
  ///   `tally.unknown-category`, `tally.no-dates`, `tally.period-too-fine`,
  ///   `tally.too-many-axes`, `tally.axis-twice`.
  /// - Complexity: O(2^axes × counts).
  public func report(
    _ query: ReportQuery, names: [String: String] = [:], messages: [Message] = [],
    beside others: [TallyPart] = []
  ) throws(RunError) -> Report {
    let builder = try ReportBuilder(canonical(), query)
    var report = builder.report(names: names, messages: messages)
    report.otherParts = others.filter { $0.plan.shapeHash != plan.shapeHash }
      .compactMap { $0.trend(beside: report.survey, query) }
    report.seen = seenCategories
    return report
  }
}

/// Works one report out of one part.
private struct ReportBuilder {
  let part: TallyPart
  let query: ReportQuery
  let calendar: ReportCalendar
  let asOf: CalendarDay?
  let axes: [BreakdownAxis]
  let filters: [CategorySelection]
  let selection: [Int]
  let meter: LossMeter
  let diagnostics: [Message]

  init(_ part: TallyPart, _ query: ReportQuery) throws(RunError) {
    let calendar = query.calendar ?? part.plan.survey.calendar
    var problems: [Message] = []
    self.axes = Self.axes(query.by, in: part, problems: &problems)
    let filters = query.filters.map { CategorySelection($0, in: part, problems: &problems) }
    if let arrivals = query.arrivals, part.plan.dimensions.allSatisfy({ $0.id != arrivals }) {
      let kept = part.plan.dimensions.map(\.id).joined(separator: ", ")
      problems.append(Message(.tallyDimensionNotKept, ["name": arrivals, "known": kept]))
    }
    if query.period != nil, !part.plan.hasDates { problems.append(Message(.tallyNoDates)) }
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw RunError(.usage, errors) }
    self.part = part
    self.query = query
    self.calendar = calendar
    self.asOf = query.asOf ?? part.lastDay
    self.filters = filters
    self.diagnostics = problems
    self.meter = LossMeter(part)
    self.selection = (0..<part.sums.count).filter { domain in
      filters.allSatisfy { $0.admits(domain, of: part.sums) }
        && part.isInside(query.period, domain: domain)
    }
  }

  private static func axes(
    _ names: [String], in part: TallyPart, problems: inout [Message]
  ) -> [BreakdownAxis] {
    var axes: [BreakdownAxis] = []
    if names.count > TallyPart.axisLimit {
      problems.append(
        Message(.tallyTooManyAxes, ["limit": String(TallyPart.axisLimit)]))
    }
    for (place, name) in names.enumerated() {
      if names[..<place].contains(name) {
        problems.append(Message(.tallyAxisTwice, ["name": name]))
      } else if let kind = PeriodKind(rawValue: name) {
        if !part.plan.hasDates {
          problems.append(Message(.tallyNoDates))
        } else if kind == .day, part.plan.survey.finestPeriod != .day {
          problems.append(Message(.tallyPeriodTooFine, ["name": name]))
        }
        axes.append(.period(kind))
      } else if let position = part.plan.dimensions.firstIndex(where: { $0.id == name }) {
        axes.append(.dimension(position))
      } else if part.plan.survey.dimension(name) != nil || part.plan.survey.question(name) != nil {
        let kept = part.plan.dimensions.map(\.id).joined(separator: ", ")
        problems.append(Message(.tallyDimensionNotKept, ["name": name, "known": kept]))
      } else {
        problems.append(TabulationPlan.unknownDimension(name, in: part.plan.survey))
      }
    }
    return axes
  }

  func report(names: [String: String], messages: [Message]) -> Report {
    let measures = part.plan.survey.measures.compactMap { MeasurePlan($0, in: part.plan) }
    let breakdown = breakdown(measures)
    let estimator = Estimator(part.plan.survey, query)
    let expecting = part.plan.survey.dimensions.filter { !$0.expected.isEmpty }
      .compactMap { Arrivals(part, dimension: $0.id) }
    let verdicts = TargetJudge(
      part: part, query: query, calendar: calendar, asOf: asOf, selection: selection,
      meter: meter, estimator: estimator, expecting: expecting
    ).verdicts(measures)
    let periods = periods(breakdown, verdicts)
    let accounting = part.accounting
    let worst = (breakdown.sections.flatMap(\.losses) + verdicts.map(\.losses))
      .max { $0.isSmaller(than: $1) }
    var first: [Message] = []
    let lossesExceedLimit = worst?.exceeds(query.lossLimit) ?? false
    if let worst, lossesExceedLimit {
      first.append(Self.lossMessage(worst, limit: query.lossLimit))
    }
    if accounting.responses == 0 {
      first.append(Message(.responseNoneAccepted, severity: .warning))
    }
    if part.runs > 1 {
      first.append(
        Message(.tallyDuplicatesWithinRuns, severity: .note, ["runs": String(part.runs)]))
    }
    let whole = measures.first.map { meter.share($0.question, dimensions: []) }
    return Report(
      survey: part.plan.survey, shapeHash: part.plan.shapeHash.description, query: query,
      asOf: asOf, periods: periods, accounting: accounting,
      selected: selection.reduce(0) { $0 + Int(part.sums.responses(of: $1)) },
      estimates: EstimateTable(breakdown, measures, estimator),
      distributions: DistributionTable(
        breakdown,
        part.plan.questions.indices.filter { part.plan.questions[$0].choiceCount > 0 }
          .map { PlannedDistribution($0, in: part.plan) }),
      verdicts: verdicts, arrivals: query.arrivals.flatMap { Arrivals(part, dimension: $0)?.table },
      silences: Self.silences(expecting, part.firstDay == nil ? [nil] : periods),
      losses: LossTable.losses(of: part, usedBy: query),
      lossShare: whole ?? LossShare(lost: 0, base: 0), worstLoss: worst,
      lossesExceedLimit: lossesExceedLimit,
      diagnostics: first + messages + diagnostics,
      sources: part.sources.map { ReportSource($0, name: names[$0.digest.description]) })
  }

  private static func silences(_ expecting: [Arrivals], _ periods: [Period?]) -> [Silence] {
    periods.flatMap { period in
      expecting.flatMap { arrivals in
        arrivals.silent(in: period).map {
          Silence(dimension: arrivals.dimension.id, category: $0, period: period)
        }
      }
    }
  }

  private static func lossMessage(_ share: LossShare, limit: DecimalShare) -> Message {
    // In hundredths of a percent, to the nearest, in full width.
    func hundredths(_ numerator: Int, _ denominator: Int) -> Int {
      guard denominator > 0 else { return 0 }
      let (quotient, remainder) = denominator.dividingFullWidth(
        numerator.multipliedFullWidth(by: 10_000))
      return quotient + (remainder >= denominator - remainder ? 1 : 0)
    }
    func percent(_ hundredths: Int) -> String {
      let fraction = hundredths % 100
      if fraction == 0 { return String(hundredths / 100) }
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
    let limit = hundredths(limit.numerator, limit.denominator)
    // A share above the limit never reads as the limit.
    let lost = max(hundredths(share.lost, share.base), limit + 1)
    return Message(
      .responseLossesOverLimit, severity: .warning,
      [
        "lost": String(share.lost), "base": String(share.base),
        "lostPercent": percent(lost), "limitPercent": percent(limit),
      ])
  }

  private func periods(_ breakdown: Breakdown, _ verdicts: [TargetVerdict]) -> [Period] {
    var periods = Set(verdicts.compactMap(\.period))
    // Without a measure there is no row to show them.
    for axis in query.by where !part.plan.survey.measures.isEmpty {
      for case .period(let period) in breakdown.values(on: axis) { periods.insert(period) }
    }
    return periods.sorted { ($0.first, $0.last, $0.id) < ($1.first, $1.last, $1.id) }
  }

  /// The sums of every domain, with the losses of every measure.
  private func breakdown(_ measures: [MeasurePlan]) -> Breakdown {
    var breakdown = Breakdown(
      part, selection: selection, names: query.by, axes: axes, mostAxes: query.mostAxes,
      calendar: calendar)
    let filtered = Set(filters.map(\.position))
    breakdown.setLosses { section in
      let used = filtered.union(
        section.subset.compactMap { place in
          if case .dimension(let position) = axes[place] { position } else { nil }
        })
      return measures.map { meter.share($0.question, dimensions: used) }
    }
    return breakdown
  }
}

extension TallyPart {
  /// Whether a finest domain lies in a run of days; undated responses lie in none.
  func isInside(_ range: PeriodRange?, domain: Int) -> Bool {
    guard let range else { return true }
    guard let day = PeriodCode.firstDay(of: sums.code(of: domain, at: 0)) else { return false }
    return range.first <= day && day <= range.last
  }

  /// What a code of one dimension stands for.
  func value(of code: UInt32, dimension: Int) -> DomainValue {
    switch code {
    case DimensionCode.missing: .missing
    case DimensionCode.unmapped: .unmapped
    case DimensionCode.noOpinion: .noOpinion
    case DimensionCode.notApplicable: .notApplicable
    case DimensionCode.invalid: .invalid
    default:
      .category(
        plan.dimensions[dimension].isOpen
          ? openLabels[dimension][Int(code)] : plan.dimensions[dimension].categoryIDs[Int(code)])
    }
  }
}
