import SurveyDefinition

/// What spellings mean in a list of labels, and what others may mean by the scales of the field.
struct SpellingMeanings {
  private var known: [String: String] = [:]
  private var scales: [(scale: KnownScale, ids: [Int: String])] = []
  /// The labels by id, for what is near to them.
  private(set) var labels: [(id: String, spellings: [String])] = []

  init(_ question: Question) {
    for spelling in question.noOpinion { known[LabelFolding.fold(spelling)] = "noOpinion" }
    add(question.choices.map { ($0.id, $0.spellings) })
    guard question.isSingleChoice else { return }
    for scale in KnownScale.all + [KnownScale.yesNo] {
      var ids: [Int: String] = [:]
      for choice in question.choices {
        let levels = Set(choice.spellings.compactMap { scale.level(of: LabelFolding.fold($0)) })
        if levels.count == 1, let level = levels.first { ids[level] = choice.id }
      }
      // All of them on one scale: then its other spellings mean the same.
      if ids.count == question.choices.count { scales.append((scale, ids)) }
    }
  }

  init(_ dimension: Dimension) { add(dimension.categories.map { ($0.id, $0.spellings) }) }

  private mutating func add(_ entries: [(id: String, spellings: [String])]) {
    labels = entries
    for entry in entries {
      for spelling in entry.spellings { known[LabelFolding.fold(spelling)] = entry.id }
    }
  }

  /// The id that a folded text means; `nil` where nobody knows.
  func meaning(_ folded: String) -> String? { known[folded] ?? another(folded) }

  /// Whether the definition itself knows a folded text.
  func isKnown(_ folded: String) -> Bool { known[folded] != nil }

  /// The id of a text that is another spelling of a level; `nil` of a known one.
  func another(_ folded: String) -> String? {
    guard known[folded] == nil else { return nil }
    let found = Set(
      scales.compactMap { entry in entry.scale.level(of: folded).flatMap { entry.ids[$0] } })
    return found.count == 1 ? found.first : nil
  }
}
