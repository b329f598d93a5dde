/// A count held against those of earlier times, each with what it was open to: days, or people served.
///
/// If each grows by chance alone with what it is open to (Poisson), the last one is binomial of all of them
/// together, with its part of the exposure (Przyborowski and Wilenski 1940): nothing is estimated.
public struct CountDrop: Sendable, Equatable {
  /// The count.
  public let count: Int
  /// What the earlier ones lead to expect at its exposure.
  public let expected: Double
  /// The probability of so few or fewer.
  public let pValue: Double

  /// - Parameters:
  ///   - count: the last count, 0 or more, and its exposure, above 0.
  ///   - earlier: those before; `nil` is returned where they counted nothing, or over no exposure.
  public init?(_ count: (n: Int, exposure: Double), after earlier: [(n: Int, exposure: Double)]) {
    let before = earlier.reduce(0) { $0 + $1.n }
    let exposure = earlier.reduce(0) { $0 + $1.exposure }
    guard before > 0, exposure > 0, count.exposure > 0, count.n >= 0 else { return nil }
    self.count = count.n
    expected = Double(before) * count.exposure / exposure
    pValue = BinomialDistribution(
      trials: before + count.n, probability: count.exposure / (exposure + count.exposure)
    ).atMost(count.n)
  }

  /// Below this part of what is expected a count is low, if that is no chance.
  public static let limit = 0.25
  /// The most that the chance may be that any of the units is called low though nothing changed.
  public static let falseAlarms = 0.01

  /// Whether the count is low, as one of so many that are looked at (Bonferroni).
  public func isLow(among units: Int) -> Bool {
    Double(count) < Self.limit * expected && pValue * Double(max(1, units)) <= Self.falseAlarms
  }
}
