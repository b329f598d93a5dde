/// All accepted responses with calibrated weights, by block, stratum, cluster and cell: what is taken away
/// of a linearised variable is taken away from each of them.
struct AcceptedBlocks: Sendable {
  /// One stratum, cluster, second stage's unit and cell.
  struct Row: Sendable {
    /// The second stage's unit where these are named, else the cluster, or the stratum where there are none.
    let unit: Int32
    let cell: Int32
    /// Σw.
    let weight: Double
    /// Σw².
    let square: Double
  }

  /// Ordered by block; those of no block are left out.
  let rows: [Row]
  /// Where the rows of each block begin, and of the last one end.
  private let starts: [Int]
  /// Σw by block.
  let weights: [Double]
  /// The stratum of each cluster; empty where there are none.
  let strata: [Int32]
  /// The cluster of each unit of the second stage; empty where none is named.
  let clusters: [Int32]
  /// Σw over all.
  let weight: Double
  private let square: Double

  var kishN: Double? { square > 0 ? weight * weight / square : nil }

  /// - Parameters:
  ///   - blocks: the block of each cell, or -1.
  ///   - count: the number of blocks.
  init(_ accepted: DesignSums, _ blocks: [Int32], count: Int, _ design: SampleDesign) {
    var order: [(block: Int32, row: Row)] = []
    var (strata, clusters): ([Int32], [Int32]) = ([], [])
    var (weight, square) = (0.0, 0.0)
    for (place, row) in accepted.rows.enumerated() {
      weight += accepted.weights[place]
      square += accepted.squares[place]
      if design.isClustered {
        while strata.count <= Int(row.cluster) { strata.append(0) }
        strata[Int(row.cluster)] = row.stratum
      }
      if design.hasNamedUnits {
        while clusters.count <= Int(row.unit) { clusters.append(0) }
        clusters[Int(row.unit)] = row.cluster
      }
      let block = blocks[Int(row.cell)]
      guard block >= 0 else { continue }
      order.append(
        (
          block,
          Row(
            unit: design.unit(of: row), cell: row.cell,
            weight: accepted.weights[place], square: accepted.squares[place])
        ))
    }
    var sizes = [Int](repeating: 0, count: count)
    var weights = [Double](repeating: 0, count: count)
    for (block, row) in order {
      sizes[Int(block)] += 1
      weights[Int(block)] += row.weight
    }
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    // A stable sort by block: places are handed out in the order of the rows.
    var next = starts
    var places = [Int](repeating: 0, count: order.count)
    for (number, entry) in order.enumerated() {
      places[next[Int(entry.block)]] = number
      next[Int(entry.block)] += 1
    }
    rows = places.map { order[$0].row }
    self.starts = starts
    self.weights = weights
    self.strata = strata
    self.clusters = clusters
    self.weight = weight
    self.square = square
  }

  /// The units that there are.
  func unitCount(_ design: SampleDesign) -> Int {
    design.hasNamedUnits
      ? clusters.count : design.isClustered ? strata.count : design.strata.count
  }

  /// The rows of a block.
  func rows(of block: Int) -> ArraySlice<Row> { rows[starts[block]..<starts[block + 1]] }
}

extension SampleDesign {
  /// What the linearised variable is added up over first: the second stage's unit where these are named,
  /// else the cluster, or the stratum where there are none.
  @inline(__always)
  func unit(of row: DesignSums.Row) -> Int32 {
    hasNamedUnits ? row.unit : isClustered ? row.cluster : row.stratum
  }
}
