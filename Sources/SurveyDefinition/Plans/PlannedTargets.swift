extension Survey {
  /// The survey with targets of a plan in place of its own, by which the definition judges nothing.
  public func judged(by targets: [Target]) -> Survey {
    var survey = self
    survey.targets = targets
    return survey
  }

  /// A plan's target as one of this survey's; or all that the survey lacks for it, with its places
  /// in the plan.
  ///
  /// - Parameter end: the first day on which the plan holds no longer.
  public func target(
    of planned: PlanTarget, until end: CalendarDay?
  ) -> (target: Target?, diagnostics: [Diagnostic]) {
    guard let measure = planned.measure else { return (nil, []) }
    var problems: [Diagnostic] = []
    if self.measure(measure.text) == nil {
      let allowed = DefinitionReader.listed(measures.map(\.id))
      problems.append(
        measure.place.diagnostic(
          .unknownMeasure, ["measure": measure.text, "allowed": allowed]))
    }
    let split = Set((planned.each + planned.pooled).map(\.dimension.text))
    for filter in planned.filters where split.contains(filter.dimension.text) {
      problems.append(
        filter.dimension.place.diagnostic(
          .filterTwice, ["target": planned.id, "dimension": filter.dimension.text]))
    }
    let lists = [planned.filters, planned.each, planned.pooled].map { filters in
      filters.map { filter in
        problems += self.problems(of: filter)
        return CategoryFilter(
          dimension: filter.dimension.text, categories: filter.categories.map(\.text))
      }
    }
    let rows = planned.each.reduce(1) { min($0 * $1.categories.count, 1_000_000_000) }
    if rows > SurveyParser.rowLimit {
      problems.append(
        planned.place.diagnostic(
          .tooManyRows,
          [
            "target": planned.id, "count": String(rows),
            "limit": String(SurveyParser.rowLimit),
          ]))
    }
    if planned.period == .day, finestPeriod != .day {
      problems.append(
        planned.place.diagnostic(
          .periodTooFine,
          [
            "target": planned.id, "period": planned.period.rawValue,
            "finest": finestPeriod.rawValue,
          ]))
    }
    var bound = planned.bound
    if let measure = self.measure(measure.text) {
      switch WrittenBound(planned.writtenBound.text).value(on: measure.scale, of: measure) {
      case .success(let value):
        bound = if case .atLeast = planned.bound { .atLeast(value) } else { .atMost(value) }
      case .failure(let problem):
        problems.append(planned.writtenBound.place.diagnostic(problem.code, problem.arguments))
      }
    }
    guard problems.isEmpty else { return (nil, problems) }
    let target = Target(
      id: planned.id, title: planned.title, measure: measure.text, filters: lists[0],
      each: lists[1], pooled: lists[2], bound: bound, from: planned.from,
      until: planned.until ?? end, every: [planned.period])
    return (target, [])
  }

  /// What a condition names that the survey does not have.
  private func problems(of filter: PlanFilter) -> [Diagnostic] {
    let id = filter.dimension.text
    let allowed: [String]
    if let dimension = dimension(id) {
      // A label of an open dimension may still come.
      if dimension.isOpen { return [] }
      allowed = dimension.categories.map(\.id)
    } else if let question = question(id) {
      guard question.isSingleChoice else {
        return [
          filter.dimension.place.diagnostic(
            .filterQuestionType, ["question": id, "type": question.type.rawValue])
        ]
      }
      allowed = question.choices.map(\.id)
    } else {
      let ids = dimensions.map(\.id) + questions.filter(\.isSingleChoice).map(\.id)
      return [
        filter.dimension.place.diagnostic(
          .unknownDimension, ["dimension": id, "allowed": DefinitionReader.listed(ids)])
      ]
    }
    return filter.categories.filter { !allowed.contains($0.text) }.map { category in
      category.place.diagnostic(
        .unknownCategory,
        [
          "category": category.text, "dimension": id,
          "allowed": DefinitionReader.listed(allowed),
        ])
    }
  }
}
