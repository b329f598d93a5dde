/// An estimate with its linearised variable: how much one unit of weight in each row of the sums moves
/// it.
///
/// A ratio R = Y/X has (y − R x)/X (Taylor linearisation; K. M. Wolter, "Introduction to Variance
/// Estimation", 2007, section 6). The estimator's variance is that of the total of this variable, and the
/// variance of a combination of estimates is that of the same combination of their variables.
public struct LinearEstimate: Sendable, Equatable {
  /// The estimate.
  public let value: Double
  /// The linearised variable by row of the sums; 0 outside of the domain.
  public let influence: [Double]

  /// Creates an estimate from its parts.
  public init(value: Double, influence: [Double]) {
    self.value = value
    self.influence = influence
  }

  /// Σ cᵢ times the estimates, all of the same sums.
  public static func combination(_ parts: [(coefficient: Double, estimate: LinearEstimate)])
    -> LinearEstimate
  {
    var value = 0.0
    var influence = [Double](repeating: 0, count: parts.first?.estimate.influence.count ?? 0)
    for (coefficient, estimate) in parts {
      value += coefficient * estimate.value
      for place in influence.indices {
        influence[place] += coefficient * estimate.influence[place]
      }
    }
    return LinearEstimate(value: value, influence: influence)
  }

  /// The first less the second, of the same sums.
  public static func - (first: LinearEstimate, second: LinearEstimate) -> LinearEstimate {
    combination([(1, first), (-1, second)])
  }
}

extension DesignSums {
  /// Σ w y / Σ w x over the rows of some cells; `nil` where nothing is in the base.
  ///
  /// - Parameters:
  ///   - scores: y and x by code.
  ///   - domain: which cells; all by default.
  /// - Complexity: O(rows).
  public func ratio(_ scores: Scores, in domain: (Int32) -> Bool = { _ in true })
    -> LinearEstimate?
  {
    var (numerators, denominators) = (CompensatedSum(), CompensatedSum())
    for (place, row) in rows.enumerated() where domain(row.cell) {
      let (y, x) = scores.score(row.code)
      numerators += weights[place] * y
      denominators += weights[place] * x
    }
    let (numerator, denominator) = (numerators.value, denominators.value)
    guard denominator != 0 else { return nil }
    let value = numerator / denominator
    let influence = rows.map { row in
      guard domain(row.cell) else { return 0.0 }
      let (y, x) = scores.score(row.code)
      return (y - value * x) / denominator
    }
    return LinearEstimate(value: value, influence: influence)
  }
}
