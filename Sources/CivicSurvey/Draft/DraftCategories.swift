import SurveyDefinition

/// Labels as the entries of a list, each with an id that no other label spells.
struct DraftCategories {
  /// One entry.
  struct Entry {
    let id: String
    let label: String
    let count: Int
    /// The ids of the entries that a combined label stands for.
    var within: [String] = []
    /// The label that this one may be a misspelling of.
    var near: String?
  }

  private(set) var all: [Entry] = []

  /// - Parameter findsParts: whether a label may stand for several others.
  init(_ values: [ColumnProfile.Value], findsParts: Bool = true) {
    var taken = Set(values.map(\.folded)).union(["n/a", "na", "null", "nan"])
    for value in values {
      let slug = ColumnName(value.text).slug
      let base = slug.isEmpty ? "c\(all.count + 1)" : slug
      var id = base
      var number = 2
      // An id is a spelling too: it may be its own label's, and no other's.
      while taken.contains(LabelFolding.fold(id)),
        LabelFolding.fold(id) != value.folded
          || all.contains(where: { $0.id == id })
      {
        id = "\(base)-\(number)"
        number += 1
      }
      taken.insert(LabelFolding.fold(id))
      all.append(Entry(id: id, label: value.text, count: value.count))
    }
    guard findsParts else { return }
    findCombined(values)
    findMisspelt()
  }

  private mutating func findCombined(_ values: [ColumnProfile.Value]) {
    let ids = Dictionary(
      zip(values.map(\.folded), all.map(\.id)), uniquingKeysWith: { first, _ in first })
    for (place, value) in values.enumerated() {
      for separator in [", ", ",", "; ", " và ", " and "] {
        let parts = value.folded.split(separator: separator).map { LabelFolding.fold(String($0)) }
        let found = parts.compactMap { ids[$0] }
        guard parts.count > 1, found.count == parts.count, Set(found).count == found.count else {
          continue
        }
        all[place].within = found
        break
      }
    }
    // What stands for several stands for single ones.
    for place in all.indices where !all[place].within.isEmpty {
      let isPlain = all[place].within.allSatisfy { id in
        all.first { $0.id == id }?.within.isEmpty ?? false
      }
      if !isPlain { all[place].within = [] }
    }
  }

  /// A label that is rare beside one that is nearly the same.
  private mutating func findMisspelt() {
    for place in all.indices where all[place].label.count >= 4 {
      let frequent = all.filter { $0.count >= 20 * all[place].count }.map(\.label)
      all[place].near = NearestLabel.find([all[place].label], among: frequent)
    }
  }
}
