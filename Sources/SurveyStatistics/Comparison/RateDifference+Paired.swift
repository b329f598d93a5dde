extension RateDifference {
  /// Newcombe's interval of the difference of two shares of the same respondents.
  ///
  /// R. G. Newcombe (1998, Statistics in Medicine 17:2635), method 10: as of independent rates, less
  /// 2 φ times the product of the two distances under each root. φ is the correlation of the two
  /// answers; where it is positive, n/2 is taken from its numerator, down to 0 at the least. A base
  /// of 50 with 36 both, 12 the first alone, 2 the second alone: 0.0569 to 0.3404.
  ///
  /// - Parameters:
  ///   - first: how many gave the first answer, from 0 to `respondents`.
  ///   - second: how many gave the second one, from 0 to `respondents`.
  ///   - both: how many gave both; of answers that exclude each other 0.
  ///   - respondents: n; `nil` is returned for 0.
  ///   - level: strictly between 0 and 1.
  /// - Complexity: O(1).
  public static func newcombePaired(
    _ first: Int, minus second: Int, both: Int, of respondents: Int, level: Double
  ) -> RateDifference? {
    precondition(
      both >= Self.leastBoth(first, second, of: respondents) && both <= min(first, second),
      "those who gave both answers are among those who gave either")
    return paired(
      first, minus: second, both: both, of: respondents, level: level, method: .newcombePaired)
  }

  /// The widest paired interval, where it is not known how many gave both answers.
  ///
  /// The fewest possible, max(0, first + second − n), make the correlation lowest and the interval
  /// widest: it holds that of every number that could be. For answers that exclude each other it is
  /// the interval itself, and its variance that of a multinomial, (p₁ + p₂ − (p₁ − p₂)²) / n, up to
  /// the score's shift.
  ///
  /// - Parameters: as of ``newcombePaired(_:minus:both:of:level:)``.
  /// - Complexity: O(1).
  public static func newcombePairedBound(
    _ first: Int, minus second: Int, of respondents: Int, level: Double
  ) -> RateDifference? {
    paired(
      first, minus: second, both: leastBoth(first, second, of: respondents), of: respondents,
      level: level, method: .newcombePairedBound)
  }

  /// The fewest who can have given both of two answers.
  private static func leastBoth(_ first: Int, _ second: Int, of respondents: Int) -> Int {
    precondition(
      (0...respondents).contains(first) && (0...respondents).contains(second),
      "an answer is given by at most all respondents")
    // The sum of two counts may pass what an `Int` holds; this may not.
    return max(0, first - (respondents - second))
  }

  private static func paired(
    _ first: Int, minus second: Int, both: Int, of respondents: Int, level: Double, method: Method
  ) -> RateDifference? {
    guard
      let one = WilsonReach(RateSample(successes: first, trials: respondents), level: level),
      let other = WilsonReach(RateSample(successes: second, trials: respondents), level: level)
    else { return nil }
    return RateDifference(
      one, minus: other, correlation: correlation(first, second, both: both, of: respondents),
      level: level, method: method)
  }

  /// φ of the fourfold table, its positive numerator less n/2; 0 where everybody or nobody gave an
  /// answer.
  private static func correlation(
    _ first: Int, _ second: Int, both: Int, of respondents: Int
  ) -> Double {
    let n = Double(respondents)
    let (x, y) = (Double(first), Double(second))
    let margins = x * (n - x) * y * (n - y)
    guard margins > 0 else { return 0 }
    // both · neither − first alone · second alone is both · n − x · y.
    let numerator = n * Double(both) - x * y
    let corrected = numerator > 0 ? max(0, numerator - n / 2) : numerator
    return max(-1, min(1, corrected / margins.squareRoot()))
  }
}
