/// McNemar's test of two shares of the same respondents being equal.
///
/// Q. McNemar (1947, Psychometrika 12:153): with b who gave the first answer alone and c the second alone,
/// z = (b − c)/√(b + c); R's `mcnemar.test(correct = FALSE)` has z² for its statistic. The exact p-value is
/// `binom.test(b, b + c)`'s. Those who gave both or neither say nothing of the difference.
public struct PairedRateTest: Sendable, Equatable {
  /// z, positive where the first answer is given more; 0 where nobody gave one alone.
  public let statistic: Double
  /// The two-sided p-value of z, 0…1.
  public let pValue: Double
  /// The two-sided exact p-value, twice the smaller tail of a fair coin, at most 1.
  public let exactPValue: Double

  /// The test of how many gave the first answer alone, and the second alone.
  ///
  /// - Precondition: neither is negative.
  public init(firstAlone: Int, secondAlone: Int) {
    precondition(firstAlone >= 0 && secondAlone >= 0, "a number of respondents is not negative")
    let n = firstAlone + secondAlone
    statistic = n == 0 ? 0 : Double(firstAlone - secondAlone) / Double(n).squareRoot()
    pValue = min(1, 2 * NormalDistribution.upperTail(abs(statistic)))
    exactPValue = min(
      1,
      2 * BinomialDistribution(trials: n, probability: 0.5).atMost(min(firstAlone, secondAlone)))
  }
}
