import SurveyDefinition

/// Works one comparison out of one part, or of two that lie side by side.
struct ComparisonBuilder {
  private let query: ComparisonQuery
  private let first: TallyPart
  private let second: TallyPart
  private let scopes: (first: ReportScope, second: ReportScope)
  private let measures: [ComparedMeasure]
  private let breaks: [SeriesBreak]
  /// What the conditions name that does not occur.
  private let warnings: [Message]

  /// - Parameter second: the part that the second of two periods lies in; else the same.
  /// - Throws: ``RunError`` with everything that `query` asks and the parts cannot answer.
  init(_ first: TallyPart, beside second: TallyPart, _ query: ComparisonQuery) throws(RunError) {
    var problems: [Message] = []
    let survey = first.plan.survey
    let asked =
      query.measures.isEmpty && !query.questions.isEmpty
      ? []
      : ComparedMeasure.all(query.measures, in: first.plan, and: second.plan, &problems)
    breaks = SeriesBreak.between(first, second, measures: asked.map(\.id))
    measures =
      asked
      + ComparedMeasure.questions(
        query.questions, in: first.plan, isOnePart: breaks.isEmpty, &problems)
    if !query.crossesBreaks { problems += breaks.map { $0.message(.error) } }
    problems += Self.problems(of: query.subject, survey)
    var plain = query.report
    plain.by = []
    let scope = try ReportScope(first, plain, problems: &problems)
    scopes = (
      scope, breaks.isEmpty ? scope : try ReportScope(second, plain, problems: &problems)
    )
    if let axis = query.subject.axis {
      if survey.dimension(axis) == nil, survey.question(axis) == nil {
        let known =
          survey.dimensions.map(\.id) + survey.questions.filter(\.isSingleChoice).map(\.id)
        problems.append(
          Message(
            .tallyUnknownDimension, ["name": axis, "known": known.joined(separator: ", ")]))
      } else if !first.plan.dimensions.contains(where: { $0.id == axis }) {
        problems.append(first.plan.notKept(axis))
      }
    }
    let errors = problems.distinct.filter { $0.severity == .error }
    guard errors.isEmpty else { throw RunError(.usage, errors) }
    self.query = query
    self.first = first
    self.second = second
    // What weighting has to say of the first part is said by its report.
    let said = scope.design?.margins?.messages ?? []
    warnings = problems.distinct.filter { !said.contains($0) }
  }

  /// What cannot be compared, whatever the data is.
  private static func problems(
    of subject: ComparisonQuery.Subject, _ survey: Survey
  ) -> [Message] {
    switch subject {
    case .periods(let first, with: let second):
      if survey.source.submittedAt.isEmpty { return [Message(.tallyNoDates)] }
      var problems: [Message] = []
      for period in [first, second] where period.kind == .day && survey.finestPeriod != .day {
        problems.append(Message(.tallyPeriodTooFine, ["name": period.id]))
      }
      if first.first <= second.last, second.first <= first.last {
        problems.append(
          Message(worded: ComparisonCode.periodsOverlap, ["first": first.id, "second": second.id]))
      }
      return problems
    case .category(let axis, let names):
      // A combined category lies in the pool of its parts, which is what its rest would be.
      let categories = survey.dimension(axis)?.categories ?? []
      return names.compactMap { name in
        let folded = LabelFolding.fold(name)
        guard
          let category = categories.first(where: { category in
            category.id == name
              || category.spellings.contains { LabelFolding.fold($0) == folded }
          }), !category.within.isEmpty, !Set(names).isSuperset(of: category.within)
        else { return nil }
        return Message(
          worded: ComparisonCode.combinedCategory,
          [
            "dimension": axis, "category": category.id,
            "parts": category.within.joined(separator: ","),
          ])
      }
    case .eachWithRest, .pairs: return []
    }
  }

  // MARK: - The report

  /// The comparison, with what was said before it.
  func report(
    names: [String: String] = [:], places: [CalendarDay: SourcePlace] = [:],
    messages: [Message] = [], repeatedIDs: RepeatedIDs? = nil
  ) throws(RunError) -> ComparisonReport {
    var said: [Message] = breaks.map { $0.message(.warning) }
    let pairs = try pairs(&said)
    let judge = PairJudge(
      estimator: estimator, lossLimit: query.report.lossLimit, adjustment: query.adjustment)
    let rows = judge.rows(pairs)
    // Its targets are another matter: they neither judge nor withhold anything here.
    var plain = query.report
    plain.by = query.subject.axis.map { [$0] } ?? []
    let report = try first.redefined(by: first.plan.survey.judged(by: [])).report(
      plain, names: names, places: places, messages: said + warnings + messages,
      repeatedIDs: repeatedIDs)
    return ComparisonReport(
      query: query, survey: first.plan.survey, report: report,
      secondPart: breaks.isEmpty
        ? nil
        : ComparedPart(
          survey: second.plan.survey, shapeHash: second.plan.shapeHash.description,
          accounting: second.accounting),
      measures: measures.filter { $0.choices == nil }.map(\.first.measure),
      questions: measures.filter { $0.choices != nil }.map(\.id), breaks: breaks, rows: rows,
      mixes: mixes(rows))
  }

  private var estimator: Estimator {
    Estimator(first.plan.survey, query.report, hasDesign: scopes.first.design != nil)
  }

  private func pairs(_ said: inout [Message]) throws(RunError) -> [ComparedPair] {
    switch query.subject {
    case .periods(let first, with: let second):
      return periods(first, second, &said)
    case .category(let axis, let names):
      let sides = sides(axis)
      let known = CategoryNames(sides.position, in: scopes.first.part)
      let codes = names.map { known.code(of: $0) }
      for (name, code) in zip(names, codes) where code == nil {
        let message = known.unknown(name)
        if message.severity == .error { throw RunError(.usage, [message]) }
        said.append(message)
      }
      let found = codes.compactMap(\.self)
      let (chosen, rest) = (sides.sides(ofPool: found, named: names), sides.rest(of: found))
      let pairs = measures.indices.map { pair($0, chosen[$0], rest[$0], axis: sides) }
      said += aside(pairs.first.map { scopes.first.selected - $0.accepted } ?? 0, axis)
      return pairs
    case .eachWithRest(let axis):
      let sides = sides(axis)
      said += aside(sides.responsesAside, axis) + alone(sides)
      // The sums of a rest are let go once it is compared: of many categories they are many.
      let rows = sides.codes.map { code in
        let (own, rest) = (sides.sides(of: code), sides.rest(of: [code]))
        return measures.indices.map { pair($0, own[$0], rest[$0], axis: sides) }
      }
      return measures.indices.flatMap { place in rows.map { $0[place] } }
    case .pairs(let axis):
      let sides = sides(axis)
      guard sides.codes.count <= ComparisonQuery.pairLimit else {
        throw RunError(
          .usage, worded: ComparisonCode.tooManyCategories,
          [
            "dimension": axis, "count": String(sides.codes.count),
            "limit": String(ComparisonQuery.pairLimit),
          ])
      }
      said += aside(sides.responsesAside, axis) + alone(sides)
      let all = sides.codes.map { sides.sides(of: $0) }
      return measures.indices.flatMap { place in
        all.indices.flatMap { left in
          all[(left + 1)...].map { pair(place, all[left][place], $0[place], axis: sides) }
        }
      }
    }
  }

  /// Two sides of a measure, or of the answers to a question.
  private func pair(
    _ measure: Int, _ first: CategorySides.Side, _ second: CategorySides.Side, losses: LossShare
  ) -> ComparedPair {
    if let choices = measures[measure].choices {
      return estimator.answers(first, second, choices: choices, losses: losses)
    }
    return estimator.pair(first, second, losses: losses, areOfOneDesign: breaks.isEmpty)
  }

  // MARK: - Periods

  private func periods(
    _ first: Period, _ second: Period, _ said: inout [Message]
  ) -> [ComparedPair] {
    let one = scopes.first.sums(of: measures.map(\.first), in: first)
    let other = scopes.second.sums(of: measures.map(\.second), in: second)
    let sides = [(first, scopes.first, one), (second, scopes.second, other)]
    for (period, scope, sums) in sides {
      if sums.allSatisfy({ $0.counts.counts.accepted == 0 }) {
        said.append(
          Message(worded: ComparisonCode.emptyPeriod, severity: .warning, ["period": period.id]))
      } else if let asOf = scope.asOf, !period.isComplete(asOf: asOf) {
        said.append(
          Message(
            worded: ComparisonCode.incompletePeriod, severity: .warning,
            [
              "period": period.id, "lastDay": period.last.description,
              "asOfDay": asOf.description,
            ]))
      }
    }
    return measures.indices.map { place in
      let losses = [
        (scopes.first, measures[place].first), (scopes.second, measures[place].second),
      ].map { $0.meter.share(of: $1, dimensions: $0.filtered) }
      var pair = pair(
        place, (ComparedSide(first, asOf: scopes.first.asOf, one[place]), one[place]),
        (ComparedSide(second, asOf: scopes.second.asOf, other[place]), other[place]),
        losses: losses[0].isSmaller(than: losses[1]) ? losses[1] : losses[0])
      if !breaks.isEmpty { pair.flags.insert(.acrossBreak) }
      if scopes.first.hasConflictingIDs || scopes.second.hasConflictingIDs {
        pair.flags.insert(.conflictingIDs)
      }
      return pair
    }
  }

  /// The changes by field and unit.
  private func mixes(_ rows: [ComparisonRow]) -> [MixChange] {
    guard case .periods(let first, with: let second) = query.subject else { return [] }
    let survey = self.first.plan.survey
    let dimensions = [OfficeDimension.field, .unit].compactMap { survey.dimension($0)?.id }
    let domains = (scopes.first.domains(in: first), scopes.second.domains(in: second))
    return zip(measures, rows).flatMap { measure, row -> [MixChange] in
      guard measure.choices == nil else { return [] }
      return dimensions.compactMap { dimension in
        guard let now = MixGroups(scopes.first, domains.0, measure.first, dimension: dimension),
          let then = MixGroups(scopes.second, domains.1, measure.second, dimension: dimension)
        else { return nil }
        return now.change(from: then, of: row, by: dimension)
      }
    }
  }

  // MARK: - Categories

  private func sides(_ axis: String) -> CategorySides {
    let position = scopes.first.part.plan.dimensions.firstIndex { $0.id == axis } ?? 0
    return CategorySides(scopes.first, measures.map(\.first), at: position)
  }

  private func pair(
    _ measure: Int, _ first: CategorySides.Side, _ second: CategorySides.Side,
    axis sides: CategorySides
  ) -> ComparedPair {
    var pair = pair(
      measure, first, second,
      losses: scopes.first.meter.share(
        of: first.sums.measure, dimensions: scopes.first.filtered.union([sides.position])))
    if scopes.first.hasConflictingIDs { pair.flags.insert(.conflictingIDs) }
    return pair
  }

  /// What is said of responses that are on neither side.
  private func aside(_ responses: Int, _ axis: String) -> [Message] {
    guard responses > 0 else { return [] }
    return [
      Message(
        worded: ComparisonCode.responsesAside, severity: .note,
        ["responsesCount": String(responses), "dimension": axis])
    ]
  }

  /// What is said where there is nothing to compare with.
  private func alone(_ sides: CategorySides) -> [Message] {
    guard sides.codes.count < 2 else { return [] }
    return [
      Message(worded: ComparisonCode.singleCategory, severity: .warning, ["dimension": sides.axis])
    ]
  }
}

extension ComparedPair {
  /// The accepted responses of both sides.
  fileprivate var accepted: Int { first.counts.accepted + second.counts.accepted }
}
