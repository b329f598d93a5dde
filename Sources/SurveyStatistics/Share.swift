/// A share between 0 and 1, held exactly as a fraction of two integers: 85 % is 85/100.
///
/// Counts are held against it in integers, so 340 of 400 is exactly 85 %, and no rounding carries
/// an estimate across a target. Equality is of the value: 85/100 equals 17/20.
public struct Share: Sendable, Equatable {
  /// From 0 to `denominator`.
  public let numerator: Int
  /// At least 1.
  public let denominator: Int

  /// Creates the share `numerator / denominator`.
  ///
  /// - Precondition: `0 ≤ numerator ≤ denominator` and `denominator ≥ 1`.
  public init(numerator: Int, denominator: Int) {
    precondition(denominator >= 1, "a share's denominator is at least 1")
    precondition((0...denominator).contains(numerator), "a share lies between 0 and 1")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The nearest `Double`, 0…1 without unit.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// 1 − share, without the rounding of `value`.
  var complement: Double { Double(denominator - numerator) / Double(denominator) }

  /// True where both fractions have the same value.
  public static func == (left: Share, right: Share) -> Bool {
    left.order(of: right.numerator, outOf: right.denominator) == .equal
  }

  /// Where `count / total` lies as seen from this share; exact for every pair of counts.
  ///
  /// - Precondition: `count ≥ 0` and `total ≥ 1`.
  /// - Complexity: O(1): two products of twice the width of `Int`.
  public func order(of count: Int, outOf total: Int) -> Order {
    let difference = scaledDifference(of: count, outOf: total)
    if difference.high == 0, difference.low == 0 { return .equal }
    return difference.isNegative ? .below : .above
  }

  /// Where a proportion lies as seen from a share.
  public enum Order: Sendable {
    /// The proportion is smaller than the share.
    case below
    /// The proportion is the share.
    case equal
    /// The proportion is larger than the share.
    case above
  }

  /// `count / total` − share, to full relative precision however close the two are.
  func excess(of count: Int, outOf total: Int) -> Double {
    let difference = scaledDifference(of: count, outOf: total)
    let magnitude = Double(difference.high) * 0x1p64 + Double(difference.low)
    let scaled = magnitude / Double(total) / Double(denominator)
    return difference.isNegative ? -scaled : scaled
  }

  /// The smallest count out of `total` that is at or above the share: ⌈total · share⌉.
  ///
  /// - Precondition: `total ≥ 0`.
  public func smallestCount(reachingOutOf total: Int) -> Int {
    precondition(total >= 0, "a total is not negative")
    // The quotient is at most `total`, because the numerator is at most the denominator.
    let division = denominator.magnitude.dividingFullWidth(
      total.magnitude.multipliedFullWidth(by: numerator.magnitude))
    return Int(division.quotient) + (division.remainder > 0 ? 1 : 0)
  }

  /// `count · denominator − total · numerator` as sign and magnitude, in twice the width of `Int`.
  private func scaledDifference(
    of count: Int, outOf total: Int
  ) -> (isNegative: Bool, high: UInt, low: UInt) {
    precondition(count >= 0 && total >= 1, "a proportion takes a count and a total of at least 1")
    let here = count.magnitude.multipliedFullWidth(by: denominator.magnitude)
    let there = total.magnitude.multipliedFullWidth(by: numerator.magnitude)
    let isNegative = (here.high, here.low) < (there.high, there.low)
    let (larger, smaller) = isNegative ? (there, here) : (here, there)
    let (low, borrow) = larger.low.subtractingReportingOverflow(smaller.low)
    return (isNegative, larger.high - smaller.high - (borrow ? 1 : 0), low)
  }
}
