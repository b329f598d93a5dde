extension TargetRule {
  /// The smallest k with satisfied + k of the same n `met`; `nil` where n of n is not.
  ///
  /// Found by bisection, since Wilson's lower limit rises with the number satisfied.
  func moreSatisfiedNeeded(than satisfied: Int, of n: Int, toShow share: Share) -> Int? {
    func isShown(_ count: Int) -> Bool {
      Interval.wilson(successes: count, trials: n, level: level)
        .map { $0.lower >= share.value } ?? false
    }
    if isShown(satisfied) { return 0 }
    guard isShown(n) else { return nil }
    var (notEnough, enough) = (satisfied, n)
    while enough - notEnough > 1 {
      let middle = notEnough + (enough - notEnough) / 2
      if isShown(middle) { enough = middle } else { notEnough = middle }
    }
    return enough - satisfied
  }

  /// The smallest n at which the unrounded rate p = satisfied / n would be `met`.
  ///
  /// Wilson's limits are the roots t of n (p − t)² = z² t (1 − t). The lower limit at rate p > t
  /// therefore is t itself when n = z² t (1 − t) / (p − t)², and above t for every larger n: the
  /// answer is that n, rounded up. `nil` where p is not above t, and from 2⁶² on.
  func answersNeeded(
    atRateOf satisfied: Int, outOf n: Int, toShow share: Share, isShown: Bool
  ) -> Int? {
    guard share.order(of: satisfied, outOf: n) == .above else { return nil }
    let excess = share.excess(of: satisfied, outOf: n)
    let z = NormalDistribution.criticalValue(level: level)
    let exact = z * z * share.value * share.complement / (excess * excess)
    guard exact < 0x1p62, n < Int.max else { return nil }
    // A few units in the last place must not make an integer the next one,
    // nor contradict the verdict on the n at hand.
    let rounded = max(1, Int((exact * (1 - 0x1p-49)).rounded(.up)))
    return isShown ? min(rounded, n) : max(rounded, n + 1)
  }
}
