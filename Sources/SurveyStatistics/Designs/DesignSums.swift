/// The sums of one question, or of a combination of questions, by stratum, cluster, cell and code: what
/// everything about a design is worked out from.
///
/// A *cell* is whatever domains and margins are made of; a *code* is an answer, or a pair of answers, or
/// "did not answer": scores say what it counts. Rows are in ascending order and each integer becomes one
/// `Double` once, so figures do not hang on the order in which sums came together.
public struct DesignSums: Sendable {
  /// The sums of one stratum, cluster, cell and code.
  public struct Row: Sendable, Equatable {
    /// The place of the stratum in the design; 0 without strata.
    public let stratum: Int32
    /// The number of the cluster, over all strata; 0 where each response is its own.
    public let cluster: Int32
    /// The number of the second stage's unit, over all clusters; 0 where each response is its own.
    public let unit: Int32
    /// The number of the cell.
    public let cell: Int32
    /// The number of the code.
    public let code: Int32
    /// n, Σw and Σw²; with clusters and without a second stage the squares may be left out.
    public var sum: WeightSum

    /// Creates a row.
    public init(
      stratum: Int32, cluster: Int32, unit: Int32 = 0, cell: Int32, code: Int32, sum: WeightSum
    ) {
      self.stratum = stratum
      self.cluster = cluster
      self.unit = unit
      self.cell = cell
      self.code = code
      self.sum = sum
    }

    private var key: (Int32, Int32, Int32, Int32, Int32) { (stratum, cluster, unit, cell, code) }

    /// Whether this row stands before another one.
    func precedes(_ other: Row) -> Bool { key < other.key }

    /// Whether the two are of the same stratum and cluster.
    @inline(__always)
    public func sharesCluster(with other: Row) -> Bool {
      cluster == other.cluster && stratum == other.stratum
    }
  }

  /// The rows in ascending order, each key once.
  public let rows: [Row]
  /// Σw of each row, times the factor of its cell.
  let weights: [Double]
  /// Σw² of each row, times the square of that factor.
  let squares: [Double]

  /// Sums in any order; what has equal keys is added up.
  ///
  /// - Complexity: O(rows), and O(rows log rows) where they are not yet in order.
  public init(_ rows: [Row]) {
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { $0.precedes($1) }
    self.init(ordered: isSorted ? rows : Self.merged(rows))
  }

  private init(ordered rows: [Row]) {
    self.rows = rows
    weights = rows.map(\.sum.weightValue)
    squares = rows.map(\.sum.squareValue)
  }

  private init(rows: [Row], weights: [Double], squares: [Double]) {
    self.rows = rows
    self.weights = weights
    self.squares = squares
  }

  private static func merged(_ rows: [Row]) -> [Row] {
    var merged: [Row] = []
    merged.reserveCapacity(rows.count)
    for row in rows.sorted(by: { $0.precedes($1) }) {
      if let last = merged.last, !last.precedes(row) {
        merged[merged.count - 1].sum.add(row.sum)
      } else {
        merged.append(row)
      }
    }
    return merged
  }

  /// All sums together, exact.
  public var total: WeightSum {
    rows.reduce(into: WeightSum()) { $0.add($1.sum) }
  }

  /// The same sums with the weights of each cell multiplied.
  ///
  /// - Parameter factors: by cell.
  public func weighted(by factors: [Double]) -> DesignSums {
    var (weights, squares) = (weights, squares)
    for (place, row) in rows.enumerated() {
      let factor = factors[Int(row.cell)]
      weights[place] *= factor
      squares[place] *= factor * factor
    }
    return DesignSums(rows: rows, weights: weights, squares: squares)
  }
}

extension DesignSums {
  /// The strata, clusters and responses that some of the rows have.
  ///
  /// - Complexity: O(rows).
  public func size(of isCounted: (Row) -> Bool) -> (strata: Int, clusters: Int, responses: Int) {
    var size = (strata: 0, clusters: 0, responses: 0)
    var last: Row?
    for row in rows where row.sum.n > 0 && isCounted(row) {
      if last?.stratum != row.stratum { size.strata += 1 }
      if !(last?.sharesCluster(with: row) ?? false) { size.clusters += 1 }
      size.responses += Int(row.sum.n)
      last = row
    }
    return size
  }
}
