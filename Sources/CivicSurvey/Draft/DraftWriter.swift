import SurveyDefinition

/// Writes a plan as the YAML of a definition, with a comment for every decision.
struct DraftWriter {
  /// What is said of the files as a whole.
  struct Head {
    /// Their names without folders.
    let files: [String]
    let counts: SketchCounts
    /// The names of the header's lines, where it has several.
    let headerLines: Int
    /// The command to try next.
    let command: String
  }

  let plan: DraftPlan
  private let head: Head
  let evidence: DraftEvidence
  private let locale: ReportLocale
  private var lines: [String] = []

  /// A response has at most so many states.
  private static let mostStates = 10

  init(_ plan: DraftPlan, _ head: Head, in locale: ReportLocale) {
    self.plan = plan
    self.head = head
    self.locale = locale
    evidence = DraftEvidence(plan: plan, locale: locale)
  }

  /// The definition.
  mutating func text() -> String {
    lines = []
    writeHead()
    writeSource()
    askWhichCount()
    writeScales()
    writeDimensions()
    writeQuestions()
    writeMeasures()
    writeLeftOut()
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Pieces

  /// What a phrase says in the draft's language.
  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    evidence.say(phrase, values)
  }

  /// A line of nothing but a comment.
  mutating func comment(_ text: String, indent: Int = 0) {
    lines.append(String(repeating: " ", count: indent) + "# " + Self.oneLine(text))
  }

  /// A line of YAML, what is said of it, and whether somebody has to decide.
  mutating func line(_ text: String, _ comment: String = "", asks: Bool = false) {
    let mark = asks ? "  # ? " : "  # "
    lines.append(comment.isEmpty ? text : text + mark + Self.oneLine(comment))
  }

  /// A text that cannot leave the line of its comment, whatever a file is called.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// A wording in the draft's language.
  func wording(_ text: String) -> String { "\(locale.rawValue): \(YAMLText.scalar(text))" }

  /// The key with the names of columns.
  func names(_ places: [Int]) -> String {
    YAMLText.flowList(key: "columns", places.map { plan.columns[$0].name })
  }

  // MARK: - Parts

  private mutating func writeHead() {
    let counts = head.counts
    comment(
      say(
        DraftWords.title, ["files": head.files.map(DraftEvidence.shownText).joined(separator: ", ")]
      ))
    comment(evidence.counted(counts))
    comment(say(DraftWords.decide))
    comment(say(DraftWords.report, ["command": head.command]))
    if counts.records > PersonalPatterns.lookedAt { comment(say(DraftWords.sampled)) }
    lines.append("")
    let name = stem
    let slug = ColumnName(name).slug
    line("survey: \(YAMLText.scalar(slug.isEmpty ? "survey" : slug))")
    line("version: \"1\"")
    let title = say(DraftWords.surveyTitle, ["name": name])
    line("title: { \(wording(title)) }", say(DraftWords.nameIt), asks: true)
    line("coverage: self-selected", say(DraftWords.coverage), asks: true)
    if let time = plan.time {
      let zone =
        time.finding.withOffset > 0
        ? say(DraftWords.zone, ["n": evidence.number(time.finding.withOffset)])
        : say(DraftWords.zoneUnmarked)
      line("timeZone: \"+07:00\"", zone)
    }
    if plan.responseID != nil {
      line("duplicates: keepAll", say(DraftWords.keepAll), asks: true)
    }
    if !plan.blankSpellings.isEmpty {
      line(YAMLText.flowList(key: "missing", [""] + plan.blankSpellings))
    }
  }

  /// The first file's name without its extensions.
  private var stem: String {
    // A sheet's name stands behind its workbook's.
    let name = (head.files.first ?? "").split(separator: " (").first.map(String.init) ?? ""
    let parts = name.split(separator: ".").map(String.init)
    let kept = parts.prefix { part in
      !["csv", "tsv", "txt", "gz", "zst", "xlsx", "xlsm", "xls", "ods"].contains(part.lowercased())
    }
    return LabelFolding.display(kept.isEmpty ? name : kept.joined(separator: "."))
  }

  private mutating func writeSource() {
    var source: [String] = []
    swap(&lines, &source)
    if head.headerLines > 1 {
      line(
        "  header: { lines: \(head.headerLines), names: joined }",
        say(DraftWords.headerLines, ["n": String(head.headerLines)]))
    }
    if let place = plan.responseID {
      comment(evidence.responseID(place), indent: 2)
      line("  responseID: { \(names([place])) }")
    } else {
      comment(say(DraftWords.noID), indent: 2)
    }
    writeTime()
    if let place = plan.frequency {
      let sum = Int(truncatingIfNeeded: plan.columns[place].facts.sum)
      line(
        "  frequency: { \(names([place])) }",
        say(DraftWords.frequency, ["sum": evidence.number(sum)]))
    }
    swap(&lines, &source)
    lines.append("")
    let hasKeys = source.contains { !$0.hasPrefix("  #") }
    if hasKeys { lines.append("source:") }
    lines += hasKeys ? source : source.map { String($0.dropFirst(2)) }
  }

  private mutating func writeTime() {
    guard let (place, finding) = plan.time else {
      comment(say(DraftWords.noTime), indent: 2)
      return
    }
    func key(_ formats: [TimestampFormat]) -> String {
      let list = YAMLText.flowList(key: "formats", formats.map(\.pattern))
      return "submittedAt: { \(names([place])), \(list) }"
    }
    guard let other = finding.otherOrder else {
      comment(evidence.time(place, finding), indent: 2)
      line("  " + key(finding.formats))
      return
    }
    let column = plan.columns[place]
    comment("? " + say(DraftWords.timeEither), indent: 2)
    comment(
      evidence.timeRead(column, finding.read, finding.formats, finding.first, finding.last),
      indent: 2)
    line("  # " + key(finding.formats))
    comment(
      evidence.timeRead(column, finding.read, other.formats, other.first, other.last), indent: 2)
    line("  # " + key(other.formats))
  }

  private mutating func writeScales() {
    guard !plan.scales.isEmpty else { return }
    lines.append("")
    lines.append("scales:")
    for scale in plan.scales {
      line("  \(scale.id):")
      line("    choices:")
      for place in scale.shown {
        let level = scale.scale.levels[place]
        let known = Set([level.key, level.vi, level.en].map(LabelFolding.fold))
        let accepts = scale.levels[place].spellings.filter {
          !known.contains(LabelFolding.fold($0)) && !isNumber($0, level.key)
        }
        let labels =
          locale == .vi
          ? "vi: \(YAMLText.scalar(level.vi)), en: \(YAMLText.scalar(level.en))"
          : "en: \(YAMLText.scalar(level.en)), vi: \(YAMLText.scalar(level.vi))"
        let list = accepts.isEmpty ? "" : ", " + YAMLText.flowList(key: "accepts", accepts)
        line(
          "      \(YAMLText.scalar(level.key)): { \(labels)\(list) }",
          say(DraftWords.counts, ["n": evidence.number(scale.levels[place].count)]))
      }
      if !scale.noOpinion.isEmpty {
        line(
          "    " + YAMLText.flowList(key: "noOpinion", scale.noOpinion),
          scale.isNoOpinionGuessed ? say(DraftWords.noOpinion) : "",
          asks: scale.isNoOpinionGuessed)
      }
      if !scale.satisfied.isEmpty {
        line(
          "    " + YAMLText.flowList(key: "satisfied", scale.satisfied),
          say(scale.isOfNumbers ? DraftWords.satisfiedNumbers : DraftWords.satisfied), asks: true)
      }
    }
  }

  /// Whether a text is the key as a number with noughts behind it, which is read anyway.
  private func isNumber(_ text: String, _ key: String) -> Bool {
    text.hasPrefix(key) && text.dropFirst(key.count).allSatisfy { ".,0".contains($0) }
      && !text.dropFirst(key.count).hasPrefix("0")
  }

  private mutating func writeDimensions() {
    guard !plan.dimensions.isEmpty else { return }
    lines.append("")
    lines.append("dimensions:")
    for dimension in plan.dimensions {
      let column = plan.columns[dimension.column]
      comment(evidence.dimension(column), indent: 2)
      line("  \(YAMLText.scalar(dimension.id)):")
      line("    title: { \(wording(column.name)) }")
      line("    " + names([dimension.column]))
      if let role = dimension.role, role.rawValue != dimension.id {
        line("    role: \(role.rawValue)")
      }
      if column.isOptional { line("    optional: true") }
      guard !dimension.isOpen else {
        line("    open: true")
        continue
      }
      line("    categories:")
      let categories = DraftCategories(column.values)
      for category in categories.all {
        let within =
          category.within.isEmpty
          ? "" : ", " + YAMLText.flowList(key: "within", category.within)
        let count = say(DraftWords.counts, ["n": evidence.number(category.count)])
        let near = category.near.map {
          say(DraftWords.near, ["label": DraftEvidence.shownText($0)])
        }
        line(
          "      \(YAMLText.scalar(category.id)): { \(wording(category.label))\(within) }",
          near.map { "\(count); \($0)" } ?? count, asks: near != nil)
      }
    }
  }

  /// A recommendation is told by its net as well; then every measure has to be named.
  private mutating func writeMeasures() {
    let ratings = plan.questions.compactMap { question -> (id: String, scale: DraftPlan.Scale)? in
      switch question.answers {
      case .scale(let scale, _), .levels(let scale, _): (question.id, plan.scales[scale])
      default: nil
      }
    }.filter { !$0.scale.satisfied.isEmpty }
    if ratings.contains(where: { $0.scale.id == KnownScale.ten.id }) {
      lines.append("")
      lines.append("measures:")
      for (id, scale) in ratings {
        line("  \(YAMLText.scalar(id)): { rate: \(YAMLText.scalar(id)) }")
        guard scale.id == KnownScale.ten.id else { continue }
        line(
          "  \(YAMLText.scalar(id + "-net")): { rule: net, question: \(YAMLText.scalar(id)), "
            + "promoters: [9, 10], detractors: [0, 1, 2, 3, 4, 5, 6] }")
      }
    }
    let overall = plan.questions.first { $0.role == .overall }?.id
    guard let first = ratings.first(where: { $0.id == overall }) ?? ratings.first else { return }
    lines.append("")
    comment("? " + say(DraftWords.targets))
    comment("targets:")
    comment("  - { id: target-1, measure: \(YAMLText.scalar(first.id)), atLeast: …%, from: … }")
  }

  /// Columns that tell trials and unfinished responses from others, which a report would count alike.
  private mutating func askWhichCount() {
    let columns = plan.columns.filter {
      $0.words.speaks(of: .state) && $0.isComplete && (2...Self.mostStates).contains($0.distinct)
    }
    guard !columns.isEmpty else { return }
    lines.append("")
    comment("? " + say(DraftWords.state))
    for column in columns {
      let list = YAMLText.flowList(key: "columns", [column.name])
      let found = ScaleClassifier.match(column, KnownScale.yesNo)
      if found.matched == column.filled, let yes = found.levels.first?.spellings, !yes.isEmpty {
        comment("complete: { \(list), \(YAMLText.flowList(key: "values", yes)) }")
      } else {
        let values = YAMLText.flowList(key: "values", column.values.map(\.text))
        comment("exclude:")
        comment(
          "  - { id: \(YAMLText.scalar(column.words.slug)), \(list), \(values), title: { "
            + wording(column.name) + " } }")
      }
    }
  }

  private mutating func writeLeftOut() {
    guard !plan.leftOut.isEmpty else { return }
    lines.append("")
    comment(say(DraftWords.leftOut))
    for (place, reason) in plan.leftOut {
      let column = plan.columns[place]
      let name =
        column.name.isEmpty ? "(\(column.number))" : "“\(DraftEvidence.shownText(column.name))”"
      let mark = reason == .countsPerhaps ? "?" : "-"
      comment("\(mark) \(name): \(evidence.leftOut(column, reason))")
    }
  }
}
