extension SampleDesign {
  /// The variance of an estimate; `nil` where no stratum tells any (under `average`, and with no rows).
  ///
  /// See ``covariance(of:on:among:)``.
  public func variance(
    of estimate: LinearEstimate, on sums: DesignSums, among present: (DesignSums.Row) -> Bool
  ) -> Double? {
    covariance(of: [estimate], on: sums, among: present).map { max(0, $0[0, 0]) }
  }

  /// The covariances of several estimates of the same sums.
  ///
  /// With z the total of an estimate's linearised variable over a cluster, or over one response where
  /// there are none: Σ_h (1 − n_h/N_h) n_h/(n_h − 1) [Σ z z′ − Σz Σz′/n_h], and with a second stage
  /// n_h/N_h (1 − m/M) m/(m − 1) [Σ e e′ − z z′/m] of each cluster, e of one response (W. G. Cochran,
  /// "Sampling Techniques", 1977, section 11; R's `svyrecvar`). Clusters without a response in the domain
  /// add z = 0 and count in n_h.
  ///
  /// - Parameters:
  ///   - estimates: with a linearised variable for each row of `sums`.
  ///   - sums: by ascending stratum and cluster.
  ///   - present: which rows are in the domain: under `average`, strata are those that have one.
  /// - Complexity: O(rows · k²) for k estimates.
  public func covariance(
    of estimates: [LinearEstimate], on sums: DesignSums, among present: (DesignSums.Row) -> Bool
  ) -> SquareMatrix? {
    var total = SquareMatrix(size: estimates.count)
    var (strataPresent, strataTelling) = (0, 0)
    var first = 0
    while first < sums.rows.count {
      let place = Int(sums.rows[first].stratum)
      var end = first
      while end < sums.rows.count, sums.rows[end].stratum == sums.rows[first].stratum { end += 1 }
      let isPresent = sums.rows[first..<end].contains { present($0) && $0.sum.n > 0 }
      if isPresent { strataPresent += 1 }
      let part = StratumTotals(
        estimates, sums, first..<end, by: isClustered ? .clusters : .responses)
      let tells = add(part, of: place, to: &total)
      if isPresent, tells { strataTelling += 1 }
      if !secondStage.isEmpty { addSecondStage(estimates, sums, first..<end, place, to: &total) }
      first = end
    }
    guard strataPresent > 0 else { return nil }
    guard lonelyPSU == .average, strataTelling < strataPresent else { return total }
    guard strataTelling > 0 else { return nil }
    total.scale(by: Double(strataPresent) / Double(strataTelling))
    return total
  }

  /// Adds what a stratum says of the variance; false where it is lonely and the others speak for it.
  func add(_ part: StratumTotals, of place: Int, to total: inout SquareMatrix) -> Bool {
    let stratum = strata[place]
    let remaining = stratum.remaining
    if remaining < Self.leastRemaining { return true }
    if stratum.units > 1 {
      let n = Double(stratum.units)
      total.add(part.squares, times: remaining * n / (n - 1))
      total.add(part.sum, part.sum, times: -remaining / (n - 1))
      return true
    }
    if lonelyPSU == .adjust { total.add(part.sum, part.sum, times: remaining) }
    return lonelyPSU != .average
  }

  private func addSecondStage(
    _ estimates: [LinearEstimate], _ sums: DesignSums, _ range: Range<Int>, _ place: Int,
    to total: inout SquareMatrix
  ) {
    var first = range.lowerBound
    while first < range.upperBound {
      var end = first
      let row = sums.rows[first]
      while end < range.upperBound, sums.rows[end].sharesCluster(with: row) { end += 1 }
      let part = StratumTotals(
        estimates, sums, first..<end, by: hasNamedUnits ? .units : .responses)
      addSecondStage(part, Int(row.cluster), place, to: &total)
      first = end
    }
  }

  /// Adds what the responses of one cluster say of the variance within it.
  func addSecondStage(
    _ part: StratumTotals, _ number: Int, _ place: Int, to total: inout SquareMatrix
  ) {
    guard let populationSize = strata[place].populationSize else { return }
    let drawn = Double(strata[place].units) / Double(populationSize)
    let cluster = secondStage[number]
    let (m, remaining) = (Double(cluster.responses), cluster.remaining)
    guard remaining >= Self.leastRemaining else { return }
    if cluster.responses > 1 {
      total.add(part.squares, times: drawn * remaining * m / (m - 1))
      total.add(part.sum, part.sum, times: -drawn * remaining / (m - 1))
    } else if lonelyPSU == .adjust {
      total.add(part.sum, part.sum, times: drawn * remaining)
    }
  }
}

/// Σz and Σ z z′ over the clusters of a stratum, over the units of a cluster, or over the responses.
struct StratumTotals {
  /// What one z is the total of.
  enum Stage {
    case clusters, units, responses
  }

  /// Σz by estimate.
  var sum: [Double]
  /// Σ z z′.
  var squares: SquareMatrix

  /// Nothing yet of so many estimates.
  init(estimates: Int) {
    sum = [Double](repeating: 0, count: estimates)
    squares = SquareMatrix(size: estimates)
  }

  init(
    _ estimates: [LinearEstimate], _ sums: DesignSums, _ range: Range<Int>, by stage: Stage
  ) {
    sum = [Double](repeating: 0, count: estimates.count)
    squares = SquareMatrix(size: estimates.count)
    var influence = sum
    var cluster = sum
    for place in range {
      for (k, estimate) in estimates.enumerated() {
        influence[k] = estimate.influence[place]
        cluster[k] += sums.weights[place] * influence[k]
      }
      if stage != .responses {
        let row = sums.rows[place]
        let isLast =
          place + 1 == range.upperBound || !row.sharesCluster(with: sums.rows[place + 1])
          || (stage == .units && row.unit != sums.rows[place + 1].unit)
        guard isLast else { continue }
        squares.add(cluster, cluster, times: 1)
      } else {
        squares.add(influence, influence, times: sums.squares[place])
      }
      for k in sum.indices {
        sum[k] += cluster[k]
        cluster[k] = 0
      }
    }
  }
}
