/// What responses are grouped by.
extension SurveyParser {
  mutating func readDimensions(_ map: DefinitionMap) {
    guard let entry = map.entry("dimensions"),
      let dimensions = reader.map(entry.value, path: "dimensions", mark: entry.keyMark)
    else { return }
    for entry in dimensions.entries {
      let path = dimensions.path(of: entry.key)
      reader.checkID(entry.key, at: entry.keyMark, path: path)
      draft.ids.append(Located(value: entry.key, mark: entry.keyMark))
      var dimension = Dimension(
        id: entry.key, title: nil, columns: [], isOpen: false, isOptional: false,
        unknown: .unmapped, categories: [])
      if let map = reader.map(
        entry.value, path: path, mark: entry.keyMark, required: ["columns"],
        optional: [
          "title", "optional", "open", "unknown", "categories", "expected", "fillDown", "role",
        ])
      {
        dimension.title = reader.wording(map, "title")
        dimension.columns = readColumns(map)
        dimension.isOpen = reader.flag(map, "open")
        dimension.isOptional = reader.flag(map, "optional")
        dimension.unknown = reader.word(map, "unknown") ?? .unmapped
        if dimension.isOpen {
          checkOpen(map, id: entry.key)
        } else {
          dimension.categories = readCategories(map, id: entry.key)
        }
        dimension.role = readRole(map)
        if map["fillDown"] != nil { dimension.fillDown = reader.flag(map, "fillDown") }
        dimension.expected = readExpected(map, of: dimension)
      }
      draft.dimensions.append(dimension)
    }
  }

  /// A role, which no dimension before may have.
  private func readRole(_ map: DefinitionMap) -> OfficeDimension? {
    guard let role = reader.word(map, "role", as: OfficeDimension.self) else { return nil }
    if let other = draft.dimensions.first(where: { $0.role == role }) {
      reader.log.report(
        .duplicateRole, at: map.entry("role")?.value.mark ?? map.mark,
        ["role": role.rawValue, "dimension": other.id])
    }
    return role
  }

  private func checkOpen(_ map: DefinitionMap, id: String) {
    for key in ["categories", "unknown"] {
      guard let entry = map.entry(key) else { continue }
      reader.log.report(.keyNotForOpen, at: entry.keyMark, ["dimension": id, "key": key])
    }
  }

  private mutating func readCategories(_ map: DefinitionMap, id: String) -> [Category] {
    guard let entry = map.entry("categories") else {
      reader.log.report(.noCategories, at: map.mark, ["id": id])
      return []
    }
    if case .map(let entries) = entry.value.content, entries.isEmpty {
      reader.log.report(.noCategories, at: entry.keyMark, ["id": id])
      return []
    }
    guard
      let map = reader.map(
        entry.value, path: map.path(of: "categories"), mark: entry.keyMark)
    else { return [] }
    var categories: [Category] = []
    var spellings: [SurveyDraft.Spelling] = []
    var parts: [(category: String, parts: [Located<String>])] = []
    for entry in map.entries {
      let path = map.path(of: entry.key)
      let labelled = readLabelled(entry, path: path, other: ["accepts", "within"])
      spellings += labelled.spellings
      let within = labelled.map.map { reader.distinctTexts($0, "within") } ?? []
      parts.append((entry.key, within))
      categories.append(
        Category(
          id: entry.key, label: labelled.label,
          accepts: labelled.map.map { reader.texts($0, "accepts").map(\.value) } ?? [],
          within: within.map(\.value)))
    }
    draft.spellingLists.append(spellings)
    let combined = Dictionary(categories.map { ($0.id, !$0.within.isEmpty) }) { first, _ in first }
    for (category, within) in parts {
      checkWithin(within, of: category, combined: combined, dimension: id) {
        categories.map(\.id)
      }
    }
    return categories
  }

  /// A combined label stands for plain categories of its own dimension; `combined` has them all.
  private func checkWithin(
    _ parts: [Located<String>], of category: String, combined: [String: Bool],
    dimension: String, allowed: () -> [String]
  ) {
    for part in parts {
      if part.value == category {
        reader.log.report(.withinItself, at: part.mark, ["id": category])
      } else if let isCombined = combined[part.value] {
        guard isCombined else { continue }
        reader.log.report(
          .withinCombined, at: part.mark, ["category": category, "part": part.value])
      } else {
        reportUnknownCategory(part, dimension: dimension, allowed: allowed())
      }
    }
  }

  func reportUnknownCategory(_ id: Located<String>, dimension: String, allowed: [String]) {
    reader.log.report(
      .unknownCategory, at: id.mark,
      [
        "category": id.value, "dimension": dimension,
        "allowed": DefinitionReader.listed(allowed),
      ])
  }
}
