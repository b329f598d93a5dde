import SurveyDefinition

/// The questions of a draft.
extension DraftWriter {
  /// All questions, each below what is known of it.
  mutating func writeQuestions() {
    line("")
    line("questions:")
    for question in plan.questions {
      let column = plan.columns[question.column]
      switch question.answers {
      case .scale(let scale, let found):
        comment(evidence.scale(column, found), indent: 2)
        begin(question, column.name)
        line("    " + names([question.column]))
        line("    scale: \(plan.scales[scale].id)")
      case .levels(let scale, let levels):
        comment(say(DraftWords.levels, ["n": String(levels.columns.count)]), indent: 2)
        begin(question, levels.stem)
        line("    scale: \(plan.scales[scale].id)")
        let known = plan.scales[scale].scale.levels
        let shown = plan.scales[scale].shown
        let lists = levels.columns.filter { shown.contains($0.level) }.map {
          "\(YAMLText.scalar(known[$0.level].key)): [\(YAMLText.scalar(plan.columns[$0.column].name))]"
        }
        line("    levelColumns: { \(lists.joined(separator: ", ")) }")
      case .yesNo(let found):
        comment(evidence.filled(DraftWords.filled, column), indent: 2)
        begin(question, column.name)
        line("    " + names([question.column]))
        line("    type: yesNo")
        writeYesNo(found)
      case .multiple(let parts):
        let shown = DraftEvidence.shownText(parts.separator)
        comment(
          evidence.filled(DraftWords.filled, column) + "; "
            + say(DraftWords.several, ["separator": shown]), indent: 2)
        begin(question, column.name)
        line("    " + names([question.column]))
        line("    separator: \"\(YAMLText.escaped(separator(parts)).joined())\"")
        writeChoices(parts.parts)
      case .single:
        comment("? " + say(DraftWords.single), indent: 2)
        begin(question, column.name)
        line("    " + names([question.column]))
        writeChoices(column.values)
      case .ticks(let ticks): writeTicks(question, ticks)
      case .text:
        comment(evidence.text(column), indent: 2)
        begin(question, column.name)
        line("    " + names([question.column]))
        line("    type: text")
        line("    personal: true")
        line("    optional: true")
        continue
      }
      if column.isOptional { line("    optional: true") }
      if let role = question.role { line("    role: \(role.rawValue)") }
    }
  }

  private mutating func begin(_ question: DraftPlan.Question, _ name: String) {
    line("  \(YAMLText.scalar(question.id)):")
    // What services write below a question that is answered in one column.
    let mark = [" / Response", " / Open-Ended Response"].first(where: name.hasSuffix)
    line("    text: { \(wording(String(name.dropLast(mark?.count ?? 0)))) }")
  }

  private mutating func writeChoices(_ values: [ColumnProfile.Value]) {
    line("    choices:")
    for choice in DraftCategories(values, findsParts: false).all {
      line(
        "      \(YAMLText.scalar(choice.id)): { \(wording(choice.label)) }",
        say(DraftWords.counts, ["n": evidence.number(choice.count)]))
    }
  }

  /// A comma with spaces round it separates like a comma alone.
  private func separator(_ parts: PartsFinding) -> String {
    parts.separator == ", " ? "," : parts.separator
  }

  private mutating func writeYesNo(_ found: ScaleFinding) {
    let plain: Set<String> = ["yes", "no", "có", "không"]
    let spellings = found.levels.map { level in
      level.spellings.filter { !plain.contains(LabelFolding.fold($0)) }
    }
    guard spellings.contains(where: { !$0.isEmpty }) else { return }
    line("    choices:")
    for (place, level) in found.scale.levels.enumerated() {
      let list =
        spellings[place].isEmpty
        ? "" : ", " + YAMLText.flowList(key: "accepts", spellings[place])
      line(
        "      \(YAMLText.scalar(level.key)): { vi: \(YAMLText.scalar(level.vi)), en: "
          + "\(YAMLText.scalar(level.en))\(list) }")
    }
  }

  private mutating func writeTicks(
    _ question: DraftPlan.Question, _ ticks: ColumnFamilies.Ticks
  ) {
    comment(say(DraftWords.ticks, ["n": String(ticks.options.count)]), indent: 2)
    begin(question, ticks.stem)
    line("    type: multiple")
    let options = DraftCategories(
      ticks.options.map { option in
        let filled = plan.columns[option.column].filled
        return ColumnProfile.Value(
          text: option.name, folded: LabelFolding.fold(option.name), count: filled)
      }, findsParts: false
    ).all
    line("    choiceColumns:")
    for (option, source) in zip(options, ticks.options) {
      line(
        "      \(YAMLText.scalar(option.id)): [\(YAMLText.scalar(plan.columns[source.column].name))]"
      )
    }
    line("    choices:")
    for option in options {
      line("      \(YAMLText.scalar(option.id)): { \(wording(option.label)) }")
    }
    if !ticks.ticked.isEmpty { line("    " + YAMLText.flowList(key: "ticked", ticks.ticked)) }
    if !ticks.unticked.isEmpty { line("    " + YAMLText.flowList(key: "unticked", ticks.unticked)) }
  }
}
