/// Rao and Scott's tests that two questions, or a question and a breakdown, have nothing to do with each
/// other, from the table's shares and their covariance alone.
///
/// J. N. K. Rao and A. J. Scott (1984, Annals of Statistics 12:46). X² = Σ (p − e)²/e over the table with
/// e the product of the margins' shares; Δ = (C′D⁻¹C)⁻¹ C′D⁻¹VD⁻¹C with D the diagonal of p, V the shares'
/// covariance and C a basis of interactions. Second order: F = X²/tr Δ on d₀ = (tr Δ)²/tr Δ² and d₀ ν
/// degrees of freedom, R's `svychisq(statistic = "F")`, the default; first order: X² over the mean of Δ's
/// eigenvalues against χ², R's `statistic = "Chisq"`.
public struct RaoScottTest: Sendable, Equatable {
  /// F of the second order.
  public let statistic: Double
  /// d₀, above 0; need not be whole.
  public let numeratorDegrees: Double
  /// d₀ ν.
  public let denominatorDegrees: Double
  /// The p-value of the second order, 0…1.
  public let pValue: Double
  /// X² of n responses, as Pearson's of the weighted table.
  public let pearson: Double
  /// (rows − 1)(columns − 1), without empty ones: the degrees of freedom of the first order.
  public let firstOrderDegrees: Int
  /// The p-value of the first order, 0…1.
  public let firstOrderPValue: Double

  /// The test of a table.
  ///
  /// - Parameters:
  ///   - shares: of the table's cells, row by row: 0…1, together 1.
  ///   - covariance: of the shares.
  ///   - columns: how many cells a row has.
  ///   - n: the responses in the table.
  ///   - degreesOfFreedom: ν, clusters less strata of those responses.
  /// - Returns: `nil` with fewer than two rows or columns that are not empty, without degrees of freedom,
  ///   and where the covariance is too small to tell anything.
  /// - Complexity: O(k³) for k interactions.
  public init?(
    shares: [Double], covariance: SquareMatrix, columns: Int, n: Int, degreesOfFreedom: Int
  ) {
    precondition(columns > 0 && shares.count % columns == 0, "a table has full rows")
    guard degreesOfFreedom > 0, n > 0 else { return nil }
    let table = Table(shares: shares, columns: columns)
    guard table.rows.count > 1, table.columns.count > 1 else { return nil }
    let (denominator, numerator) = table.contrasts(covariance)
    guard let delta = denominator.solved(for: numerator) else { return nil }
    let (trace, square) = (delta.trace, delta.squareTrace)
    // D − pp′ over n is the covariance of n independent responses, whose Δ is the unit over n.
    let simple = Double(delta.size) / Double(n)
    guard trace > RateEstimate.leastDesignEffect * simple, square > 0 else { return nil }
    let deviance = table.deviance
    statistic = deviance / trace
    numeratorDegrees = trace * trace / square
    denominatorDegrees = numeratorDegrees * Double(degreesOfFreedom)
    pValue = FDistribution(numerator: numeratorDegrees, denominator: denominatorDegrees)
      .upperTail(statistic)
    pearson = deviance * Double(n)
    firstOrderDegrees = delta.size
    firstOrderPValue = ChiSquaredDistribution(degreesOfFreedom: Double(delta.size))
      .upperTail(deviance / trace * Double(delta.size))
  }
}

/// The shares of a table, and which rows and columns have any.
private struct Table {
  let shares: [Double]
  let width: Int
  private(set) var rows: [Int] = []
  private(set) var columns: [Int] = []
  private var rowSums: [Double]
  private var columnSums: [Double]

  init(shares: [Double], columns width: Int) {
    self.shares = shares
    self.width = width
    rowSums = Array(repeating: 0, count: shares.count / width)
    columnSums = Array(repeating: 0, count: width)
    for (place, share) in shares.enumerated() {
      rowSums[place / width] += share
      columnSums[place % width] += share
    }
    rows = rowSums.indices.filter { rowSums[$0] > 0 }
    columns = columnSums.indices.filter { columnSums[$0] > 0 }
  }

  /// Σ (p − e)² / e.
  var deviance: Double {
    var sum = 0.0
    for row in rows {
      for column in columns {
        let expected = rowSums[row] * columnSums[column]
        let distance = shares[row * width + column] - expected
        sum += distance * distance / expected
      }
    }
    return sum
  }

  /// One table of the basis: its cells that are not 0.
  private func contrast(_ row: Int, _ column: Int) -> [(place: Int, sign: Double)] {
    [
      (row * width + column, 1), (rows[0] * width + columns[0], 1),
      (row * width + columns[0], -1), (rows[0] * width + column, -1),
    ]
  }

  /// C′D⁻¹C and C′D⁻¹VD⁻¹C with a basis of the tables whose rows and columns add up to 0.
  ///
  /// Of each but the first row and column: 1 there and in the first cell, −1 in the first of the row and
  /// of the column. Traces of Δ are the same for any basis.
  func contrasts(_ covariance: SquareMatrix) -> (SquareMatrix, SquareMatrix) {
    let basis = rows.dropFirst().flatMap { row in
      columns.dropFirst().map { column in contrast(row, column) }
    }
    // An empty cell counts for nothing, as in R.
    let inverse = shares.map { $0 > 0 ? 1 / $0 : 0 }
    var (plain, weighted) = (SquareMatrix(size: basis.count), SquareMatrix(size: basis.count))
    for (i, left) in basis.enumerated() {
      for (j, right) in basis.enumerated() {
        for one in left {
          for other in right {
            let sign = one.sign * other.sign
            if one.place == other.place { plain[i, j] += sign * inverse[one.place] }
            weighted[i, j] +=
              sign * inverse[one.place] * inverse[other.place]
              * covariance[one.place, other.place]
          }
        }
      }
    }
    return (plain, weighted)
  }
}
