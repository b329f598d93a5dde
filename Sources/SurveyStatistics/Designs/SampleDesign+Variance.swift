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
    guard let scale = scale(among: strataPresent(in: sums, among: present)) else { return nil }
    var total = unscaledCovariance(of: estimates, on: sums)
    if scale != 1 { total.scale(by: scale) }
    return total
  }

  /// As ``covariance(of:on:among:)``, before what `average` makes of lonely strata.
  func unscaledCovariance(of estimates: [LinearEstimate], on sums: DesignSums) -> SquareMatrix {
    var total = SquareMatrix(size: estimates.count)
    var first = 0
    while first < sums.rows.count {
      let place = Int(sums.rows[first].stratum)
      var end = first
      while end < sums.rows.count, sums.rows[end].stratum == sums.rows[first].stratum { end += 1 }
      let part = StratumTotals(
        estimates, sums, first..<end, by: isClustered ? .clusters : .responses)
      add(part, of: place, to: &total)
      if !secondStage.isEmpty { addSecondStage(estimates, sums, first..<end, place, to: &total) }
      first = end
    }
    return total
  }

  /// What a covariance is multiplied with for strata that tell nothing, of those that are present; `nil`
  /// where none is present or none tells.
  func scale(among present: Set<Int32>) -> Double? {
    guard !present.isEmpty else { return nil }
    let telling = present.count { tells(Int($0)) }
    guard telling < present.count else { return 1 }
    return telling > 0 ? Double(present.count) / Double(telling) : nil
  }

  /// The strata of some rows; one of them where nothing but that there is one matters.
  private func strataPresent(
    in sums: DesignSums, among present: (DesignSums.Row) -> Bool
  ) -> Set<Int32> {
    var strata: Set<Int32> = []
    var last: Int32?
    for row in sums.rows where row.stratum != last && row.sum.n > 0 && present(row) {
      strata.insert(row.stratum)
      last = row.stratum
      if lonelyPSU != .average { break }
    }
    return strata
  }

  /// False of a stratum that is lonely and that others speak for.
  private func tells(_ place: Int) -> Bool {
    lonelyPSU != .average || strata[place].units > 1
      || strata[place].remaining < Self.leastRemaining
  }

  /// Adds what a stratum says of the variance.
  func add(_ part: StratumTotals, of place: Int, to total: inout SquareMatrix) {
    let stratum = strata[place]
    let remaining = stratum.remaining
    if remaining < Self.leastRemaining { return }
    if stratum.units > 1 {
      let n = Double(stratum.units)
      total.add(part.squares, times: remaining * n / (n - 1))
      total.add(part.sum, part.sum, times: -remaining / (n - 1))
    } else if lonelyPSU == .adjust {
      total.add(part.sum, part.sum, times: remaining)
    }
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

  /// Adds one z.
  mutating func add(_ z: [Double]) {
    squares.add(z, z, times: 1)
    for place in sum.indices { sum[place] += z[place] }
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
