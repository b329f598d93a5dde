import SurveyDefinition
import SurveyStatistics

/// Intervals in percent.
extension NumberText {
  /// An interval in percent, both limits with the same decimals: `84,6–87,5 %`.
  ///
  /// With one decimal, or as many more as it takes for the printed limits to tell the same verdict as
  /// those that they stand for, and to be 0 % or 100 % only where they are exactly that.
  func percentRange(_ lower: Double, _ upper: Double, against bounds: [TargetBound] = [])
    -> String
  {
    let digits = decimals(lower, upper, against: bounds)
    return percentNumber(lower, digits: digits) + "–" + percentNumber(upper, digits: digits) + " %"
  }

  /// The decimals of both limits of an interval.
  func decimals(_ lower: Double, _ upper: Double, against bounds: [TargetBound] = []) -> Int {
    let limits = [Self.clipped(lower), Self.clipped(upper)]
    return (1..<Self.mostDigits).first { digits in
      limits.allSatisfy { Self.keepsItsSides($0, digits: digits, bounds) }
    } ?? Self.mostDigits
  }

  private func percentNumber(_ rate: Double, digits: Int) -> String {
    fixed(Self.rounded(Self.clipped(rate), digits: digits).value, digits: digits)
  }

  private static func clipped(_ rate: Double) -> Double {
    rate.isFinite ? min(max(rate, 0), 1) : 0
  }

  /// A rate in units of its last decimal, and how many of them are 100 %.
  private static func rounded(_ rate: Double, digits: Int) -> (value: Int, whole: Int) {
    let whole = (0..<digits).reduce(100) { whole, _ in whole * 10 }
    return (Int((rate * Double(whole)).rounded()), whole)
  }

  /// Whether a rounded limit lies where the exact one does: at 0, at 1, on the good side of a target.
  private static func keepsItsSides(_ limit: Double, digits: Int, _ bounds: [TargetBound]) -> Bool {
    let (value, whole) = rounded(limit, digits: digits)
    guard (value == 0) == (limit == 0), (value == whole) == (limit == 1) else { return false }
    return bounds.allSatisfy { bound in
      guard let share = bound.share.flatMap(share) else { return true }
      let order = share.order(of: value, outOf: whole)
      return switch bound {
      case .atLeast: (limit >= share.value) == (order != .below)
      case .atMost: (limit <= share.value) == (order != .above)
      }
    }
  }
}
