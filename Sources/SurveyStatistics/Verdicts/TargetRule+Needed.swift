extension TargetRule {
  /// The smallest k with satisfied + k of the same n `met`; `nil` where n of n is not.
  ///
  /// Found by bisection, since a lower limit rises with the number satisfied.
  func moreSatisfiedNeeded(than satisfied: Int, of n: Int, toShow share: Share) -> Int? {
    func isShown(_ count: Int) -> Bool {
      rule.interval(of: RateSample(successes: count, trials: n))
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
}
