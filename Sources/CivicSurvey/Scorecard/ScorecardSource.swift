import SurveyDefinition

/// A source of a plan bound to its definition: what is to be counted for the plan's targets.
public struct ScorecardSource: Sendable {
  /// The source's id.
  public let id: String
  /// The definition, with the plan's targets in place of its own.
  public let survey: Survey
  /// What is wrong with single targets, by their ids.
  public let failures: [String: [Message]]
  private var query: ReportQuery

  /// Binds a source; what its definition lacks for a target is that target's failure alone.
  ///
  /// - Parameter volumes: the files that the definition names beside the responses: with them units are
  ///   commended.
  public init(
    _ id: String, of plan: ScorecardPlan, survey: Survey, _ query: Scorecard.Query,
    volumes: [CountTable] = []
  ) {
    var targets: [Target] = []
    var failures: [String: [Message]] = [:]
    for planned in plan.targets where planned.source == id {
      let (target, diagnostics) = survey.target(of: planned, until: plan.until)
      if let target { targets.append(target) }
      if !diagnostics.isEmpty {
        failures[planned.id, default: []] += diagnostics.map { Message($0) }
      }
    }
    targets.removeAll { failures[$0.id] != nil }
    self.id = id
    self.survey = survey.judged(by: targets)
    self.failures = failures
    self.query = Self.query(of: survey, plan, query)
    self.query.volumes = volumes
    self.query.commends = !volumes.isEmpty
  }

  /// The same source with the volumes of another too, which is added to it.
  public func joined(by other: ScorecardSource) -> ScorecardSource {
    var joined = self
    joined.query.volumes += other.query.volumes
    joined.query.commends = !joined.query.volumes.isEmpty
    return joined
  }

  /// What its report is asked: needs are shown by field and year, nothing else is cut.
  private static func query(
    of survey: Survey, _ plan: ScorecardPlan, _ card: Scorecard.Query
  ) -> ReportQuery {
    var query = ReportQuery()
    query.calendar = plan.calendar
    query.asOf = card.asOf
    query.intervalMethod = card.intervalMethod
    query.level = card.level
    query.lossLimit = card.lossLimit
    query.locale = card.locale
    query.printedOn = card.printedOn
    query.comparesTargets = true
    guard survey.questions.contains(where: { $0.role == .need }) else { return query }
    query.by = [needsAxis(of: survey)].compactMap { $0 }
    if !survey.source.submittedAt.isEmpty { query.by.append(PeriodKind.year.rawValue) }
    query.mostAxes = 2
    return query
  }

  /// The dimension that needs are shown by: the field, else the first closed one.
  public static func needsAxis(of survey: Survey) -> String? {
    survey.dimension(.field)?.id ?? survey.dimensions.first { !$0.isOpen }?.id
  }

  /// What exports are counted by: as the tallies beside them were, else by what the targets need.
  ///
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.not-a-dimension`.
  public func tabulationPlan(beside tallies: [TallyPart]) throws(RunError) -> TabulationPlan {
    guard let tally = tallies.first else { return try TabulationPlan(survey, forOneReport: query) }
    return try TabulationPlan(survey, keeping: tally.keptDimensions)
  }

  /// The part of a tally that was made with this definition, and what is to be said of the others.
  ///
  /// - Throws: ``RunError`` `plan.other-tally` where none was.
  public func part(
    of tally: Tally, path: String, at place: Message.Place
  ) throws(RunError) -> (part: TallyPart, messages: [Message]) {
    var own: [TallyPart] = []
    var others: [String] = []
    for part in tally.parts {
      if let part = try? part.redefined(by: survey) {
        own.append(part)
      } else {
        others.append(part.name)
      }
    }
    let names = others.joined(separator: ", ")
    guard let part = own.first, own.count == 1 else {
      let parts = own.isEmpty ? names : own.map(\.name).joined(separator: ", ")
      throw RunError(
        .data, .planOtherTally,
        [
          "path": path, "survey": survey.id + "@" + survey.version,
          "parts": parts.isEmpty ? "–" : parts,
        ], at: place)
    }
    guard !others.isEmpty else { return (part, []) }
    return (
      part,
      [
        Message(
          .planPartsLeftOut, severity: .warning, ["path": path, "parts": names], at: place)
      ]
    )
  }

  /// The report of all that was read for the source.
  ///
  /// - Parameters:
  ///   - parts: those of tallies and of runs over exports.
  ///   - results: the runs.
  ///   - messages: what finding the files had to say.
  public func outcome(
    _ parts: [TallyPart], _ results: [ScorecardReading], messages: [Message]
  ) -> ScorecardOutcome {
    do throws(RunError) {
      let tally = try Tally(parts + results.map(\.part))
      guard tally.parts.count == 1 else {
        throw RunError(
          .data, .planOtherShape,
          ["source": id, "parts": tally.parts.map(\.name).joined(separator: ", ")])
      }
      let (part, unkept) = try kept(tally.parts[0])
      var failures = failures
      for (target, messages) in unkept { failures[target, default: []] += messages }
      var names: [String: String] = [:]
      var places: [CalendarDay: SourcePlace] = [:]
      for result in results {
        names.merge(result.names) { first, _ in first }
        places.merge(result.places) { min($0, $1) }
      }
      var query = query
      // A tally made without the volumes may lack what they speak of: its targets are judged all the same.
      let dimensions = Set(part.keptDimensions)
      query.volumes.removeAll { !dimensions.isSuperset(of: $0.dimensions) }
      let report = try part.report(
        query, names: names, places: places, messages: messages + results.flatMap(\.messages),
        repeatedIDs: results.count == 1 && parts.isEmpty ? results[0].repeatedIDs : nil)
      return ScorecardOutcome(report, targetFailures: failures)
    } catch {
      return ScorecardOutcome(failures: error.messages)
    }
  }

  /// The part judged by the targets whose conditions it keeps, and what is wrong with the others.
  private func kept(
    _ part: TallyPart
  ) throws(RunError) -> (part: TallyPart, failures: [String: [Message]]) {
    let dimensions = Set(part.keptDimensions)
    var failures: [String: [Message]] = [:]
    for target in survey.targets {
      let unkept = (target.filters + target.each + target.pooled).map(\.dimension)
        .filter { !dimensions.contains($0) }
      guard !unkept.isEmpty else { continue }
      failures[target.id, default: []] += unkept.map { part.plan.notKept($0) }
    }
    let judged = survey.judged(by: survey.targets.filter { failures[$0.id] == nil })
    return (try part.redefined(by: judged), failures)
  }
}
