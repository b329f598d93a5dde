/// Reads a plan and checks what can be checked without its files.
public struct PlanParser {
  private let reader: DefinitionReader
  private var log: DefinitionLog { reader.log }

  /// Reads the UTF-8 YAML of a plan; `file` is the name that diagnostics carry.
  ///
  /// All diagnostics are given at once, in the order of their places. `plan` is `nil` exactly if one
  /// of them is an error. No bytes make it crash.
  public static func parse(
    bytes: [UInt8], file: String
  ) -> (plan: ScorecardPlan?, diagnostics: [Diagnostic]) {
    let text = DefinitionText(bytes)
    let log = text.log(of: file)
    let plan = text.root(log).flatMap { PlanParser(reader: DefinitionReader(log: log)).read($0) }
    return (log.hasErrors ? nil : plan, log.sorted)
  }

  /// Whether a file is a plan rather than a definition: it has the key `plan`.
  public static func isPlan(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("plan:") || line.hasPrefix("\"plan\":")
    }
  }

  private func read(_ root: YAMLNode) -> ScorecardPlan? {
    guard
      let map = reader.map(
        root, path: "", required: ["plan", "title", "from", "targets"],
        optional: ["area", "until", "calendar", "sources"])
    else { return nil }
    let id = reader.id(map, "plan")
    let title = reader.wording(map, "title")
    let from = reader.date(map, "from")
    let until = reader.date(map, "until")
    reader.checkDates(from: from, until: until)
    let sources = readSources(map)
    let start = from?.value ?? CalendarDay(number: 0)
    let targets = readTargets(map, sources: sources.map(\.id), from: start)
    checkSources(map, sources, usedBy: targets)
    PlanTargetChecks(targets: targets, log: log).run()
    guard let id, let title, let from else { return nil }
    return ScorecardPlan(
      id: id.value, title: title, area: reader.wording(map, "area"), from: from.value,
      until: until?.value, calendar: reader.word(map, "calendar"), sources: sources,
      targets: targets)
  }

  // MARK: - Sources

  private func readSources(_ map: DefinitionMap) -> [ScorecardPlan.Source] {
    guard let entry = map.entry("sources"),
      let sources = reader.map(entry.value, path: "sources", mark: entry.keyMark)
    else { return [] }
    return sources.entries.compactMap { entry in
      let path = sources.path(of: entry.key)
      reader.checkID(entry.key, at: entry.keyMark, path: path)
      guard
        let map = reader.map(
          entry.value, path: path, mark: entry.keyMark, required: ["definition", "files"],
          optional: []), let definition = reader.text(map, "definition")
      else { return nil }
      return ScorecardPlan.Source(
        id: entry.key, definition: located(definition),
        files: reader.distinctTexts(map, "files").map(located))
    }
  }

  private func checkSources(
    _ map: DefinitionMap, _ sources: [ScorecardPlan.Source], usedBy targets: [PlanTarget]
  ) {
    guard let node = map["sources"], case .map(let entries) = node.content else { return }
    let used = Set(targets.compactMap(\.source))
    for entry in entries where !used.contains(entry.key) {
      log.report(.planUnusedSource, at: entry.keyMark, ["source": entry.key])
    }
  }

  // MARK: - Targets

  private func readTargets(
    _ map: DefinitionMap, sources: [String], from start: CalendarDay
  ) -> [PlanTarget] {
    guard let entry = map.entry("targets"),
      let targets = reader.list(entry.value, path: "targets", mark: entry.keyMark)
    else { return [] }
    return targets.enumerated().compactMap { index, node in
      reader.map(
        node, path: "targets[\(index + 1)]", required: ["id", "title"],
        optional: [
          "source", "measure", "where", "each", "pooled", "atLeast", "atMost", "from", "until",
          "period", "reportedBy", "due",
        ]
      ).flatMap { readTarget($0, sources: sources, from: start) }
    }
  }

  private func readTarget(
    _ map: DefinitionMap, sources: [String], from start: CalendarDay
  ) -> PlanTarget? {
    let id = reader.id(map, "id")
    let title = reader.wording(map, "title")
    let source = reader.text(map, "source")
    if let source, !sources.contains(source.value) {
      let allowed = DefinitionReader.listed(sources)
      log.report(
        .planUnknownSource, at: source.mark, ["source": source.value, "allowed": allowed])
    }
    let measure = reader.text(map, "measure")
    if source != nil, map["measure"] == nil {
      log.report(.missingKey, at: map.mark, ["path": map.path(of: "measure")])
    }
    if source == nil, map["source"] == nil, let entry = map.entry("measure") {
      log.report(.missingKey, at: entry.keyMark, ["path": map.path(of: "source")])
    }
    let filters = ["where", "each", "pooled"].map { readFilters(map, $0) }
    let side = reader.bound(map, id?.value ?? map.path)
    let bound = side.flatMap { readBound($0, hasMeasure: measure != nil) }
    let from = reader.date(map, "from")
    let until = reader.date(map, "until")
    reader.checkDates(from: from, until: until)
    let period: PeriodKind? = reader.word(map, "period")
    let due = readDue(map)
    guard let id, let title, let side, let bound else { return nil }
    return PlanTarget(
      id: id.value, title: title, source: source?.value, measure: measure.map(located),
      filters: filters[0], each: filters[1], pooled: filters[2], bound: bound,
      writtenBound: located(side.text), from: from?.value ?? start, until: until?.value,
      period: period ?? .year,
      reportedBy: reader.wording(map, "reportedBy"), due: due, place: log.place(id.mark))
  }

  /// The bound as it looks by itself: what the measure is, only its definition says.
  private func readBound(
    _ side: DefinitionReader.SideOfBound, hasMeasure: Bool
  ) -> TargetBound? {
    let written = WrittenBound(side.text.value)
    switch written.likelyValue {
    case .success(let value): return side.bound(value)
    case .failure(let problem):
      var arguments = problem.arguments
      let isBare = hasMeasure && written.isBareInteger && problem.code == .shareWithoutUnit
      if isBare {
        arguments["asNumber"] = written.text + ".0"
        arguments["asPoints"] = written.text + " points"
      }
      log.report(
        isBare ? .planBoundWithoutUnit : problem.code, at: side.text.mark, arguments)
      return nil
    }
  }

  private func readDue(_ map: DefinitionMap) -> MonthDay? {
    guard let text = reader.text(map, "due") else { return nil }
    let due = MonthDay(text.value)
    if due == nil { log.report(.planBadDue, at: text.mark, ["value": text.value]) }
    return due
  }

  private func readFilters(_ map: DefinitionMap, _ key: String) -> [PlanFilter] {
    guard let entry = map.entry(key),
      let filters = reader.map(entry.value, path: map.path(of: key), mark: entry.keyMark)
    else { return [] }
    return filters.entries.map { entry in
      PlanFilter(
        dimension: located(Located(value: entry.key, mark: entry.keyMark)),
        categories: reader.distinctTexts(filters, entry.key).map(located))
    }
  }

  private func located(_ text: Located<String>) -> PlanText {
    PlanText(text: text.value, place: log.place(text.mark))
  }
}
