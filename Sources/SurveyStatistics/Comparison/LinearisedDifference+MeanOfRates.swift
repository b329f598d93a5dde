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
    let sides = MeanRateSides(
      ratio: { scores, side, pair in pair.ratio(scores) { $0 == (side == 0 ? first : second) } },
      place: { row in
        row.cell == first ? (0, row.code) : row.cell == second ? (1, row.code) : nil
      })
    return differenceOfMeanRates(
      questions: questions, level: level, sums: sums, sides: sides,
      covariance: unscaledCovariance, scale: { scale(among: $0) })
  }

  /// As ``differenceOfMeanRates(questions:of:minus:level:sums:)``, however the sides lie in the sums, and
  /// with the covariances as they are given.
  ///
  /// - Parameter scale: what the variance is multiplied with, by the strata that are in either base.
  func differenceOfMeanRates(
    questions: Int, level: Double, sums: (_ first: Int, _ second: Int) -> DesignSums,
    sides: MeanRateSides,
    covariance: (_ estimates: [LinearEstimate], _ sums: DesignSums) -> SquareMatrix?,
    scale: (Set<Int32>) -> Double?
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    let (one, other) = MeanOfRates.ofPair
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
        let (left, right) = (sides.rates(one, on: pair), sides.rates(other, on: pair))
        guard left.count == 2, right.count == 2 else { return .failure(.noAnswers) }
        if q == s {
          value += left[0].value - left[1].value
          var n = [0, 0]
          for row in pair.rows where row.sum.n > 0 {
            guard let (side, code) = sides.place(row), one.score(code).x != 0 else { continue }
            n[side] += Int(row.sum.n)
            strata[side].insert(row.stratum)
            clusters[side].insert([row.stratum, row.cluster])
          }
          fewest = min(fewest, n[0] + n[1])
          for side in 0...1 { simple += MeanOfRates.simpleVariance(left[side].value, n: n[side]) }
        }
        guard let parts = covariance([left[0] - left[1], right[0] - right[1]], pair) else {
          return .failure(.degenerate)
        }
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
    let scale = scale(strata[0].union(strata[1])) ?? 0
    return LinearisedDifference.between(
      value / k, standardError: MeanOfRates.standardError(of: scale * variance, beside: simple) / k,
      degreesOfFreedom: units - strata[0].union(strata[1]).count - 1, in: -1...1, level: level)
  }
}

/// Where the two sides of a difference lie in the sums of a pair of questions.
struct MeanRateSides {
  /// A rate of one side, 0 or 1.
  let ratio: (_ scores: Scores, _ side: Int, _ pair: DesignSums) -> LinearEstimate?
  /// The side that a row is on, with its code as a pair of states; `nil` of none.
  let place: (DesignSums.Row) -> (side: Int, code: Int32)?

  /// The rates of both sides, or fewer where nobody is in a base.
  func rates(_ scores: Scores, on pair: DesignSums) -> [LinearEstimate] {
    (0...1).compactMap { ratio(scores, $0, pair) }
  }
}
