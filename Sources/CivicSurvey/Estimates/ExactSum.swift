import SurveyDefinition
import SurveyStatistics

/// Natural numbers of any length, for what 128 bits do not hold.
enum ExactSum {
  /// Where the mean of some rates, each of a base above 0, lies as seen from a share.
  ///
  /// Σ s / n · den against k · num, with every term over the product of all n.
  static func order(
    ofMean rates: [(satisfied: Int, n: Int)], from target: TargetValue
  ) -> Share.Order {
    func product(_ factor: Int, leavingOut place: Int?) -> [UInt32] {
      times(rates.indices.filter { $0 != place }.reduce([1]) { times($0, rates[$1].n) }, factor)
    }
    var sum: [UInt32] = []
    for (place, rate) in rates.enumerated() {
      sum = plus(sum, product(rate.satisfied, leavingOut: place))
    }
    let here = times(sum, target.denominator)
    let there = times(product(target.numerator, leavingOut: nil), rates.count)
    return order(here, there)
  }

  /// A number times another one that is not negative; the lowest 32 bits come first.
  private static func times(_ number: [UInt32], _ factor: Int) -> [UInt32] {
    let factor = UInt64(max(factor, 0))
    var result = [UInt32](repeating: 0, count: number.count + 2)
    for (place, half) in [factor & 0xFFFF_FFFF, factor >> 32].enumerated() {
      var carry: UInt64 = 0
      for (digit, value) in number.enumerated() {
        // At most (2³² − 1)² + 2 (2³² − 1) = 2⁶⁴ − 1.
        let sum = UInt64(value) * half + UInt64(result[digit + place]) + carry
        result[digit + place] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      var digit = number.count + place
      while carry > 0 {
        let sum = UInt64(result[digit]) + carry
        result[digit] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
        digit += 1
      }
    }
    return result
  }

  private static func plus(_ first: [UInt32], _ second: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for digit in 0...max(first.count, second.count) {
      let sum =
        carry + UInt64(digit < first.count ? first[digit] : 0)
        + UInt64(digit < second.count ? second[digit] : 0)
      result.append(UInt32(truncatingIfNeeded: sum))
      carry = sum >> 32
    }
    return result
  }

  private static func order(_ first: [UInt32], _ second: [UInt32]) -> Share.Order {
    for digit in (0..<max(first.count, second.count)).reversed() {
      let one = digit < first.count ? first[digit] : 0
      let other = digit < second.count ? second[digit] : 0
      if one != other { return one < other ? .below : .above }
    }
    return .equal
  }
}
