extension Calibration {
  /// A rounds' number that R's `svyrecvar` has, whatever it takes to converge.
  static let residualRounds = 10

  /// Σ w y / Σ w x with the calibrated weights, its linearised variable less what the margins explain.
  ///
  /// As R does it: with one margin the variable's mean in the category, weighted by the design weights,
  /// is taken away (`postStratify`); with several, ten rounds of the *unweighted* means in each margin's
  /// categories (`rake`). The means are over all accepted responses, those outside of the domain and of
  /// the base with a variable of 0, so `sums` must hold them all.
  ///
  /// - Parameters:
  ///   - scores: y and x by code.
  ///   - sums: of one question and all accepted responses: see ``DesignSums/completed(to:code:)``.
  ///   - domain: which cells; all by default.
  /// - Returns: an estimate to be used with `sums.weighted(by: factors)`; `nil` where nothing is in the
  ///   base.
  public func ratio(
    _ scores: Scores, of sums: DesignSums, in domain: (Int32) -> Bool = { _ in true }
  ) -> LinearEstimate? {
    guard let plain = sums.weighted(by: factors).ratio(scores, in: domain) else { return nil }
    let explained =
      margins.count == 1 ? categoryMeans(plain, sums) : marginMeans(plain, sums)
    let influence = zip(sums.rows, plain.influence).map { row, u in
      u - explained[Int(row.cell)]
    }
    return LinearEstimate(value: plain.value, influence: influence)
  }

  /// By cell, the mean of its category by design weights.
  private func categoryMeans(_ estimate: LinearEstimate, _ sums: DesignSums) -> [Double] {
    var totals = [Double](repeating: 0, count: weights.count)
    for (place, row) in sums.rows.enumerated() {
      totals[Int(row.cell)] += sums.weights[place] * estimate.influence[place]
    }
    let (above, below) = (margins[0].sums(totals), margins[0].sums(weights))
    return margins[0].categories.map { category in
      guard let category, below[category] > 0 else { return 0 }
      return above[category] / below[category]
    }
  }

  /// By cell, what ten rounds of the margins' unweighted means take away.
  private func marginMeans(_ estimate: LinearEstimate, _ sums: DesignSums) -> [Double] {
    var left = [Double](repeating: 0, count: counts.count)
    for (place, row) in sums.rows.enumerated() {
      left[Int(row.cell)] += Double(row.sum.n) * estimate.influence[place]
    }
    var explained = [Double](repeating: 0, count: counts.count)
    let below = margins.map { $0.sums(counts) }
    for _ in 0..<Self.residualRounds {
      for (margin, n) in zip(margins, below) {
        let above = margin.sums(left)
        for (cell, category) in margin.categories.enumerated() {
          guard let category, n[category] > 0 else { continue }
          let mean = above[category] / n[category]
          explained[cell] += mean
          left[cell] -= counts[cell] * mean
        }
      }
    }
    return explained
  }
}

extension SampleDesign {
  /// The estimate of a measure in a domain with calibrated weights and R's standard error.
  ///
  /// - Parameters:
  ///   - sums: of one question and all accepted responses: see ``DesignSums/completed(to:code:)``.
  ///   - calibration: made from the same accepted responses.
  ///   - domain: which cells; all by default.
  /// - Returns: `nil` where nobody of the domain is in the base.
  /// - Complexity: O(rows + margins · cells).
  public func estimate(
    _ scores: Scores, of sums: DesignSums, calibratedBy calibration: Calibration,
    in domain: (Int32) -> Bool = { _ in true }
  ) -> DesignEstimate? {
    guard let linear = calibration.ratio(scores, of: sums, in: domain) else { return nil }
    // R keeps every row of a calibrated design, with a weight of 0 outside of the domain.
    return estimate(
      linear, scores, of: sums.weighted(by: calibration.factors), in: domain
    ) { _ in true }
  }
}

extension DesignSums {
  /// These sums of a question with those of all other accepted responses under one more code.
  ///
  /// - Parameters:
  ///   - accepted: all accepted responses by stratum, cluster and cell, under any code.
  ///   - code: the number of "not in these sums", which no row of them has.
  /// - Precondition: the responses of these sums are among the accepted ones, each once.
  /// - Complexity: O(rows log rows).
  public func completed(to accepted: DesignSums, code: Int32) -> DesignSums {
    var rest: [Row] = []
    var place = 0
    for row in DesignSums(accepted.rows.map { $0.coded(code) }).rows {
      var left = row
      while place < rows.count, rows[place].sharesCell(with: row) {
        precondition(rows[place].code != code, "the code of the rest is its own")
        left.sum.subtract(rows[place].sum)
        place += 1
      }
      if left.sum.n > 0 { rest.append(left) }
    }
    precondition(place == rows.count, "every response of a question is accepted")
    return DesignSums(rows + rest)
  }
}

extension DesignSums.Row {
  fileprivate func coded(_ code: Int32) -> DesignSums.Row {
    DesignSums.Row(
      stratum: stratum, cluster: cluster, unit: unit, cell: cell, code: code, sum: sum)
  }

  fileprivate func sharesCell(with other: DesignSums.Row) -> Bool {
    cell == other.cell && unit == other.unit && sharesCluster(with: other)
  }
}
