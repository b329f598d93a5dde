import SurveyDefinition

/// Works one report out of one part.
struct ReportBuilder {
  private let scope: ReportScope
  private let estimator: Estimator
  private let measures: [MeasurePlan]
  /// What the conditions name that does not occur.
  private let warnings: [Message]

  private var part: TallyPart { scope.part }
  private var query: ReportQuery { scope.query }

  /// - Throws: ``RunError`` with everything that `query` asks and the part cannot answer.
  init(_ part: TallyPart, _ query: ReportQuery) throws(RunError) {
    var problems: [Message] = []
    scope = try ReportScope(part, query, problems: &problems)
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw RunError(.usage, errors) }
    estimator = Estimator(part.plan.survey, query, hasDesign: scope.design != nil)
    measures = MeasurePlan.all(in: part.plan)
    warnings = problems
  }

  /// The report, with what was said before it and the series of the parts beside this one.
  func report(
    names: [String: String], places: [CalendarDay: SourcePlace], messages: [Message],
    repeatedIDs: RepeatedIDs?,
    beside others: [TallyPart]
  ) -> Report {
    let plan = part.plan
    let breakdown = Breakdown(scope, measures)
    let estimates = EstimateTable(breakdown, measures, estimator)
    let expecting = plan.survey.dimensions.filter { !$0.expected.isEmpty }
      .compactMap { Arrivals(part, dimension: $0.id) }
    let verdicts = TargetJudge(scope: scope, estimator: estimator, expecting: expecting)
      .verdicts(measures)
    let periods = periods(estimates, verdicts)
    // Intervals that allow for clusters need no such watch, which would call them too narrow.
    let overDispersion =
      scope.design?.design.isClustered ?? false
      ? nil : OverDispersionTable(scope, measures, shown: periods)
    let volumes = Volumes(scope)
    let silences = silences(of: expecting, in: scope.dates.lastDay == nil ? [nil] : periods)
    let funnel = FunnelTable(scope, measures, shown: periods, overDispersion: overDispersion)
    let low = LowVolume.all(scope, volumes, except: silences)
    let shares = breakdown.sections.flatMap(\.losses) + verdicts.map(\.losses)
    let worstLoss = shares.max { $0.isSmaller(than: $1) }
    let empty = EmptySelection(scope).messages
    let lossesExceedLimit = worstLoss?.exceeds(query.lossLimit) ?? false
    // Those that are over the limit whatever the unknown counts are have been told already.
    let unknownLoss = shares.filter {
      !$0.exceeds(query.lossLimit) && $0.atMost.exceeds(query.lossLimit)
    }.max { $0.atMost.isSmaller(than: $1.atMost) }
    let trends = others.filter { $0.plan.shapeHash != plan.shapeHash }
      .compactMap { PartTrend(of: $0, beside: plan.survey, query) }
    let repeated =
      scope.hasConflictingIDs
      ? messages.first { $0.code == MessageCode.responseRepeatedIDs.rawValue } : nil
    return Report(
      survey: plan.survey, shapeHash: plan.shapeHash.description, query: query, asOf: scope.asOf,
      periods: periods, accounting: part.accounting, selected: scope.selected,
      seen: SeenCategories.all(in: part),
      design: scope.design.map { DesignSummary($0) },
      marginEffect: MarginEffect(scope, measures), estimates: estimates,
      change: change(among: periods), factors: FactorRow.all(scope, estimator),
      distributions: DistributionTable(breakdown, DistributionPlan.all(in: plan), estimator),
      otherParts: query.margins == nil ? trends : [],
      verdicts: verdicts,
      arrivals: query.arrivals.flatMap { Arrivals(part, dimension: $0)?.table },
      silences: silences,
      losses: LossTable.losses(of: part, usedBy: query),
      lossShare: measures.first.map { scope.meter.share(of: $0, dimensions: []) }
        ?? LossShare(lost: 0, base: 0),
      worstLoss: worstLoss, lossesExceedLimit: lossesExceedLimit,
      lossesMayExceedLimit: unknownLoss != nil,
      diagnostics: findings(lossesExceedLimit ? worstLoss : nil, unknownLoss)
        + findings(verdicts, repeated) + findings(overDispersion)
        + (volumes.map { VolumeFindings($0, scope, estimates).messages } ?? [])
        + [low.warning(plan.survey, query.locale)].compactMap { $0 }
        + (query.margins == nil || trends.isEmpty
          ? [] : [Message(worded: MarginCode.otherParts, severity: .note)])
        + scope.dates.warnings(places: places, names: names) + empty
        + messages.filter { repeated == nil || $0.code != repeated?.code }
        + warnings(besides: empty),
      repeatedIDs: repeatedIDs,
      sources: part.sources.map { ReportSource($0, name: names[$0.digest.description]) },
      dates: scope.dates, strayDates: scope.dates.strayDates(places: places),
      overDispersion: overDispersion, volumes: volumes, lowVolume: low,
      funnel: funnel,
      commendation: Commendation(
        scope, funnel, shown: periods, volumes, low,
        losses: lossesExceedLimit || unknownLoss != nil))
  }

  /// The main measure's change since the period before the newest, of the report's kind of period, else
  /// of the first target's.
  private func change(among periods: [Period]) -> ComparisonRow? {
    guard let main = measures.first, let kind = scope.periodKind,
      let newest = periods.last(where: { $0.kind == kind }),
      let before = periods.last(where: { $0.kind == kind && $0.next == newest })
    else { return nil }
    let sides = [newest, before].compactMap { period in
      scope.sums(of: [main], in: period).first.map {
        (side: ComparedSide(period, asOf: scope.asOf, $0), sums: $0)
      }
    }
    guard sides.count == 2, sides.allSatisfy({ $0.side.n > 0 }) else { return nil }
    var pair = estimator.pair(
      sides[0], sides[1], losses: scope.meter.share(of: main, dimensions: scope.filtered),
      areOfOneDesign: true)
    if scope.hasConflictingIDs { pair.flags.insert(.conflictingIDs) }
    return PairJudge(estimator: estimator, lossLimit: query.lossLimit, adjustment: .none)
      .rows([pair]).first
  }

  /// What the part itself has to say; losses over the limit come first.
  ///
  /// - Parameter unknownLoss: one that may be over the limit.
  private func findings(_ lossOverLimit: LossShare?, _ unknownLoss: LossShare?) -> [Message] {
    let warning = LossWarning(limit: query.lossLimit)
    var findings: [Message] = []
    if let lossOverLimit { findings.append(warning.overLimit(lossOverLimit)) }
    if let unknownLoss { findings.append(warning.unknown(unknownLoss, part.accounting)) }
    if part.accounting.responses == 0 {
      findings.append(Message(.responseNoneAccepted, severity: .warning))
    }
    if part.runs > 1 {
      findings.append(
        Message(.tallyDuplicatesWithinRuns, severity: .note, ["runs": String(part.runs)]))
    }
    return findings
  }

  /// What is to be said of the targets' rows.
  ///
  /// - Parameter repeated: what has been said of ids that came again, which is said here.
  private func findings(_ verdicts: [TargetVerdict], _ repeated: Message?) -> [Message] {
    let warning = RowWarning(
      limit: query.lossLimit, name: VerdictName(survey: part.plan.survey, locale: query.locale))
    var findings = [warning.losses(verdicts), warning.lowResponse(verdicts)].compactMap { $0 }
    if scope.hasConflictingIDs {
      let warning = LossWarning(limit: query.lossLimit)
      findings.append(
        warning.conflictingIDs(part.accounting.conflictingIDs, repeated: repeated))
    }
    return findings
  }

  /// What is to be said of the main measure in the newest period.
  private func findings(_ overDispersion: OverDispersionTable?) -> [Message] {
    guard let main = measures.first, let row = overDispersion?.newestRow(of: main.id) else {
      return []
    }
    return [row.warning].compactMap { $0 }
  }

  /// What the conditions name that does not occur, unless more has been said of it.
  private func warnings(besides empty: [Message]) -> [Message] {
    let dimensions = EmptySelection.dimensions(of: empty)
    return warnings.filter { !dimensions.contains($0.arguments["dimension"] ?? "") }
  }

  private func silences(of expecting: [Arrivals], in periods: [Period?]) -> [Silence] {
    periods.flatMap { period in
      expecting.flatMap { arrivals in
        arrivals.silent(in: period).map {
          Silence(dimension: arrivals.dimension.id, category: $0, period: period)
        }
      }
    }
  }

  /// Every period that a row shows, in time order.
  private func periods(_ estimates: EstimateTable, _ verdicts: [TargetVerdict]) -> [Period] {
    var periods = Set(verdicts.compactMap(\.period))
    for axis in query.by where PeriodKind(rawValue: axis) != nil {
      for case .period(let period) in estimates.values(on: axis) { periods.insert(period) }
    }
    return periods.sorted { ($0.first, $0.last, $0.id) < ($1.first, $1.last, $1.id) }
  }
}
