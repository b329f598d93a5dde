import SurveyDefinition

/// The categories of one dimension of which files of volumes speak and no response came.
struct VolumeSilence {
  /// A category's label as the file has it, or its id, the people, and where that is said.
  private struct Silent {
    let category: String
    var people: Int
    let place: Message.Place
  }

  private let dimension: String
  private let table: VolumeTable
  private let scope: ReportScope
  private let column: Int

  /// - Parameter column: the dimension's place among those of the table.
  init(_ table: VolumeTable, column: Int, _ scope: ReportScope) {
    self.table = table
    self.column = column
    self.scope = scope
    dimension = table.union.dimensions[column]
  }

  /// What is to be told: participation there is 0, or the label is misspelt.
  var messages: [Message] {
    let (silent, unlike) = split()
    return [misspelt(unlike), unanswered(silent)].compactMap { $0 }
  }

  private func unanswered(_ silent: [Silent]) -> Message? {
    guard !silent.isEmpty else { return nil }
    let name = VerdictName(survey: scope.part.plan.survey, locale: scope.query.locale)
    let sorted = silent.sorted {
      ($1.people, $0.category) < ($0.people, $1.category)
    }
    let names = sorted.prefix(5).map {
      name.text(
        Domain(entries: [Domain.Entry(axis: dimension, value: .category($0.category))]))
        + " (\($0.people))"
    }
    return Message(
      worded: VolumeCode.unanswered, severity: .warning,
      [
        "categoriesCount": String(silent.count), "dimension": dimension,
        "names": names.joined(separator: "; ") + (silent.count > names.count ? "; …" : ""),
      ], at: sorted[0].place)
  }

  private func misspelt(_ unlike: [(silent: Silent, suggestion: String)]) -> Message? {
    guard let first = unlike.first else { return nil }
    return Message(
      worded: VolumeCode.unlike, severity: .warning,
      [
        "label": first.silent.category, "suggestion": first.suggestion,
        "labelsCount": String(unlike.count),
      ], at: first.silent.place)
  }

  /// Those without a response in the file's order, apart from those that are near to a label of which the
  /// file lacks everything.
  private func split() -> (silent: [Silent], unlike: [(silent: Silent, suggestion: String)]) {
    var answered: Set<String> = []
    for combination in table.combinations where !combination.responses.isEmpty {
      answered.insert(combination.keys[column])
    }
    answered.formUnion(parts(of: answered))
    let asked = scope.query.filters.first { $0.dimension == dimension }?.categories
    let days = VolumeDays(nil, scope.dates, asOf: scope.asOf)
    var found: [String: Silent] = [:]
    var order: [String] = []
    let rows = table.union.rows[.served] ?? table.union.rows[.offered] ?? []
    for row in rows where !answered.contains(row.keys[column]) {
      guard let count = row.count, count > 0, days.concerns(row),
        asked?.contains(row.categories[column]) ?? true
      else { continue }
      let key = row.keys[column]
      if found[key] == nil {
        order.append(key)
        found[key] = Silent(category: row.categories[column], people: 0, place: row.place)
      }
      found[key]?.people += count
    }
    let said = Set(table.union.rows.values.joined().map { $0.keys[column] })
    let labels = openLabels.filter { !said.contains(LabelFolding.fold($0)) }
    var (silent, unlike): ([Silent], [(silent: Silent, suggestion: String)]) = ([], [])
    for entry in order.compactMap({ found[$0] }) {
      if let near = NearestLabel.find([entry.category], among: labels) {
        unlike.append((entry, near))
      } else {
        silent.append(entry)
      }
    }
    return (silent, unlike)
  }

  /// The people of a category that combines others may have been counted under any of those.
  private func parts(of categories: Set<String>) -> [String] {
    (scope.part.plan.survey.dimension(dimension)?.categories ?? [])
      .filter { categories.contains($0.id) }.flatMap(\.within)
  }

  /// The labels that occur in the responses, of an open dimension.
  private var openLabels: [String] {
    let plan = scope.part.plan
    guard let position = plan.dimensions.firstIndex(where: { $0.id == dimension && $0.isOpen })
    else { return [] }
    return scope.part.openLabels[position]
  }
}
