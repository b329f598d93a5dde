extension IntervalRule {
  /// Answers beyond which none are counted: next to the target the number grows without bound.
  private static let mostAnswers = 0x1p62
  /// Answers beyond which the beta distribution is not asked.
  private static let mostTriedAnswers = 1 << 49

  /// The smallest n at which the unrounded rate p of `sample` has a lower limit at or above `share`.
  ///
  /// Wilson's limits are the roots t of n (p − t)² = z² t (1 − t). The lower limit at rate p > t
  /// therefore is t itself when n = z² t (1 − t) / (p − t)², and above t for every larger n: the
  /// answer is that n, rounded up. Clopper and Pearson's lower limit at a fixed rate, the α/2 quantile
  /// of Beta(np, n(1 − p) + 1) with np as it is and not rounded to an answer, rises with n as well, and
  /// so do all others; their n has no closed form and is found by doubling and bisection.
  ///
  /// - Parameters:
  ///   - satisfied: p times `n`.
  ///   - n: the answers at hand.
  ///   - isShown: whether the lower limit of these is at or above `share`: the answer agrees with it.
  /// - Returns: at least 1; `nil` where p is not above t, and where it is so near to it that Wilson's
  ///   answer is 2⁶² or more or Clopper and Pearson's more than 2⁴⁹.
  /// - Complexity: O(log n) intervals, for Wilson O(1).
  func answersNeeded(
    atRateOf satisfied: Int, outOf n: Int, toShow share: Share, isShown: Bool
  ) -> Int? {
    guard share.order(of: satisfied, outOf: n) == .above, n < Int.max else { return nil }
    let byScore = scoreAnswersNeeded(atRateOf: satisfied, outOf: n, toShow: share)
    guard byScore < Self.mostAnswers else { return nil }
    // A few units in the last place must not make an integer the next one,
    // nor contradict the verdict on the n at hand.
    let first = max(1, Int((byScore * (1 - 0x1p-49)).rounded(.up)))
    guard
      let needed =
        switch method {
        case .wilson: first
        default:
          triedAnswersNeeded(
            atRateOf: RateSample(successes: satisfied, trials: n), toShow: share, from: first)
        }
    else { return nil }
    return isShown ? min(needed, n) : max(needed, n + 1)
  }

  private func scoreAnswersNeeded(
    atRateOf satisfied: Int, outOf n: Int, toShow share: Share
  ) -> Double {
    let excess = share.excess(of: satisfied, outOf: n)
    let z = NormalDistribution.criticalValue(level: level)
    return z * z * share.value * share.complement / (excess * excess)
  }

  private func triedAnswersNeeded(
    atRateOf sample: RateSample, toShow share: Share, from first: Int
  ) -> Int? {
    func isEnough(_ n: Int) -> Bool {
      interval(of: sample.resized(to: n)).map { $0.lower >= share.value } ?? false
    }
    guard first <= Self.mostTriedAnswers else { return nil }
    var (notEnough, enough) = (0, first)
    while !isEnough(enough) {
      guard enough < Self.mostTriedAnswers else { return nil }
      (notEnough, enough) = (enough, min(enough * 2, Self.mostTriedAnswers))
    }
    while enough - notEnough > 1 {
      let middle = notEnough + (enough - notEnough) / 2
      if isEnough(middle) { enough = middle } else { notEnough = middle }
    }
    return enough
  }
}
