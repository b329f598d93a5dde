import SurveyDefinition

/// Which codes of one dimension a condition admits.
struct CategorySelection {
  /// The dimension's position in the plan.
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
      problems.append(plan.notKept(filter.dimension))
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

  /// Whether a domain of `sums` is in it.
  func admits(_ domain: Int, of sums: SumTable) -> Bool {
    let code = sums.code(of: domain, inDimension: position)
    if DimensionCode.isCategory(code) { return code < categories.count && categories[Int(code)] }
    return others.contains(code)
  }
}
