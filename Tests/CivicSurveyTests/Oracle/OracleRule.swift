import Foundation
import SurveyStatistics

/// The rule of verdicts at a level of 95 %, from textbook formulas: Wilson's limits (Wilson 1927), and
/// the binomial's probabilities summed one by one.
struct OracleRule {
  let percent: Int
  let isAtMost: Bool

  /// The 0.975 quantile of the normal distribution, R's `qnorm(0.975)`.
  private static let z = 1.959963984540054
  /// What 95 % leave to one side.
  private static let limit = 0.025

  /// The verdict on a sample; `nil` where a figure lies too near to its limit to be told apart here.
  func verdict(_ satisfied: Int, of n: Int) -> Verdict? {
    if isAtMost {
      return OracleRule(percent: 100 - percent, isAtMost: false).verdict(n - satisfied, of: n)
    }
    if n == 0 { return .notJudged }
    guard let isMet = self.isMet(satisfied, of: n),
      let isMissed = self.isMissed(satisfied, of: n),
      let couldBeMet = self.isMet(n, of: n)
    else { return nil }
    if isMet { return .met }
    if isMissed { return .missed }
    if !couldBeMet { return .notJudged }
    return satisfied * 100 >= n * percent ? .reachedNotShown : .notReachedNotExcluded
  }

  private func isMet(_ satisfied: Int, of n: Int) -> Bool? {
    both(
      limit(satisfied, of: n, -1) - Double(percent) / 100,
      Self.limit - probability(satisfied...n, of: n))
  }

  private func isMissed(_ satisfied: Int, of n: Int) -> Bool? {
    both(
      Double(percent) / 100 - limit(satisfied, of: n, 1),
      Self.limit - probability(0...satisfied, of: n))
  }

  /// Whether both are above 0; `nil` where it hangs on one that is all but 0.
  private func both(_ first: Double, _ second: Double) -> Bool? {
    if first < -1e-9 || second < -1e-9 { return false }
    return first > 1e-9 && second > 1e-9 ? true : nil
  }

  private func limit(_ satisfied: Int, of n: Int, _ sign: Double) -> Double {
    let (p, n, z) = (Double(satisfied) / Double(n), Double(n), Self.z)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return (p + z * z / (2 * n) + sign * half) / (1 + z * z / n)
  }

  /// The probability of these counts of `n` if the true rate is just the target.
  private func probability(_ counts: ClosedRange<Int>, of n: Int) -> Double {
    let t = Double(percent) / 100
    if percent == 0 { return counts.contains(0) ? 1 : 0 }
    if percent == 100 { return counts.contains(n) ? 1 : 0 }
    var factorials = [0.0]
    for number in 0..<n { factorials.append(factorials[number] + log(Double(number + 1))) }
    return counts.reduce(0) { sum, x in
      let ways = factorials[n] - factorials[x] - factorials[n - x]
      return sum + exp(ways + Double(x) * log(t) + Double(n - x) * log(1 - t))
    }
  }
}
