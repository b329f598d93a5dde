import SurveyDefinition

/// A definition that learns what a file calls things: columns, spellings, formats, what it lacks.
///
/// Its ids, titles, targets and measures stay.
struct DefinitionLike {
  private let survey: Survey
  private let plan: DraftPlan
  private let match: DefinitionMatch
  private let locale: ReportLocale
  private(set) var edits: DefinitionEdits
  /// How each column is understood.
  private(set) var table: [String] = []
  /// What a person has to look at.
  private(set) var doubts: [String] = []
  private var accepted: Set<String> = []
  private var unmatched: Set<Int> = []

  init(
    _ model: DraftModel, _ plan: DraftPlan, headerLines: Int, in locale: ReportLocale
  ) {
    survey = model.survey
    self.plan = plan
    self.locale = locale
    edits = model.edits
    match = DefinitionMatch(survey, plan)
    if headerLines > 1, survey.source.header == .oneLine {
      _ = self.edits.add("header: { lines: \(headerLines), names: joined }", toMapAt: ["source"])
    }
    for pair in match.pairs.sorted(by: { $0.column < $1.column }) { take(pair) }
    for thing in match.missing { lack(thing) }
    lackColumnsOfChoices()
    findUnused()
    writeTable()
    finish()
  }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    phrase.text(in: locale, values)
  }

  /// What a thing is called in a definition.
  private func name(_ thing: DefinitionMatch.Thing) -> String {
    path(thing).joined(separator: ".")
  }

  private func path(_ thing: DefinitionMatch.Thing) -> [String] {
    switch thing {
    case .responseID: ["source", "responseID"]
    case .submittedAt: ["source", "submittedAt"]
    case .frequency: ["source", "frequency"]
    case .dimension(let place): ["dimensions", survey.dimensions[place].id]
    case .question(let place): ["questions", survey.questions[place].id]
    }
  }

  // MARK: - What the file has

  private mutating func take(_ pair: DefinitionMatch.Pair) {
    let column = plan.columns[pair.column]
    if !pair.isKnown {
      let isWritten = edits.append([column.name], toListAt: path(pair.thing) + ["columns"])
      if !isWritten || pair.isUnsure {
        doubts.append(
          say(
            DraftWords.likeColumn,
            ["column": DraftEvidence.shownText(column.name), "thing": name(pair.thing)]))
      }
    }
    switch pair.thing {
    case .responseID, .frequency: break
    case .submittedAt: takeFormats(pair.column)
    case .dimension(let place):
      let dimension = survey.dimensions[place]
      guard !dimension.isOpen else { return }
      takeSpellings(
        column, SpellingMeanings(dimension), ["dimensions", dimension.id, "categories"],
        name(pair.thing))
    case .question(let place):
      let question = survey.questions[place]
      guard question.type != .text else { return }
      let list =
        question.scale.map { ["scales", $0, "choices"] } ?? ["questions", question.id, "choices"]
      takeSpellings(
        column, SpellingMeanings(question), list, name(pair.thing), separator: question.separator)
    }
  }

  private mutating func takeSpellings(
    _ column: ColumnProfile, _ meanings: SpellingMeanings, _ list: [String], _ thing: String,
    separator: String? = nil
  ) {
    guard column.isComplete else { return }
    var unknown: [ColumnProfile.Value] = []
    for value in column.values where !meanings.isKnown(value.folded) {
      if let id = meanings.another(value.folded) {
        let key = (list + [id, value.folded]).joined(separator: "\n")
        guard accepted.insert(key).inserted else { continue }
        if !edits.append([value.text], toListAt: list + [id, "accepts"]) { unknown.append(value) }
      } else if let separator, value.folded.contains(separator),
        value.folded.split(separator: separator)
          .allSatisfy({ meanings.meaning(LabelFolding.fold(String($0))) != nil })
      {
        continue
      } else {
        unknown.append(value)
      }
    }
    guard !unknown.isEmpty else { return }
    let evidence = DraftEvidence(plan: plan, locale: locale)
    var values = ["thing": thing, "texts": evidence.list(unknown)]
    let near = NearestLabel.find(
      [unknown[0].text], among: meanings.labels.flatMap { $0.spellings })
    values["near"] = near.map { say(DraftWords.likeNear, ["label": $0]) } ?? ""
    doubts.append(say(DraftWords.likeUnknown, values))
  }

  private mutating func takeFormats(_ place: Int) {
    guard let time = plan.time, time.column == place else { return }
    let known = survey.source.timestampFormats
    func isRead(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return known.contains { $0.read(bytes.span) != nil }
    }
    let texts = plan.columns[place].values.map(\.text)
    guard !texts.allSatisfy(isRead) else { return }
    let wanted = time.finding.otherOrder == nil ? time.finding.formats : []
    // What reads a text that the definition reads already would read it otherwise.
    let added = wanted.filter { format in
      !known.contains { $0.pattern == format.pattern }
        && texts.contains { text in
          let bytes = Array(text.utf8)
          return format.read(bytes.span) != nil && !isRead(text)
        }
    }
    let path = ["source", "submittedAt", "formats"]
    let unread = texts.filter { !isRead($0) }
    if added.isEmpty || !fits(added.map(\.pattern), path) {
      doubts.append(
        say(
          DraftWords.likeFormats,
          [
            "texts": unread.prefix(3).map { "“\(DraftEvidence.shownText($0))”" }
              .joined(separator: ", ")
          ]))
    }
  }

  /// Adds formats unless the definition would then be wrong.
  private mutating func fits(_ patterns: [String], _ path: [String]) -> Bool {
    var trial = edits
    // Without formats a definition reads ISO 8601.
    let hasList = edits.has(path)
    guard trial.append(hasList ? patterns : ["iso8601"] + patterns, toListAt: path),
      SurveyParser.parse(bytes: Array(trial.text.utf8), file: "").survey != nil
    else { return false }
    edits = trial
    return true
  }

  // MARK: - What the file lacks

  private mutating func lack(_ thing: DefinitionMatch.Thing) {
    let isOptional: Bool
    switch thing {
    case .responseID, .frequency: return
    case .submittedAt:
      doubts.append(say(DraftWords.likeNoTime))
      return
    case .dimension(let place): isOptional = survey.dimensions[place].isOptional
    case .question(let place): isOptional = survey.questions[place].isOptional
    }
    guard !isOptional else { return }
    if !edits.add("optional: true", toMapAt: path(thing)) {
      doubts.append(say(DraftWords.likeLacks, ["thing": name(thing)]))
    }
  }

  /// Questions that have a column for each choice.
  private mutating func lackColumnsOfChoices() {
    let header = Set(plan.columns.map { LabelFolding.bare($0.name) })
    for question in survey.questions where question.columns.isEmpty && !question.isOptional {
      let lists = question.choiceColumns + question.levelColumns
      let found = lists.count { names in
        names.contains { header.contains(LabelFolding.bare($0)) }
      }
      guard found < lists.count else { continue }
      let path = ["questions", question.id]
      if found > 0 || !edits.add("optional: true", toMapAt: path) {
        doubts.append(say(DraftWords.likeLacks, ["thing": path.joined(separator: ".")]))
      }
    }
  }

  /// Columns that look like answers, or counts, and that nothing in the definition takes.
  private mutating func findUnused() {
    let used = Set(match.pairs.map(\.column))
    let choices = Set(
      survey.questions.flatMap { $0.choiceColumns + $0.levelColumns }.joined()
        .map(LabelFolding.bare))
    let answers = plan.questions.filter { question in
      if case .text = question.answers { false } else { true }
    }.map(\.column)
    let open = match.missing.compactMap { thing in
      if case .question = thing { name(thing) } else { nil }
    }
    for place in answers where !used.contains(place) {
      let column = plan.columns[place]
      guard !choices.contains(LabelFolding.bare(column.name)) else { continue }
      doubts.append(
        say(
          DraftWords.likeUnused,
          [
            "column": DraftEvidence.shownText(column.name),
            "things": open.isEmpty ? "–" : open.joined(separator: ", "),
          ]))
      unmatched.insert(place)
    }
    if let place = plan.frequency, !used.contains(place) {
      doubts.append(
        say(
          DraftWords.likeCounts,
          ["column": DraftEvidence.shownText(plan.columns[place].name)]))
      unmatched.insert(place)
    }
    let known = Set((survey.missing + survey.notApplicable).map(LabelFolding.fold))
    let blanks = plan.blankSpellings.filter { !known.contains(LabelFolding.fold($0)) }
    if !blanks.isEmpty {
      doubts.append(
        say(
          DraftWords.likeBlanks,
          ["texts": blanks.map { "“\(DraftEvidence.shownText($0))”" }.joined(separator: ", ")]))
    }
  }

  // MARK: - What is said

  private mutating func writeTable() {
    let names = plan.columns.map { DraftEvidence.shownText($0.name) }
    let width = names.map(\.count).max() ?? 0
    for (place, shown) in names.enumerated() {
      let gap = String(repeating: " ", count: width - shown.count)
      let pair = match.pairs.first { $0.column == place }
      let what =
        pair.map { pair in
          say(
            pair.isKnown
              ? DraftWords.likeKnown : pair.isUnsure ? DraftWords.likeUnsure : DraftWords.likeNew,
            ["thing": name(pair.thing)])
        } ?? say(DraftWords.out) + (unmatched.contains(place) ? " # ?" : "")
      table.append("  \(shown)\(gap)  \(what)")
    }
    let lacking = match.missing.map(name)
    if !lacking.isEmpty {
      table.append(
        "  " + say(DraftWords.likeMissing, ["things": lacking.joined(separator: ", ")]))
    }
  }

  private mutating func finish() {
    guard !edits.isEmpty || !doubts.isEmpty else {
      table.append("  " + say(DraftWords.likeNothing))
      return
    }
    if !edits.isEmpty { edits.setRevision(survey.revision + 1) }
    for doubt in doubts { edits.addComment("? " + doubt) }
  }
}
