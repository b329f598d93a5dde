/// Factors of the cells that make the weighted sample agree with margins: post-stratification on one
/// margin, raking on several.
///
/// Post-stratification multiplies the weights of a category by population over Σw. Raking does so margin
/// by margin in turn until nothing changes (W. E. Deming and F. F. Stephan 1940, Annals of Mathematical
/// Statistics 11:427); it keeps the design weights within a cell. R's `postStratify` and `rake` give the
/// same weights, `rake` with `epsilon = 1e-14`. It is done on the sums, without the responses.
///
/// Responses without a category in one of the margins keep their weight, times the overall factor
/// population / Σw; the others are calibrated to their part of the population, so that all together are
/// the population. Totals that differ by half a percent or less are scaled to those of the first margin.
public struct Calibration: Sendable, Equatable {
  /// The rounds after which raking is given up.
  public static let mostRounds = 1000
  /// How far totals of margins may differ.
  public static let totalTolerance = 0.005
  /// A relative change of all factors below which nothing changes.
  private static let leastChange = 0x1p-46

  /// The factor of each cell: R's `weights(calibrated) / weights(design)`.
  public let factors: [Double]
  /// The population over Σw of all responses; the factor of those without a category.
  public let overallFactor: Double
  /// The smallest factor over the overall one, among cells with responses that are calibrated.
  public let smallestAdjustment: Double
  /// The largest factor over the overall one, among cells with responses that are calibrated.
  public let largestAdjustment: Double
  /// The rounds that it took; 1 for post-stratification.
  public let rounds: Int
  /// The farthest that a category's weighted sum is from its total, as a part of the total; about 1e-14
  /// unless factors were capped.
  public let residual: Double
  /// The place of the margin that has that category.
  public let residualMargin: Int
  /// The category that is farthest from its total, by its place in that margin.
  public let residualCategory: Int
  /// Whether a factor was cut: the margins then are not met, and R has no standard error for it; the one
  /// given here is that of the same margins without a cap.
  public let isCapped: Bool
  /// The responses without a category in one of the margins.
  public let unmatched: Int
  /// Kish's effective n of all responses with the new weights; `nil` where no squares are kept.
  public let kishN: Double?
  /// The margins, for the residuals of standard errors.
  let margins: [Margin]
  /// n by cell, of all responses.
  let counts: [Double]
  /// Σw by cell, of all responses.
  let weights: [Double]

  /// Weights responses to margins.
  ///
  /// - Parameters:
  ///   - accepted: the sums of all accepted responses by cell, whatever the codes.
  ///   - margins: one for post-stratification, several for raking; each with a category for every cell.
  ///   - cap: the most that a factor may be, as a multiple of the overall factor, and at least 1; factors
  ///     are cut inside of the loop, after each margin.
  /// - Throws: the first thing that does not match, or that raking does not converge.
  /// - Complexity: O(rows + rounds · margins · cells).
  public init(
    _ accepted: DesignSums, to margins: [Margin], cap: Double? = nil
  ) throws(CalibrationError) {
    precondition(!margins.isEmpty, "calibration takes a margin")
    precondition(cap ?? 1 >= 1, "a cap is at least 1")
    let cells = CellSums(accepted, cells: margins[0].categories.count)
    let isMatched = margins[0].categories.indices.map { cell in
      margins.allSatisfy { $0.categories[cell] != nil }
    }
    let matched = zip(cells.weights, isMatched).map { $1 ? $0 : 0 }
    let (known, all) = (matched.reduce(0, +), cells.weights.reduce(0, +))
    guard known > 0 else { throw .noResponses }
    try Self.check(margins, matched)
    let population = margins[0].total
    let overall = population / all
    overallFactor = overall

    // Each margin is brought to the first one's total, and to the part that has categories.
    let scaled = margins.map { margin in
      Margin(
        categories: zip(margin.categories, isMatched).map { $1 ? $0 : nil },
        totals: margin.totals.map { $0 / margin.total * population * (known / all) })
    }
    var raking = Raking(scaled, matched, limit: cap.map { $0 * overall })
    try raking.run(
      rounds: margins.count == 1 && cap == nil ? 1 : Self.mostRounds, change: Self.leastChange)
    let factors = zip(raking.factors, isMatched).map { $1 ? $0 : $0 * overall }
    self.factors = factors
    rounds = raking.rounds
    let worst = raking.worst
    residual = worst.residual
    residualMargin = worst.margin
    residualCategory = worst.category
    isCapped = raking.isCapped
    let used = factors.indices.filter { matched[$0] > 0 }.map { factors[$0] / overall }
    smallestAdjustment = used.min() ?? 1
    largestAdjustment = used.max() ?? 1
    unmatched = zip(cells.counts, isMatched).reduce(0) { $0 + ($1.1 ? 0 : Int($1.0)) }
    let weighted = zip(factors, cells.weights).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = zip(factors, cells.squares).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    kishN = squares > 0 ? weighted * weighted / squares : nil
    self.margins = scaled
    counts = cells.counts
    weights = cells.weights
  }

  /// Refuses totals that cannot be, or that the sample does not match.
  private static func check(
    _ margins: [Margin], _ matched: [Double]
  ) throws(CalibrationError) {
    let first = margins[0].total
    for (place, margin) in margins.enumerated() {
      let sample = margin.sums(matched)
      for (category, total) in margin.totals.enumerated() {
        guard total >= 0, total.isFinite else {
          throw .impossibleTotal(margin: place, category: category)
        }
        if total > 0, sample[category] == 0 {
          throw .categoryWithoutResponses(margin: place, category: category)
        }
        if total == 0, sample[category] > 0 {
          throw .responsesWithoutTotal(margin: place, category: category)
        }
      }
      if abs(margin.total - first) > totalTolerance * first {
        throw .totalsDiffer(margin: place, total: margin.total, first: first)
      }
    }
  }
}

/// n, Σw and Σw² by cell, over all strata, clusters and codes: integers until they are added up.
private struct CellSums {
  let counts: [Double]
  let weights: [Double]
  let squares: [Double]

  init(_ sums: DesignSums, cells: Int) {
    var exact = [WeightSum](repeating: .zero, count: cells)
    for row in sums.rows { exact[Int(row.cell)].add(row.sum) }
    counts = exact.map { Double($0.n) }
    weights = exact.map(\.weightValue)
    squares = exact.map(\.squareValue)
  }
}
