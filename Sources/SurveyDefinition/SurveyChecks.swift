/// What can be checked only when all of a definition has been read.
package struct SurveyChecks {
  let draft: SurveyDraft
  let log: DefinitionLog

  func run() {
    checkIDs()
    checkColumns()
    checkSpellings()
  }

  /// Words that name a column of an output or a period, and so no dimension or question.
  package static let reservedIDs: Set<String> = [
    "day", "month", "quarter", "half", "nineMonths", "year", "period", "first", "last",
    "measure", "question", "domain", "target", "n", "satisfied", "accepted", "noOpinion",
    "missing", "notApplicable", "invalid", "estimate", "lower", "upper", "level", "method",
    "flags", "reason",
  ]

  private func checkIDs() {
    var lines: [String: Int] = [:]
    for id in draft.ids {
      if Self.reservedIDs.contains(id.value) {
        log.report(.reservedID, at: id.mark, ["id": id.value])
      } else if let line = lines[id.value] {
        log.report(.duplicateID, at: id.mark, ["id": id.value, "firstLine": String(line)])
      } else {
        lines[id.value] = id.mark.line
      }
    }
  }

  private func checkColumns() {
    var owners: [String: String] = [:]
    for use in draft.columns.sorted(by: { $0.name.mark < $1.name.mark }) {
      let folded = LabelFolding.fold(use.name.value)
      guard let owner = owners[folded] else {
        owners[folded] = use.owner
        continue
      }
      guard owner != use.owner else { continue }
      log.report(
        .sharedColumn, at: use.name.mark,
        ["column": use.name.value, "first": owner, "second": use.owner])
    }
  }

  private func checkSpellings() {
    let empty = SurveyDraft.Spelling(
      text: Located(value: "", mark: YAMLMark(line: 1, column: 1)), owner: "missing")
    let blank = [empty] + draft.missing + draft.notApplicable
    checkSpellings(blank)
    for list in draft.spellingLists { checkSpellings(blank + list, from: blank.count) }
  }

  /// Reports spellings that fold like one of another owner; the first `known` were checked before.
  private func checkSpellings(_ spellings: [SurveyDraft.Spelling], from known: Int = 0) {
    var owners: [String: String] = [:]
    for (index, spelling) in spellings.enumerated() {
      let folded = LabelFolding.fold(spelling.text.value)
      guard let owner = owners[folded] else {
        owners[folded] = spelling.owner
        continue
      }
      guard owner != spelling.owner, index >= known else { continue }
      log.report(
        .duplicateSpelling, at: spelling.text.mark,
        ["spelling": spelling.text.value, "first": owner, "second": spelling.owner])
    }
  }
}
