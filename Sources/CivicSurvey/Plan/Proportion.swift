import SurveyDefinition

/// A part of a whole, compared without rounding; nothing of nothing is 0.
struct Proportion: Comparable {
  private let part: Int
  private let whole: Int

  init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = max(1, whole)
  }

  init(_ share: DecimalShare) { self.init(share.numerator, of: share.denominator) }

  static func == (left: Self, right: Self) -> Bool { left.times(right) == right.times(left) }

  static func < (left: Self, right: Self) -> Bool { left.times(right) < right.times(left) }

  /// Its part, where both have the product of their wholes.
  private func times(_ other: Self) -> Int128 { Int128(part) * Int128(other.whole) }

  /// In percent with up to two decimals and a point.
  var percent: String { Self.percent(hundredths) }

  /// In percent; where it lies above or below a limit it never reads as the limit.
  func percent(besides limit: Self) -> String {
    if self == limit { return percent }
    return Self.percent(
      self > limit
        ? max(hundredths, limit.hundredths + 1) : min(hundredths, limit.hundredths - 1))
  }

  /// In hundredths of a percent, to the nearest.
  private var hundredths: Int {
    let (quotient, remainder) = (Int128(part) * 10_000).quotientAndRemainder(
      dividingBy: Int128(whole))
    return Int(quotient) + (2 * remainder >= whole ? 1 : 0)
  }

  private static func percent(_ hundredths: Int) -> String {
    let fraction = hundredths % 100
    if fraction == 0 { return String(hundredths / 100) }
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
