import CivicSurvey
import SurveyDefinition

/// Unknown labels by the category or choice that they were probably meant to be.
enum NearMisses {
  /// One label that is nearly a known one.
  struct Miss {
    let seen: String
    /// The known spelling that it is nearest to.
    let suggestion: String
    let n: Int
  }

  /// What is nearly one category or choice.
  struct Group {
    let column: LabelLoss.Column
    /// The id of the category or choice.
    let entry: String
    /// Its other accepted spellings, as the definition has them.
    let accepts: [String]
    var misses: [Miss]
  }

  /// The groups of a report, in the survey's order, the most frequent labels first.
  static func groups(of report: Report) -> [Group] {
    var groups: [Group] = []
    for loss in report.shownLosses {
      guard let seen = loss.label, let suggestion = loss.suggestion,
        let entry = entry(with: suggestion, in: loss.column, of: report.survey)
      else { continue }
      let miss = Miss(seen: seen, suggestion: suggestion, n: loss.n)
      let index = groups.firstIndex { $0.column == loss.column && $0.entry == entry.id }
      if let index {
        groups[index].misses.append(miss)
      } else {
        groups.append(
          Group(column: loss.column, entry: entry.id, accepts: entry.accepts, misses: [miss]))
      }
    }
    return groups
  }

  /// The groups of each column.
  static func byColumn(_ groups: [Group]) -> [(LabelLoss.Column, [Group])] {
    var columns: [(LabelLoss.Column, [Group])] = []
    for group in groups {
      if columns.last?.0 == group.column {
        columns[columns.count - 1].1.append(group)
      } else {
        columns.append((group.column, [group]))
      }
    }
    return columns
  }

  private static func entry(
    with spelling: String, in column: LabelLoss.Column, of survey: Survey
  ) -> (id: String, accepts: [String])? {
    switch column {
    case .dimension(let id):
      survey.dimension(id)?.categories.first { $0.spellings.contains(spelling) }
        .map { ($0.id, $0.accepts) }
    case .question(let id):
      survey.question(id)?.choices.first { $0.spellings.contains(spelling) }
        .map { ($0.id, $0.accepts) }
    }
  }

  // MARK: - YAML

  /// What the definition must have for the labels to be known: the whole `accepts` of each entry.
  ///
  /// Nothing for a yes-or-no question, whose choices the definition does not list.
  static func yaml(_ groups: [Group], of survey: Survey) -> [String] {
    /// The keys that lead to one `accepts`, and what it holds then.
    var lists: [(path: [String], values: [String])] = []
    for group in groups {
      guard let path = path(to: group, in: survey) else { continue }
      let index = lists.firstIndex { $0.path == path } ?? lists.count
      if index == lists.count { lists.append((path, group.accepts)) }
      for miss in group.misses {
        let folded = LabelFolding.fold(miss.seen)
        if !lists[index].values.contains(where: { LabelFolding.fold($0) == folded }) {
          lists[index].values.append(miss.seen)
        }
      }
    }
    // What shares its first keys stands together, in the order of the first of them.
    var lines: [String] = []
    func write(_ lists: ArraySlice<(path: [String], values: [String])>, depth: Int) {
      var rest = Array(lists)
      while let first = rest.first {
        let indent = String(repeating: "  ", count: depth)
        guard depth < first.path.count else {
          lines += YAMLLines.flowList(key: "accepts", first.values, indent: indent)
          rest.removeFirst()
          continue
        }
        let key = first.path[depth]
        lines += [indent + YAMLText.scalar(key) + ":"]
        write(rest.filter { $0.path[depth] == key }[...], depth: depth + 1)
        rest.removeAll { $0.path[depth] == key }
      }
    }
    write(lists[...], depth: 0)
    return lines
  }

  private static func path(to group: Group, in survey: Survey) -> [String]? {
    switch group.column {
    case .dimension(let id): return ["dimensions", id, "categories", group.entry]
    case .question(let id):
      guard let question = survey.question(id) else { return nil }
      if let scale = question.scale { return ["scales", scale, "choices", group.entry] }
      return question.type == .yesNo ? nil : ["questions", id, "choices", group.entry]
    }
  }
}
