/// What becomes of responses that have one id.
extension SurveyParser {
  private enum Keeping: String, CaseIterable {
    case first
    case all
  }

  /// Reads `duplicates`: a word, or a map of what is kept and within what.
  mutating func readDuplicates(_ root: DefinitionMap) {
    guard let entry = root.entry("duplicates") else { return }
    guard case .map = entry.value.content else {
      draft.duplicates = reader.word(root, "duplicates") ?? .keepAll
      return
    }
    guard
      let map = reader.map(
        entry.value, path: "duplicates", mark: entry.keyMark, required: ["keep"],
        optional: ["within"])
    else { return }
    let keeping = reader.word(map, "keep", as: Keeping.self)
    draft.duplicates = keeping == .first ? .keepFirst : .keepAll
    guard let within = map["within"],
      let window = reader.word(map, "within", as: DuplicateWindow.self)
    else { return }
    if keeping == .all {
      reader.log.report(.withinKeepsAll, at: within.mark, ["within": window.rawValue])
    }
    draft.duplicatesWithin = Located(value: window, mark: within.mark)
  }

  /// A year or quarter needs dates to lie in.
  func checkDuplicates() {
    guard let within = draft.duplicatesWithin, within.value != .file,
      draft.source.submittedAt.isEmpty
    else { return }
    reader.log.report(.withinWithoutDates, at: within.mark, ["within": within.value.rawValue])
  }
}
