extension SampleDesign {
  /// The difference of a mean of several questions' rates between two cells of the sums.
  ///
  /// The variance is Σ Σ cov(d_q, d_s) / k² with d_q the difference of a question's rate; see
  /// ``meanOfRates(questions:in:sums:)``, whose degrees of freedom it has, less 1.
  ///
  /// - Parameters:
  ///   - questions: k, at least 1.
  ///   - first: the cell whose mean is subtracted from.
  ///   - second: the other cell.
  ///   - level: strictly between 0 and 1.
  ///   - sums: of two questions, with the codes of ``meanOfRates(questions:in:sums:)``.
  /// - Returns: `noAnswers` where a question has no answer on a side; else as other differences.
  /// - Complexity: O(k² · rows of a pair).
  public func differenceOfMeanRates(
    questions: Int, of first: Int32, minus second: Int32, level: Double,
    sums: (_ first: Int, _ second: Int) -> DesignSums
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    let (one, other) = MeanOfRates.ofPair
    func rates(_ scores: Scores, on pair: DesignSums) -> [LinearEstimate]? {
      guard let minuend = pair.ratio(scores, in: { $0 == first }),
        let subtrahend = pair.ratio(scores, in: { $0 == second })
      else { return nil }
      return [minuend, subtrahend]
    }
    var value = 0.0
    var variance = 0.0
    var simple = 0.0
    var fewest = Int.max
    // Of each side.
    var strata: [Set<Int32>] = [[], []]
    var clusters: [Set<[Int32]>] = [[], []]
    for q in 0..<questions {
      for s in q..<questions {
        let pair = sums(q, s)
        guard let left = rates(one, on: pair), let right = rates(other, on: pair) else {
          return .failure(.noAnswers)
        }
        let isBase = { (row: DesignSums.Row) in row.cell == first || row.cell == second }
        if q == s {
          value += left[0].value - left[1].value
          var n = [0, 0]
          for row in pair.rows where isBase(row) && row.sum.n > 0 && one.score(row.code).x != 0 {
            let side = row.cell == first ? 0 : 1
            n[side] += Int(row.sum.n)
            strata[side].insert(row.stratum)
            clusters[side].insert([row.stratum, row.cluster])
          }
          fewest = min(fewest, n[0] + n[1])
          for side in 0...1 { simple += MeanOfRates.simpleVariance(left[side].value, n: n[side]) }
        }
        let parts = unscaledCovariance(of: [left[0] - left[1], right[0] - right[1]], on: pair)
        variance += (q == s ? 1 : 2) * parts[0, 1]
      }
    }
    guard questions > 0 else { return .failure(.noAnswers) }
    // As of other differences: a side of one cluster has no spread of its own.
    if isClustered, zip(clusters, strata).contains(where: { $0.count <= $1.count }) {
      return .failure(.noDegreesOfFreedom)
    }
    let units = isClustered ? clusters[0].union(clusters[1]).count : fewest
    let k = Double(questions)
    let scale = scale(among: strata[0].union(strata[1])) ?? 0
    return LinearisedDifference.between(
      value / k, standardError: MeanOfRates.standardError(of: scale * variance, beside: simple) / k,
      degreesOfFreedom: units - strata[0].union(strata[1]).count - 1, in: -1...1, level: level)
  }
}
