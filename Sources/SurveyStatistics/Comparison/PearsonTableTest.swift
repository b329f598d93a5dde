/// Pearson's test that the rows of a table of counts have the same distribution.
///
/// X² = Σ (n − e)²/e over the rows and columns that are not empty, against χ² with (rows − 1)(columns − 1)
/// degrees of freedom. R: `chisq.test(table, correct = FALSE)`.
public struct PearsonTableTest: Sendable, Equatable {
  /// X².
  public let statistic: Double
  /// (rows − 1)(columns − 1), without empty ones.
  public let degreesOfFreedom: Int
  /// The p-value, 0…1.
  public let pValue: Double

  /// The test of a table, row by row.
  ///
  /// - Returns: `nil` with fewer than two rows or columns that are not empty.
  /// - Complexity: O(cells).
  public init?(_ counts: [[Int]]) {
    guard let table = ExpectedCounts(counts) else { return nil }
    statistic = table.cells.reduce(0) { sum, cell in
      let distance = Double(cell.n) - cell.expected
      return sum + distance * distance / cell.expected
    }
    degreesOfFreedom = (table.rows - 1) * (table.columns - 1)
    pValue = ChiSquaredDistribution(degreesOfFreedom: Double(degreesOfFreedom))
      .upperTail(statistic)
  }
}

/// What a table of counts would be if its rows had the same distribution.
public struct ExpectedCounts: Sendable {
  let cells: [(n: Int, expected: Double)]
  let rows: Int
  let columns: Int

  /// Of a table row by row; `nil` with fewer than two rows or columns that are not empty.
  public init?(_ counts: [[Int]]) {
    let width = counts.map(\.count).max() ?? 0
    let rowSums = counts.map { $0.reduce(0, +) }
    let columnSums = (0..<width).map { column in
      counts.reduce(0) { $0 + (column < $1.count ? $1[column] : 0) }
    }
    let total = rowSums.reduce(0, +)
    rows = rowSums.count { $0 > 0 }
    columns = columnSums.count { $0 > 0 }
    guard rows > 1, columns > 1 else { return nil }
    var cells: [(n: Int, expected: Double)] = []
    for (row, rowSum) in rowSums.enumerated() where rowSum > 0 {
      for (column, columnSum) in columnSums.enumerated() where columnSum > 0 {
        let n = column < counts[row].count ? counts[row][column] : 0
        cells.append((n, Double(rowSum) * (Double(columnSum) / Double(total))))
      }
    }
    self.cells = cells
  }

  /// Whether χ² describes the table badly: an expected count under 1, or more than a fifth of them under 5.
  ///
  /// W. G. Cochran (1954, Biometrics 10:417).
  public var areTooSmall: Bool {
    cells.contains { $0.expected < 1 } || 5 * cells.count { $0.expected < 5 } > cells.count
  }
}
