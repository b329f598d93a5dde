extension CalibratedDesign {
  /// The covariances of estimates of a domain whose variables have what the margins explain taken away.
  ///
  /// As ``SampleDesign/covariance(of:on:among:)``, with z of every accepted response: all strata are
  /// present, as R keeps every row of a calibrated design.
  ///
  /// - Parameter sums: with calibrated weights.
  func covariance(of estimates: [LinearEstimate], on sums: DesignSums) -> SquareMatrix? {
    let touched = self.touched(by: sums)
    let means = estimates.map {
      explained.means(of: $0.influence, on: sums, weights: accepted.weights, in: touched)
    }
    let hasSecondStage = !design.secondStage.isEmpty
    var totals = UnitTotals(
      units: accepted.unitCount(design), estimates: estimates.count,
      keepsSquares: design.isClustered ? hasSecondStage && !design.hasNamedUnits : true)
    for (place, row) in sums.rows.enumerated() {
      totals.add(
        Int(design.unit(of: row)), estimates, at: place, means, cell: Int(row.cell),
        weight: sums.weights[place], square: sums.squares[place])
    }
    for block in touched {
      for row in accepted.rows(of: block) { totals.take(means, of: row) }
    }
    return totals.covariance(design, accepted)
  }

  private func touched(by sums: DesignSums) -> [Int] {
    var isTouched = [Bool](repeating: false, count: explained.count)
    for row in sums.rows where explained.blocks[Int(row.cell)] >= 0 {
      isTouched[Int(explained.blocks[Int(row.cell)])] = true
    }
    return isTouched.indices.filter { isTouched[$0] }
  }
}

/// Σz of each unit, and Σ z z′ over its responses where they are needed.
private struct UnitTotals {
  private let k: Int
  private var sums: [Double]
  private var squares: [Double]

  init(units: Int, estimates: Int, keepsSquares: Bool) {
    k = estimates
    sums = [Double](repeating: 0, count: units * k)
    squares = [Double](repeating: 0, count: keepsSquares ? units * k * k : 0)
  }

  /// Adds responses of the domain; what is explained of them comes with all others.
  mutating func add(
    _ unit: Int, _ estimates: [LinearEstimate], at place: Int, _ means: [[Double]], cell: Int,
    weight: Double, square: Double
  ) {
    for first in 0..<k {
      let u = estimates[first].influence[place]
      sums[unit * k + first] += weight * u
      guard !squares.isEmpty else { continue }
      for second in 0..<k {
        let v = estimates[second].influence[place]
        // (u − m)(v − n) less the m n that all responses of the cell have.
        squares[(unit * k + first) * k + second] +=
          square * (u * v - u * means[second][cell] - means[first][cell] * v)
      }
    }
  }

  /// Takes what is explained from all accepted responses of a row.
  mutating func take(_ means: [[Double]], of row: AcceptedBlocks.Row) {
    let (unit, cell) = (Int(row.unit), Int(row.cell))
    for first in 0..<k {
      let mean = means[first][cell]
      sums[unit * k + first] -= row.weight * mean
      guard !squares.isEmpty else { continue }
      for second in 0..<k {
        squares[(unit * k + first) * k + second] += row.square * mean * means[second][cell]
      }
    }
  }

  private func totals(of unit: Int) -> StratumTotals {
    var totals = StratumTotals(estimates: k)
    totals.sum = Array(sums[unit * k..<(unit + 1) * k])
    guard !squares.isEmpty else { return totals }
    for first in 0..<k {
      for second in 0..<k {
        totals.squares[first, second] = squares[(unit * k + first) * k + second]
      }
    }
    return totals
  }

  /// Each cluster's totals over its named units.
  private func clusters(_ accepted: AcceptedBlocks) -> [StratumTotals] {
    var clusters = accepted.strata.map { _ in StratumTotals(estimates: k) }
    for (unit, cluster) in accepted.clusters.enumerated() {
      clusters[Int(cluster)].add(Array(sums[unit * k..<(unit + 1) * k]))
    }
    return clusters
  }

  func covariance(_ design: SampleDesign, _ accepted: AcceptedBlocks) -> SquareMatrix? {
    var total = SquareMatrix(size: k)
    var parts: [StratumTotals] = []
    if design.isClustered {
      let named = design.hasNamedUnits ? clusters(accepted) : []
      parts = design.strata.map { _ in StratumTotals(estimates: k) }
      for (cluster, stratum) in accepted.strata.enumerated() {
        guard !design.secondStage.isEmpty else {
          parts[Int(stratum)].add(Array(sums[cluster * k..<(cluster + 1) * k]))
          continue
        }
        let own = design.hasNamedUnits ? named[cluster] : totals(of: cluster)
        parts[Int(stratum)].add(own.sum)
        design.addSecondStage(own, cluster, Int(stratum), to: &total)
      }
    } else {
      parts = design.strata.indices.map(totals(of:))
    }
    var present: Set<Int32> = []
    for (place, part) in parts.enumerated() where design.strata[place].units > 0 {
      present.insert(Int32(place))
      design.add(part, of: place, to: &total)
    }
    guard let scale = design.scale(among: present) else { return nil }
    if scale != 1 { total.scale(by: scale) }
    return total
  }
}
