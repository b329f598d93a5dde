import SurveyDefinition

/// What a report is about: a part's responses that its conditions leave, and how they are cut.
struct ReportScope: Sendable {
  /// The canonical part.
  let part: TallyPart
  let query: ReportQuery
  let calendar: ReportCalendar
  /// The volumes of `query`, files of the same dimensions together.
  let volumes: [VolumeUnion]
  /// The days of the whole part, whatever the conditions are.
  let dates: ResponseDates
  /// The day that periods are complete by; `nil` without dates.
  let asOf: CalendarDay?
  /// The axes of `query`, as they are named there.
  let axes: [BreakdownAxis]
  /// The conditions on categories, as they stand in `query`.
  let filters: [CategorySelection]
  /// The plan's dimensions that the conditions use.
  let filtered: Set<Int>
  /// The finest domains that the conditions leave.
  let selection: [Int]
  let meter: LossMeter
  /// The strata and clusters of the whole part; `nil` where everything is done on n.
  let design: DesignFrame?
  /// Whether more records than may be lost have an id that came before with other answers: which of
  /// them are responses of their own nobody can tell.
  let hasConflictingIDs: Bool

  /// - Parameter problems: is given what the part cannot answer, and warnings; after an error nothing
  ///   can be worked out.
  /// - Throws: ``RunError`` where the design of the part tells no variance; see ``DesignFrame``.
  init(_ part: TallyPart, _ query: ReportQuery, problems: inout [Message]) throws(RunError) {
    let canonical = part.canonical()
    dates = canonical.dates
    asOf = query.asOf ?? dates.lastDay
    let part = OpenOpinions(canonical).judged(asOf: asOf)
    let plan = part.plan
    axes = BreakdownAxis.find(query.by, in: plan, problems: &problems)
    let filters = query.filters.map { CategorySelection($0, in: part, problems: &problems) }
    if let arrivals = query.arrivals, plan.dimensions.allSatisfy({ $0.id != arrivals }) {
      problems.append(plan.notKept(arrivals))
    }
    for id in Set(query.volumes.flatMap(\.dimensions)).sorted()
    where plan.dimensions.allSatisfy({ $0.id != id }) {
      problems.append(plan.notKept(id))
    }
    if query.period != nil, !plan.hasDates { problems.append(Message(.tallyNoDates)) }
    problems += Self.problems(of: query.margins, plan)
    volumes = try VolumeUnion.all(query.volumes) { id in
      plan.dimensions.contains { $0.id == id && $0.isOpen }
    }
    self.part = part
    self.query = query
    calendar = query.calendar ?? plan.survey.calendar
    self.filters = filters
    filtered = Set(filters.map(\.position))
    meter = LossMeter(part)
    // The codes of a dimension that is not kept cannot be asked for.
    let isSound = problems.allSatisfy { $0.severity != .error }
    let request = isSound ? MarginRequest(query, of: plan.survey) : nil
    design = try DesignFrame(part, weightedTo: request)
    problems += design?.margins?.messages ?? []
    hasConflictingIDs = part.accounting.conflictingIDs.exceeds(query.lossLimit)
    selection = (0..<(isSound ? part.sums.count : 0)).filter { domain in
      filters.allSatisfy { $0.admits(domain, of: part.sums) }
        && (query.period?.contains(PeriodCode.firstDay(of: part.sums.period(of: domain)))
          ?? true)
    }
  }

  /// What a part cannot be weighted to.
  private static func problems(of margins: Margins?, _ plan: TabulationPlan) -> [Message] {
    guard let margins else {
      // Who names margins does not want figures without them.
      return plan.survey.margins == nil
        ? [] : [Message(worded: MarginCode.notHere, ["survey": plan.survey.id])]
    }
    if plan.survey.coverage == .census || plan.survey.opinions != nil {
      return [Message(worded: MarginCode.notWeighted, ["survey": plan.survey.id])]
    }
    var problems = margins.dimensions.filter { id in
      plan.dimensions.allSatisfy { $0.id != id }
    }.map(plan.notKept)
    let kinds = margins.tables.compactMap(\.periods)
    if !kinds.isEmpty, !plan.hasDates { problems.append(Message(.tallyNoDates)) }
    if kinds.contains(.day), plan.survey.finestPeriod != .day {
      problems.append(Message(.tallyPeriodTooFine, ["name": PeriodKind.day.rawValue]))
    }
    return problems
  }

  /// The kind of period that is looked at once, with everything in it: the first that the query breaks
  /// down by, else the first target's; `nil` without either.
  var periodKind: PeriodKind? {
    query.by.lazy.compactMap(PeriodKind.init(rawValue:)).first
      ?? part.plan.survey.targets.flatMap(\.every).first
  }

  /// Some finest domains by their code of the dimension at a place of the plan.
  func groups(_ domains: [Int], by position: Int) -> [UInt32: [Int]] {
    Dictionary(grouping: domains) { part.sums.code(of: $0, inDimension: position) }
  }

  /// Whether a period of the part's sums, given by its first day, has none but stray dates.
  func isStray(_ day: CalendarDay) -> Bool { dates.isStray(day, by: part.plan.kept) }

  /// The responses that the conditions leave.
  var selected: Int { selection.reduce(0) { $0 + Int(part.sums.responses(of: $1)) } }
}
