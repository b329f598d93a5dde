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
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.dimension-not-kept`,
  ///   `tally.unknown-category`, `tally.no-dates`, `tally.period-too-fine`,
  ///   `tally.too-many-axes`, `tally.axis-twice`.
  /// - Complexity: O(2^axes × counts).
  public func report(
    _ query: ReportQuery, names: [String: String] = [:], messages: [Message] = []
  ) throws(RunError) -> Report {
    var builder = try ReportBuilder(canonical(), query)
    return builder.report(names: names, messages: messages)
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
  var meter: LossMeter
  var diagnostics: [Message]

  init(_ part: TallyPart, _ query: ReportQuery) throws(RunError) {
    let calendar = query.calendar ?? part.plan.survey.calendar
    var problems: [Message] = []
    self.axes = Self.axes(query.by, in: part, problems: &problems)
    let filters = query.filters.map { CategorySelection($0, in: part, problems: &problems) }
    if query.period != nil, !part.plan.hasDates { problems.append(Message("tally.no-dates")) }
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw RunError(.usage, errors) }
    self.part = part
    self.query = query
    self.calendar = calendar
    self.asOf = query.asOf ?? part.lastDay
    self.filters = filters
    self.diagnostics = problems
    self.meter = LossMeter(part)
    self.selection = (0..<part.domains.count).filter { domain in
      filters.allSatisfy { $0.admits(domain, of: part) }
        && part.isInside(query.period, domain: domain)
    }
  }

  private static func axes(
    _ names: [String], in part: TallyPart, problems: inout [Message]
  ) -> [BreakdownAxis] {
    var axes: [BreakdownAxis] = []
    if names.count > TallyPart.axisLimit {
      problems.append(
        Message("tally.too-many-axes", ["limit": String(TallyPart.axisLimit)]))
    }
    for (place, name) in names.enumerated() {
      if names[..<place].contains(name) {
        problems.append(Message("tally.axis-twice", ["name": name]))
      } else if let kind = PeriodKind(rawValue: name) {
        if !part.plan.hasDates {
          problems.append(Message("tally.no-dates"))
        } else if kind == .day, part.plan.survey.finestPeriod != .day {
          problems.append(Message("tally.period-too-fine", ["name": name]))
        }
        axes.append(.period(kind))
      } else if let position = part.plan.dimensions.firstIndex(where: { $0.id == name }) {
        axes.append(.dimension(position))
      } else if part.plan.survey.dimension(name) != nil || part.plan.survey.question(name) != nil {
        let kept = part.plan.dimensions.map(\.id).joined(separator: ", ")
        problems.append(Message("tally.dimension-not-kept", ["name": name, "known": kept]))
      } else {
        problems.append(TabulationPlan.unknownDimension(name, in: part.plan.survey))
      }
    }
    return axes
  }

  mutating func report(names: [String: String], messages: [Message]) -> Report {
    let measures = part.plan.survey.measures.compactMap { PlannedMeasure($0, in: part.plan) }
    let breakdown = breakdown(measures)
    let verdicts = TargetJudge(
      part: part, query: query, calendar: calendar, asOf: asOf, selection: selection
    ).verdicts(measures, meter: &meter)
    let accounting = part.accounting
    let worst = (breakdown.estimates.map(\.losses) + verdicts.map(\.losses))
      .max { $0.isSmaller(than: $1) }
    var first: [Message] = []
    if let worst, worst.exceeds(query.lossLimit) {
      first.append(Self.lossMessage(worst, limit: query.lossLimit))
    }
    if accounting.responses == 0 {
      first.append(Message("response.none-accepted", severity: .warning))
    }
    if part.runs > 1 {
      first.append(
        Message("tally.duplicates-within-runs", severity: .note, ["runs": String(part.runs)]))
    }
    let whole = measures.first.map { meter.share($0.question, dimensions: []) }
    return Report(
      survey: part.plan.survey, shapeHash: part.plan.shapeHash.description, query: query,
      asOf: asOf, periods: Self.periods(breakdown.estimates, verdicts), accounting: accounting,
      selected: selection.reduce(0) { $0 + Int(part.counts[$1 * part.plan.slotCount]) },
      estimates: breakdown.estimates, distributions: breakdown.distributions,
      verdicts: verdicts, losses: LossTable.losses(of: part, usedBy: query),
      lossShare: whole ?? LossShare(lost: 0, base: 0),
      diagnostics: first + messages + diagnostics,
      sources: part.sources.map {
        ReportSource(
          name: names[$0.digest.description], bytes: $0.bytes, digest: $0.digest.description,
          first: $0.firstDay, last: $0.lastDay)
      })
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
      "response.losses-over-limit", severity: .warning,
      [
        "lost": String(share.lost), "base": String(share.base),
        "lostPercent": percent(lost), "limitPercent": percent(limit),
      ])
  }

  private static func periods(
    _ estimates: [Estimate], _ verdicts: [TargetVerdict]
  ) -> [Period] {
    var periods = Set(verdicts.compactMap(\.period))
    for estimate in estimates {
      for case .period(let period) in estimate.domain.entries.map(\.value) {
        periods.insert(period)
      }
    }
    return periods.sorted { ($0.first, $0.last, $0.id) < ($1.first, $1.last, $1.id) }
  }

  // MARK: - Breakdowns

  private mutating func breakdown(
    _ measures: [PlannedMeasure]
  ) -> (estimates: [Estimate], distributions: [Distribution]) {
    let slotCount = part.plan.slotCount
    let isCensus = part.plan.survey.coverage == .census
    var estimates: [[Estimate]] = measures.map { _ in [] }
    let shown = part.plan.questions.indices.filter { part.plan.questions[$0].choiceCount > 0 }
    var distributions: [[Distribution]] = shown.map { _ in [] }
    for subset in Self.subsets(axes.count) {
      let chosen = subset.map { axes[$0] }
      let groups = DomainGroups(part, selection: selection, axes: chosen, calendar: calendar)
      let used = Set(filters.map(\.position)).union(
        chosen.compactMap { if case .dimension(let position) = $0 { position } else { nil } })
      for group in groups.ordered {
        let domain = domain(of: group, in: groups, subset: subset)
        let counts = groups.counts[group * slotCount..<(group + 1) * slotCount]
        for (place, measure) in measures.enumerated() {
          estimates[place].append(
            Estimate(
              measure: measure.id, domain: domain,
              counts: AnswerCounts(measure.question, in: counts),
              satisfied: measure.satisfied(in: counts), level: query.level, isCensus: isCensus,
              losses: meter.share(measure.question, dimensions: used)))
        }
        for (place, question) in shown.enumerated() {
          distributions[place].append(
            distribution(question, domain: domain, counts: counts))
        }
      }
    }
    return (estimates.flatMap { $0 }, distributions.flatMap { $0 })
  }

  private func distribution(
    _ index: Int, domain: Domain, counts: ArraySlice<UInt64>
  ) -> Distribution {
    let question = part.plan.questions[index]
    let choices = part.plan.survey.questions[index].choices
    return Distribution(
      question: question.id, domain: domain, counts: AnswerCounts(question, in: counts),
      answers: choices.enumerated().map { place, choice in
        Distribution.Answer(
          choice: choice.id,
          n: Int(counts[counts.startIndex + question.firstSlot + place]))
      })
  }

  private func domain(of group: Int, in groups: DomainGroups, subset: [Int]) -> Domain {
    Domain(
      entries: subset.enumerated().map { place, axis in
        let code = groups.table.code(of: group, at: place)
        let value =
          switch axes[axis] {
          case .dimension(let position): part.value(of: code, dimension: position)
          case .period(let kind):
            PeriodCode.firstDay(of: code)
              .flatMap { Period(containing: $0, kind: kind, calendar: calendar) }
              .map(DomainValue.period) ?? .missing
          }
        return Domain.Entry(axis: query.by[axis], value: value)
      })
  }

  /// All subsets of 0..<count: smaller ones first, of one size in the order of their members.
  private static func subsets(_ count: Int) -> [[Int]] {
    (0..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }
}

extension Estimate {
  /// A rate from its counts: with a Wilson interval, unless nobody answered or all are counted.
  init(
    measure: String, domain: Domain, counts: AnswerCounts, satisfied: Int, level: Double,
    isCensus: Bool, losses: LossShare
  ) {
    let n = counts.answered
    self.init(
      measure: measure, domain: domain, counts: counts, satisfied: satisfied,
      rate: n == 0 ? nil : Double(satisfied) / Double(n),
      interval: isCensus ? nil : .wilson(successes: satisfied, trials: n, level: level),
      reason: n == 0 ? .noAnswers : isCensus ? .census : nil, losses: losses)
  }
}

extension TallyPart {
  /// Whether a finest domain lies in a run of days; undated responses lie in none.
  func isInside(_ range: PeriodRange?, domain: Int) -> Bool {
    guard let range else { return true }
    guard let day = PeriodCode.firstDay(of: domains.code(of: domain, at: 0)) else { return false }
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
