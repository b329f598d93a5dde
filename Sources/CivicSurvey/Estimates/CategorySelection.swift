import SurveyDefinition

/// Which codes of one dimension a condition admits.
struct CategorySelection {
  let position: Int
  /// For each category, whether it is admitted.
  private let categories: [Bool]
  /// The same of the codes that are no category.
  private let others: Set<UInt32>

  /// A condition on a dimension of `part`.
  ///
  /// Categories are named by id, by any accepted spelling, or by the words for what is no category
  /// (`_missing`, `_unmapped`, …). Several together are a pool, which also admits a combined label
  /// all of whose parts it names.
  ///
  /// - Parameter problems: is given what is not known; an open label that does not occur is a
  ///   warning, since another quarter's data may hold it.
  init(_ filter: CategoryFilter, in part: TallyPart, problems: inout [Message]) {
    let plan = part.plan
    guard let position = plan.dimensions.firstIndex(where: { $0.id == filter.dimension }) else {
      problems.append(
        Message(
          .tallyDimensionNotKept,
          [
            "name": filter.dimension,
            "known": plan.dimensions.map(\.id).joined(separator: ", "),
          ]))
      self.position = 0
      self.categories = []
      self.others = []
      return
    }
    let names = CategoryNames(position, in: part)
    var admitted: Set<UInt32> = []
    for category in filter.categories {
      if let code = names.code(of: category) {
        admitted.insert(code)
      } else {
        problems.append(names.unknown(category))
      }
    }
    if case .dimension(let index) = plan.dimensions[position].source {
      let categories = plan.survey.dimensions[index].categories
      let named = Set(
        categories.indices.filter { admitted.contains(UInt32($0)) }.map { categories[$0].id })
      for (code, category) in categories.enumerated()
      where !category.within.isEmpty && named.isSuperset(of: category.within) {
        admitted.insert(UInt32(code))
      }
    }
    self.position = position
    let greatest = admitted.filter(DimensionCode.isCategory).max()
    self.categories = (0..<(greatest.map { $0 + 1 } ?? 0)).map(admitted.contains)
    self.others = admitted.filter { !DimensionCode.isCategory($0) }
  }

  func admits(_ domain: Int, of sums: SumTable) -> Bool {
    let code = sums.code(of: domain, at: position + 1)
    if DimensionCode.isCategory(code) { return code < categories.count && categories[Int(code)] }
    return others.contains(code)
  }
}

/// The names by which the categories of one dimension can be called.
private struct CategoryNames {
  private static let reserved: [String: UInt32] = [
    "_missing": DimensionCode.missing, "_unmapped": DimensionCode.unmapped,
    "_noOpinion": DimensionCode.noOpinion, "_notApplicable": DimensionCode.notApplicable,
    "_invalid": DimensionCode.invalid,
  ]

  private let dimension: KeyColumn
  private let spellings: [(text: String, code: UInt32)]

  init(_ position: Int, in part: TallyPart) {
    dimension = part.plan.dimensions[position]
    spellings =
      switch dimension.source {
      case .dimension(let index):
        dimension.isOpen
          ? part.openLabels[position].enumerated().map { ($0.element, UInt32($0.offset)) }
          : part.plan.survey.dimensions[index].categories.enumerated().flatMap { entry in
            entry.element.spellings.map { ($0, UInt32(entry.offset)) }
          }
      case .question(let index):
        part.plan.survey.questions[index].choices.enumerated().flatMap { entry in
          entry.element.spellings.map { ($0, UInt32(entry.offset)) }
        }
      }
  }

  func code(of name: String) -> UInt32? {
    if let place = dimension.categoryIDs.firstIndex(of: name) { return UInt32(place) }
    // Conditions mostly name ids, so spellings are folded only where one does not.
    let wanted = LabelFolding.fold(name)
    return spellings.first { LabelFolding.fold($0.text) == wanted }?.code ?? Self.reserved[name]
  }

  func unknown(_ name: String) -> Message {
    if dimension.isOpen {
      return Message(
        .tallyCategoryNotInData, severity: .warning,
        ["name": name, "dimension": dimension.id])
    }
    var arguments = [
      "name": name, "dimension": dimension.id,
      "known": dimension.categoryIDs.joined(separator: ", "),
    ]
    guard let nearest = NearestLabel.find([name], among: spellings.map(\.text)) else {
      return Message(.tallyUnknownCategory, arguments)
    }
    arguments["suggestion"] = nearest
    return Message(.tallyUnknownCategoryLike, arguments)
  }
}
