/// What is known of the population: how many of it are in each category of one variable, or of one
/// combination of variables.
public struct Margin: Sendable, Equatable {
  /// The category that each cell of the sums belongs to; `nil` where it is missing or not mapped.
  public let categories: [Int?]
  /// The population by category, 0 or more.
  public let totals: [Double]

  /// Creates a margin.
  ///
  /// - Precondition: categories are places in `totals`.
  public init(categories: [Int?], totals: [Double]) {
    precondition(
      categories.allSatisfy { $0.map(totals.indices.contains) ?? true },
      "a category has a total")
    self.categories = categories
    self.totals = totals
  }

  /// All categories together.
  var total: Double { totals.reduce(0, +) }

  /// Figures by cell added up by category; cells without one are left out.
  func sums(_ figures: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: totals.count)
    for (cell, category) in categories.enumerated() {
      if let category { sums[category] += figures[cell] }
    }
    return sums
  }
}
