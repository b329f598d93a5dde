import SurveyDefinition
import SurveyStatistics

/// Holds the survey's targets against a part's sums, period by period.
struct TargetJudge {
  let scope: ReportScope
  let estimator: Estimator
  /// The dimensions of which some categories are expected.
  let expecting: [Arrivals]
  /// The first days of the finest periods that have a response and are not stray.
  private let days: Set<CalendarDay>

  init(scope: ReportScope, estimator: Estimator, expecting: [Arrivals]) {
    self.scope = scope
    self.estimator = estimator
    self.expecting = expecting
    let sums = scope.part.sums
    var days: Set<CalendarDay> = []
    // Domains come in the order of their periods.
    var last: UInt32?
    for domain in 0..<sums.count where sums.period(of: domain) != last {
      guard sums.responses(of: domain) > 0 else { continue }
      last = sums.period(of: domain)
      guard let day = PeriodCode.firstDay(of: sums.period(of: domain)), !scope.isStray(day)
      else { continue }
      days.insert(day)
    }
    self.days = days
  }

  private var part: TallyPart { scope.part }
  private var query: ReportQuery { scope.query }

  /// One row of a target, without its period.
  private struct Row {
    let kind: TargetVerdict.Kind
    let conditions: [CategoryFilter]
    let domain: Domain
  }

  /// A row with what it takes to judge it for any period.
  private struct PreparedRow {
    let row: Row
    let measure: MeasurePlan
    let losses: LossShare
    /// Whether a dimension of its conditions is missing in all the data.
    let isUnknown: Bool
    /// The counts by finest period.
    let counts: [UInt32: MeasureCounts]
    /// Where the survey has a design, the finest domains by finest period.
    let domains: [UInt32: [Int]]
  }

  /// What a row was in the last period with answers before.
  private struct Earlier {
    struct Key: Hashable {
      let kind: TargetVerdict.Kind
      let domain: Domain
      let period: PeriodKind
    }

    let period: Period
    let side: ComparedSide
    let sums: SideSums
  }

  /// The verdicts: targets in the survey's order, then kinds of period, periods in time, rows.
  func verdicts(_ measures: [MeasurePlan]) -> [TargetVerdict] {
    let targets = part.plan.survey.targets
    var ids: [String] = []
    for target in targets where !ids.contains(target.id) { ids.append(target.id) }
    var verdicts: [TargetVerdict] = []
    for id in ids {
      let versions = targets.filter { $0.id == id }
      // A version is known by the day from which it holds.
      var prepared: [CalendarDay: [PreparedRow]] = [:]
      var earlier: [Earlier.Key: Earlier] = [:]
      for period in periods(of: versions) {
        let target = Self.target(in: versions, for: period)
        guard let measure = measures.first(where: { $0.id == target.target.measure }) else {
          continue
        }
        let rows =
          prepared[target.target.from]
          ?? rows(of: target.target).map { prepare($0, measure: measure) }
        prepared[target.target.from] = rows
        let silences = expecting.map { ($0.dimension.id, $0.silent(in: period)) }
        verdicts += rows.map { verdict($0, target, period: period, silences, &earlier) }
      }
    }
    return verdicts
  }

  // MARK: - Periods

  /// The periods that any version is judged for, in which the part has a response that is not stray;
  /// one `nil` where no response has a date.
  private func periods(of versions: [Target]) -> [Period?] {
    guard !days.isEmpty else { return [nil] }
    var kinds: [PeriodKind] = []
    for kind in versions.flatMap(\.every) where !kinds.contains(kind) { kinds.append(kind) }
    return kinds.flatMap { kind in
      Set(days.compactMap { Period(containing: $0, kind: kind, calendar: scope.calendar) })
        .filter { period in
          Self.target(in: versions, for: period).target.every.contains(kind)
            && query.period?.contains(period) ?? true
        }.sorted()
    }
  }

  /// The version in force on the period's last day; where none is, the nearest one.
  private static func target(
    in versions: [Target], for period: Period?
  ) -> (target: Target, isInForce: Bool) {
    let byDay = versions.sorted { $0.from < $1.from }
    guard let day = period?.last else { return (byDay[byDay.count - 1], true) }
    guard let target = byDay.last(where: { $0.from <= day }) else { return (byDay[0], false) }
    return (target, target.until.map { day < $0 } ?? true)
  }

  // MARK: - Rows

  private func rows(of target: Target) -> [Row] {
    let base = target.filters
    var rows: [Row] = []
    for conditions in Self.combinations(target.each) where !target.each.isEmpty {
      rows.append(Row(kind: .each, conditions: base + conditions, domain: .whole))
    }
    if !target.pooled.isEmpty {
      rows.append(Row(kind: .pooled, conditions: base + target.pooled, domain: .whole))
    }
    if rows.isEmpty { rows.append(Row(kind: .whole, conditions: base, domain: .whole)) }
    return rows.map { row in
      Row(
        kind: row.kind, conditions: row.conditions,
        domain: Domain(
          entries: row.conditions.map { condition in
            let categories = condition.categories
            return Domain.Entry(
              axis: condition.dimension,
              value: categories.count == 1
                ? DomainValue(condition: categories[0]) : .pool(categories))
          }))
    }
  }

  /// One category of each dimension, in every combination.
  private static func combinations(_ each: [CategoryFilter]) -> [[CategoryFilter]] {
    each.reduce([[]]) { partial, filter in
      partial.flatMap { conditions in
        filter.categories.map {
          conditions + [CategoryFilter(dimension: filter.dimension, categories: [$0])]
        }
      }
    }
  }

  // MARK: - Judging

  private func prepare(_ row: Row, measure: MeasurePlan) -> PreparedRow {
    // Ids were checked with the definition; a label that does not occur admits nothing.
    var ignored: [Message] = []
    let conditions = row.conditions.map { CategorySelection($0, in: part, problems: &ignored) }
    let sums = part.sums
    var counts: [UInt32: MeasureCounts] = [:]
    var domains: [UInt32: [Int]] = [:]
    for domain in scope.selection where conditions.allSatisfy({ $0.admits(domain, of: sums) }) {
      measure.add(
        domain, of: sums, to: &counts[sums.period(of: domain), default: MeasureCounts()])
      if scope.design != nil { domains[sums.period(of: domain), default: []].append(domain) }
    }
    let isUnknown = conditions.contains { condition in
      sums.count > 0
        && (0..<sums.count).allSatisfy {
          sums.code(of: $0, inDimension: condition.position) == DimensionCode.missing
        }
    }
    return PreparedRow(
      row: row, measure: measure,
      losses: scope.meter.share(
        of: measure, dimensions: scope.filtered.union(conditions.map(\.position))),
      isUnknown: isUnknown, counts: counts, domains: domains)
  }

  private func verdict(
    _ prepared: PreparedRow, _ target: (target: Target, isInForce: Bool), period: Period?,
    _ silences: [(dimension: String, categories: [String])],
    _ earlier: inout [Earlier.Key: Earlier]
  ) -> TargetVerdict {
    var sums = SideSums(prepared.measure, scope.design)
    var domains: [Int] = []
    for (code, counts) in prepared.counts
    where period.map({ $0.contains(PeriodCode.firstDay(of: code)) }) ?? true {
      sums.counts.add(counts)
      domains += prepared.domains[code] ?? []
    }
    if let frame = scope.design {
      sums.rows = frame.rows([prepared.measure], over: domains, of: part.sums)[0]
    }
    let (total, design) = (sums.counts, sums.design)
    let isComplete = period?.isComplete(asOf: scope.asOf) ?? true
    let figure = MeasureFigure(prepared.measure, total, design: design)
    let judgement = estimator.judgement(
      prepared.measure, total, design, against: target.target.bound,
      despite: objection(prepared, isInForce: target.isInForce, total.counts))
    var flags: [TargetVerdict.Provisional] = []
    if !isComplete { flags.append(.incompletePeriod) }
    if concerns(silences, prepared.row) { flags.append(.incompleteCoverage) }
    if let design, scope.design?.design.isClustered == true,
      design.clusters < TargetRule.fewestClusters
    {
      flags.append(.fewClusters)
    }
    if total.counts.hasLowResponse { flags.append(.lowItemResponse) }
    if scope.hasConflictingIDs { flags.append(.conflictingIDs) }
    return TargetVerdict(
      target: target.target, kind: prepared.row.kind, domain: prepared.row.domain, period: period,
      isComplete: isComplete, counts: total.counts,
      satisfied: prepared.measure.isBinomial ? total.satisfied : nil, value: figure.value,
      fraction: figure.fraction,
      isReached: figure.value.map { _ in figure.reaches(target.target.bound) },
      judgement: judgement, design: design,
      losses: prepared.losses, flags: flags, change: change(sums, prepared, period, &earlier))
  }

  /// The row against that of the period before.
  private func change(
    _ sums: SideSums, _ prepared: PreparedRow, _ period: Period?,
    _ earlier: inout [Earlier.Key: Earlier]
  ) -> ComparisonRow? {
    guard query.comparesTargets, let period, sums.counts.counts.answered > 0 else { return nil }
    let key = Earlier.Key(
      kind: prepared.row.kind, domain: prepared.row.domain, period: period.kind)
    let side = ComparedSide(period, asOf: scope.asOf, sums)
    let before = earlier.updateValue(
      Earlier(period: period, side: side, sums: sums), forKey: key)
    guard let before, before.period.next == period, before.sums.measure.id == sums.measure.id
    else { return nil }
    var pair = estimator.pair(
      (side, sums), (before.side, before.sums), losses: prepared.losses, areOfOneDesign: true)
    if scope.hasConflictingIDs { pair.flags.insert(.conflictingIDs) }
    return PairJudge(estimator: estimator, lossLimit: query.lossLimit, adjustment: .none)
      .rows([pair]).first
  }

  /// Whether the row's conditions admit any of the silent categories.
  private func concerns(
    _ silences: [(dimension: String, categories: [String])], _ row: Row
  ) -> Bool {
    silences.contains { dimension, categories in
      let admitted = (row.conditions + query.filters).filter { $0.dimension == dimension }
        .map { Set($0.categories.map(LabelFolding.fold)) }
      return categories.contains { category in
        let folded = LabelFolding.fold(category)
        return admitted.allSatisfy { $0.contains(folded) }
      }
    }
  }

  /// Why no verdict may be given, whatever the figures are.
  private func objection(
    _ row: PreparedRow, isInForce: Bool, _ counts: AnswerCounts
  ) -> NotJudgedReason? {
    if !isInForce { return .notInForce }
    if row.isUnknown { return .scopeUnknown }
    if counts.answered == 0, !counts.hasOwnLosses { return .noAnswers }
    if row.losses.exceeds(query.lossLimit) || counts.losesOverLimit(query.lossLimit) {
      return .lossesOverLimit
    }
    if row.losses.atMost.exceeds(query.lossLimit) { return .lossesUnknown }
    return nil
  }
}
