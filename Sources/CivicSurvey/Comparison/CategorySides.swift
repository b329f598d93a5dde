import SurveyDefinition

/// The sums of measures by the categories of one axis, from which sides are made.
///
/// A combined category (`within`) is a category of its own parts: it counts in a pool that has them
/// all, in no single one of them, nor in a rest that lacks one; it is on no side of its own.
struct CategorySides {
  /// One side with what it is worked out of.
  typealias Side = (side: ComparedSide, sums: SideSums)

  /// The axis's id.
  let axis: String
  /// The codes of the categories that have a response, combined ones aside, in order.
  let codes: [UInt32]
  /// The accepted responses that are of no category, or of a combined one.
  let responsesAside: Int

  /// The categories that there may be, combined ones aside.
  private let known: Set<UInt32>
  private let sums: [UInt32: [SideSums]]
  /// By the code of a combined category, the codes of its parts.
  private let parts: [UInt32: Set<UInt32>]
  private let values: DimensionValues
  /// Its place among the dimensions of the plan.
  let position: Int
  /// Of each measure, a side without a response.
  private let nothing: [SideSums]

  /// - Complexity: O(domains and their counts).
  init(_ scope: ReportScope, _ measures: [MeasurePlan], at position: Int) {
    let part = scope.part
    let column = part.plan.dimensions[position]
    let found = scope.groups(scope.selection, by: position)
      .mapValues { scope.sums(of: measures, over: $0) }
    var parts: [UInt32: Set<UInt32>] = [:]
    if case .dimension(let index) = column.source {
      let categories = part.plan.survey.dimensions[index].categories
      for (code, category) in categories.enumerated() where !category.within.isEmpty {
        parts[UInt32(code)] = Set(
          category.within.compactMap { id in
            categories.firstIndex { $0.id == id }.map { UInt32($0) }
          })
      }
    }
    axis = column.id
    codes = found.keys.filter { DimensionCode.isCategory($0) && parts[$0] == nil }.sorted()
    responsesAside = found.filter { !DimensionCode.isCategory($0.key) || parts[$0.key] != nil }
      .reduce(0) { $0 + ($1.value.first?.counts.counts.accepted ?? 0) }
    known =
      column.isOpen
      ? Set(codes)
      : Set(column.categoryIDs.indices.map { UInt32($0) }).subtracting(parts.keys)
    self.sums = found
    self.parts = parts
    self.position = position
    values = DimensionValues(part)
    nothing = measures.map { SideSums($0, scope.design) }
  }

  /// The ids of a combined category's parts; `nil` of any other code.
  func parts(of code: UInt32) -> [String]? {
    parts[code].map { codes in
      codes.sorted().compactMap { code in
        if case .category(let id) = values.value(of: code, at: position) { id } else { nil }
      }
    }
  }

  /// One category, by measure.
  func sides(of code: UInt32) -> [Side] {
    sides(values.value(of: code, at: position), pool([code]))
  }

  /// Several categories together, with the combined ones that lie within them; by measure.
  ///
  /// - Parameter names: as they were named, for those that do not occur.
  func sides(ofPool codes: [UInt32], named names: [String]) -> [Side] {
    if codes.count == 1, names.count == 1 { return sides(of: codes[0]) }
    guard !codes.isEmpty else {
      return sides(names.count == 1 ? DomainValue(condition: names[0]) : .pool(names), pool([]))
    }
    let ids = codes.compactMap { code in
      if case .category(let id) = values.value(of: code, at: position) { id } else { nil }
    }
    return sides(.pool(ids), pool(Set(codes)))
  }

  /// Every other category, with the combined ones that lie within those; by measure.
  func rest(of codes: [UInt32]) -> [Side] {
    sides(.rest, pool(known.subtracting(codes)))
  }

  private func sides(_ value: DomainValue, _ sums: [SideSums]) -> [Side] {
    let domain = Domain(entries: [Domain.Entry(axis: axis, value: value)])
    return sums.map { (ComparedSide(domain, $0), $0) }
  }

  private func pool(_ codes: Set<UInt32>) -> [SideSums] {
    let combined = codes.count > 1 ? parts.filter { codes.isSuperset(of: $0.value) }.keys : nil
    var totals = nothing
    for code in codes.union(combined.map(Array.init) ?? []).sorted() {
      guard let found = sums[code] else { continue }
      for place in totals.indices { totals[place].add(found[place]) }
    }
    return totals
  }
}
