extension RateDifference {
  /// Newcombe's interval of the difference of two independent rates.
  ///
  /// R. G. Newcombe (1998, Statistics in Medicine 17:873), method 10, "square and add": with Wilson's
  /// limits l and u of either rate and d = p₁ − p₂, from d − √((p₁ − l₁)² + (u₂ − p₂)²) to
  /// d + √((u₁ − p₁)² + (p₂ − l₂)²). His table II has 56/70 − 48/80: 0.0524 to 0.3339. Agrees with
  /// that formula on R's `prop.test(correct = FALSE)$conf.int`. Wilson's limits are used whatever
  /// interval a report has. It never leaves −1…1, and is never without width, at 0 of n and n of n
  /// either: 0/n − 0/n holds 0 strictly inside.
  ///
  /// - Parameters:
  ///   - first: the rate that is subtracted from.
  ///   - second: the other one; of nobody who is in the first.
  ///   - level: strictly between 0 and 1.
  /// - Returns: `nil` where either has no answers.
  /// - Complexity: O(1).
  public static func newcombe(
    _ first: RateSample, minus second: RateSample, level: Double
  ) -> RateDifference? {
    guard let first = WilsonReach(first, level: level),
      let second = WilsonReach(second, level: level)
    else { return nil }
    return RateDifference(first, minus: second, correlation: 0, level: level, method: .newcombe)
  }
}
