/// What the figures are held against.
extension SurveyParser {
  /// The most rows that one target may ask for in one period.
  static let rowLimit = 1000

  mutating func readTargets(_ map: DefinitionMap) {
    guard let entry = map.entry("targets"),
      let targets = reader.list(entry.value, path: "targets", mark: entry.keyMark)
    else { return }
    var starts: [String: [CalendarDay]] = [:]
    for (index, node) in targets.enumerated() {
      guard
        let map = reader.map(
          node, path: "targets[\(index + 1)]", required: ["id", "measure", "from"],
          optional: [
            "title", "where", "each", "pooled", "atLeast", "atMost", "until", "every",
          ]), let target = readTarget(map)
      else { continue }
      if let from = map["from"], starts[target.id, default: []].contains(target.from) {
        reader.log.report(
          .targetSameFrom, at: from.mark,
          ["target": target.id, "from": target.from.description])
      }
      starts[target.id, default: []].append(target.from)
      draft.targets.append(target)
    }
  }

  private func readTarget(_ map: DefinitionMap) -> Target? {
    let id = reader.id(map, "id")
    let name = id?.value ?? map.path
    let measure = reader.text(map, "measure")
    if let measure, !draft.measures.contains(where: { $0.id == measure.value }) {
      let allowed = DefinitionReader.listed(draft.measures.map(\.id))
      reader.log.report(
        .unknownMeasure, at: measure.mark, ["measure": measure.value, "allowed": allowed])
    }
    let title = reader.wording(map, "title")
    let filters = readFilters(map, "where")
    let each = readFilters(map, "each")
    let pooled = readFilters(map, "pooled")
    checkFilters(map, name, filters: filters, each: each, pooled: pooled)
    let bound = readBound(
      map, name, of: draft.measures.first { $0.id == measure?.value })
    let from = reader.date(map, "from")
    let until = reader.date(map, "until")
    reader.checkDates(from: from, until: until)
    let every = readPeriods(map, name)
    guard let id, let measure, let bound, let from else { return nil }
    return Target(
      id: id.value, title: title, measure: measure.value, filters: filters, each: each,
      pooled: pooled, bound: bound, from: from.value, until: until?.value, every: every)
  }

  private func readPeriods(_ map: DefinitionMap, _ target: String) -> [PeriodKind] {
    guard let entry = map.entry("every") else { return [.quarter, .year] }
    if draft.source.submittedAt.isEmpty {
      reader.log.report(.periodsWithoutDates, at: entry.keyMark, ["target": target])
    }
    return reader.distinctTexts(map, "every").compactMap { text in
      guard let kind: PeriodKind = reader.word(text, path: map.path(of: "every")) else {
        return nil
      }
      if kind == .day, draft.finestPeriod != .day {
        reader.log.report(
          .periodTooFine, at: text.mark,
          [
            "target": target, "period": kind.rawValue, "finest": draft.finestPeriod.rawValue,
          ])
      }
      return kind
    }
  }

  func readFilters(_ map: DefinitionMap, _ key: String) -> [CategoryFilter] {
    guard let entry = map.entry(key),
      let filters = reader.map(entry.value, path: map.path(of: key), mark: entry.keyMark)
    else { return [] }
    return filters.entries.map { entry in
      let ids = reader.distinctTexts(filters, entry.key)
      checkFilter(entry, ids)
      return CategoryFilter(dimension: entry.key, categories: ids.map(\.value))
    }
  }

  /// A filter names a dimension or a single-choice question and what it has.
  private func checkFilter(_ entry: YAMLNode.Entry, _ ids: [Located<String>]) {
    if let dimension = draft.dimensions.first(where: { $0.id == entry.key }) {
      let allowed = dimension.categories.map(\.id)
      let known = Set(allowed)
      for id in ids where !allowed.isEmpty && !known.contains(id.value) {
        reportUnknownCategory(id, dimension: dimension.id, allowed: allowed)
      }
    } else if let question = draft.questions.first(where: { $0.id == entry.key }) {
      guard question.isSingleChoice else {
        reader.log.report(
          .filterQuestionType, at: entry.keyMark,
          ["question": question.id, "type": question.type.rawValue])
        return
      }
      _ = known(ids, of: question.choices, owner: "questions.\(question.id)")
    } else {
      let allowed =
        draft.dimensions.map(\.id) + draft.questions.filter(\.isSingleChoice).map(\.id)
      reader.log.report(
        .unknownDimension, at: entry.keyMark,
        ["dimension": entry.key, "allowed": DefinitionReader.listed(allowed)])
    }
  }

  private func checkFilters(
    _ map: DefinitionMap, _ target: String, filters: [CategoryFilter], each: [CategoryFilter],
    pooled: [CategoryFilter]
  ) {
    let split = Set((each + pooled).map(\.dimension))
    if let entry = map.entry("where"), case .map(let entries) = entry.value.content {
      for entry in entries where split.contains(entry.key) {
        reader.log.report(
          .filterTwice, at: entry.keyMark, ["target": target, "dimension": entry.key])
      }
    }
    // At most 200,000 nodes a definition: two factors cannot overflow, so the product is capped.
    let rows = each.reduce(1) { min($0 * $1.categories.count, 1_000_000_000) }
    if rows > Self.rowLimit, let entry = map.entry("each") {
      reader.log.report(
        .tooManyRows, at: entry.keyMark,
        ["target": target, "count": String(rows), "limit": String(Self.rowLimit)])
    }
  }
}
