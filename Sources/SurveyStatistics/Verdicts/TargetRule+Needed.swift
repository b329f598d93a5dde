extension TargetRule {
  /// The smallest k with satisfied + k of the same n `met`; `nil` where n of n is not.
  ///
  /// Found by bisection: with the number satisfied an interval's lower limit rises, and the exact
  /// tail above falls.
  func moreSatisfiedNeeded(than satisfied: Int, of n: Int) -> Int? {
    if isShown(satisfied, of: n) { return 0 }
    guard isShown(n, of: n) else { return nil }
    var (notEnough, enough) = (satisfied, n)
    while enough - notEnough > 1 {
      let middle = notEnough + (enough - notEnough) / 2
      if isShown(middle, of: n) { enough = middle } else { notEnough = middle }
    }
    return enough - satisfied
  }

  /// The n at which four samples of five would show it, if the true rate were that of `satisfied` of
  /// `n`: a power of 80 %.
  ///
  /// By the plain interval: ⌈(z √(t (1 − t)) + z₈₀ √(p (1 − p)))² / (p − t)²⌉ with z the critical value
  /// of the level and z₈₀ = 0.8416, R's `qnorm(0.8)`. At the n of
  /// ``IntervalRule/answersNeeded(atRateOf:outOf:toShow:isShown:)`` only every other sample would.
  ///
  /// - Returns: at least 1; `nil` unless p lies on the target's good side, not on it, and where the
  ///   answer is 2⁶² or more.
  /// - Complexity: O(1).
  func answersForPower80(atRateOf satisfied: Int, outOf n: Int) -> Int? {
    guard n > 0, share.order(of: satisfied, outOf: n) == (goodTail == .upper ? .above : .below)
    else { return nil }
    return answersForPower80(
      rate: Double(satisfied) / Double(n), complement: Double(n - satisfied) / Double(n),
      excess: share.excess(of: satisfied, outOf: n), times: 1)
  }

  /// The same at a rate on the target's good side, times a design effect that is held fixed.
  ///
  /// - Parameter excess: the rate less the target, not 0.
  func answersForPower80(
    rate: Double, complement: Double, excess: Double, times designEffect: Double
  ) -> Int? {
    let spread =
      NormalDistribution.criticalValue(level: rule.level)
      * (share.value * share.complement).squareRoot()
      + NormalDistribution.quantile(0.8) * (rate * complement).squareRoot()
    let ratio = spread / excess
    let answers = ratio * ratio * designEffect
    guard answers < 0x1p62 else { return nil }
    // A few units in the last place must not make an integer the next one.
    return max(1, Int((answers * (1 - 0x1p-49)).rounded(.up)))
  }
}
