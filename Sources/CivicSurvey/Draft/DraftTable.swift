import SurveyDefinition

/// The table “how the file is understood”: a line a column.
struct DraftTable {
  private let plan: DraftPlan
  private let evidence: DraftEvidence

  /// A name is cut at so many characters.
  private static let longestName = 36
  /// More columns than this are not listed one by one.
  private static let mostLines = 200

  init(_ plan: DraftPlan, in locale: ReportLocale) {
    self.plan = plan
    evidence = DraftEvidence(plan: plan, locale: locale)
  }

  /// The lines, one a column.
  func lines() -> [String] {
    let rows = plan.columns.indices.prefix(Self.mostLines).map {
      (Self.name(plan.columns[$0]), row($0))
    }
    let width = rows.map(\.0.count).max() ?? 0
    var lines = rows.enumerated().map { place, row in
      let number = String(place + 1)
      let pad = String(repeating: " ", count: max(0, 3 - number.count))
      let gap = String(repeating: " ", count: width - row.0.count)
      return "\(pad)\(number)  \(row.0)\(gap)  \(row.1.what): \(row.1.evidence)"
    }
    if plan.columns.count > Self.mostLines { lines.append("  …") }
    return lines
  }

  private static func name(_ column: ColumnProfile) -> String {
    let name = YAMLText.escaped(column.name).joined()
    return name.count > longestName ? String(name.prefix(longestName - 1)) + "…" : name
  }

  private func row(_ place: Int) -> (what: String, evidence: String) {
    let column = plan.columns[place]
    if place == plan.responseID {
      return (evidence.say(DraftWords.responseID), evidence.responseID(place))
    }
    if let time = plan.time, time.column == place {
      let what = evidence.say(DraftWords.timeOf)
      if time.finding.otherOrder != nil {
        return (what + " # ?", evidence.say(DraftWords.timeEither))
      }
      return (what, evidence.time(place, time.finding))
    }
    if place == plan.frequency {
      return (evidence.say(DraftWords.frequencyOf), evidence.filled(DraftWords.has, column))
    }
    if let dimension = plan.dimensions.first(where: { $0.column == place }) {
      return (
        evidence.say(DraftWords.dimension, ["id": dimension.id]), evidence.dimension(column)
      )
    }
    if let question = plan.questions.first(where: { columns(of: $0).contains(place) }) {
      return self.question(question, column)
    }
    if let left = plan.leftOut.first(where: { $0.column == place }) {
      return (evidence.say(DraftWords.out), evidence.leftOut(column, left.reason))
    }
    return (evidence.say(DraftWords.out), "")
  }

  private func columns(of question: DraftPlan.Question) -> [Int] {
    switch question.answers {
    case .levels(_, let levels): levels.columns.map(\.column)
    case .ticks(let ticks): ticks.options.map(\.column)
    default: [question.column]
    }
  }

  private func question(
    _ question: DraftPlan.Question, _ column: ColumnProfile
  ) -> (what: String, evidence: String) {
    func say(_ phrase: Phrase, _ more: [String: String] = [:]) -> String {
      evidence.say(phrase, more.merging(["id": question.id]) { own, _ in own })
    }
    switch question.answers {
    case .scale(let scale, let found):
      return (
        say(DraftWords.rating, ["scale": plan.scales[scale].id]), evidence.scale(column, found)
      )
    case .levels(let scale, let levels):
      return (
        say(DraftWords.rating, ["scale": plan.scales[scale].id]),
        say(DraftWords.levels, ["n": String(levels.columns.count)])
      )
    case .yesNo: return (say(DraftWords.yesNo), evidence.filled(DraftWords.filled, column))
    case .multiple(let parts):
      let separator = DraftEvidence.shownText(parts.separator)
      return (say(DraftWords.multiple), say(DraftWords.several, ["separator": separator]))
    case .ticks(let ticks):
      return (
        say(DraftWords.multiple), say(DraftWords.ticks, ["n": String(ticks.options.count)])
      )
    case .single: return (say(DraftWords.singleOf), evidence.dimension(column))
    case .text: return (say(DraftWords.textOf), evidence.text(column))
    }
  }
}
