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
}
