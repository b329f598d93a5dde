/// Iterative proportional fitting of the cells' factors.
struct Raking {
  /// The factors so far.
  private(set) var factors: [Double]
  /// The rounds so far.
  private(set) var rounds = 0
  private let margins: [Margin]
  /// Σw by cell; 0 for what is not calibrated.
  private let weights: [Double]
  /// What no factor may pass.
  private let limit: Double?

  init(_ margins: [Margin], _ weights: [Double], limit: Double?) {
    self.margins = margins
    self.weights = weights
    self.limit = limit
    factors = Array(repeating: 1, count: weights.count)
  }

  /// The farthest that a category may be from its total without a cap.
  ///
  /// Where margins contradict each other, every round may end with the same factors and leave one of
  /// them unmet.
  private static let residualTolerance = 1e-9

  /// Rounds until no factor changes by more than `change` of itself.
  mutating func run(rounds most: Int, change: Double) throws(CalibrationError) {
    var largest = Double.infinity
    while rounds < most {
      let before = factors
      for margin in margins { fit(margin) }
      rounds += 1
      largest = zip(factors, before).reduce(0.0) { max($0, abs($1.0 / $1.1 - 1)) }
      if largest <= change || most == 1 { break }
    }
    let worst = worst
    let isSettled = largest <= change || most == 1
    if isSettled, isCapped || worst.residual <= Self.residualTolerance { return }
    throw .notConverged(
      margin: worst.margin, category: worst.category, residual: worst.residual, rounds: rounds)
  }

  /// Brings one margin to its totals.
  private mutating func fit(_ margin: Margin) {
    let sums = margin.sums(weighted)
    for (cell, category) in margin.categories.enumerated() {
      guard let category, weights[cell] > 0 else { continue }
      factors[cell] *= margin.totals[category] / sums[category]
      if let limit { factors[cell] = min(factors[cell], limit) }
    }
  }

  private var weighted: [Double] { zip(factors, weights).map { $0 * $1 } }

  /// Whether a factor stands at the limit.
  var isCapped: Bool {
    guard let limit else { return false }
    return zip(factors, weights).contains { $0 == limit && $1 > 0 }
  }

  /// The category whose weighted sum is farthest from its total.
  var worst: (margin: Int, category: Int, residual: Double) {
    var worst = (margin: 0, category: 0, residual: 0.0)
    for (place, margin) in margins.enumerated() {
      for (category, sum) in margin.sums(weighted).enumerated() where margin.totals[category] > 0 {
        let residual = abs(sum / margin.totals[category] - 1)
        if residual > worst.residual { worst = (place, category, residual) }
      }
    }
    return worst
  }
}
