import SurveyDefinition
import SurveyStatistics

/// One answer to a question on the two sides of a comparison.
public struct ComparedAnswer: Sendable, Equatable {
  /// The choice's id.
  public let choice: String
  /// Who gave it on the first side.
  public let firstN: Int
  /// Their share of the answers there, by weight where responses have weights; `nil` of none.
  public let firstShare: Double?
  /// Who gave it on the second side.
  public let secondN: Int
  /// Their share of the answers there.
  public let secondShare: Double?

  /// The answers to a question on two sides, in the question's order.
  static func all(
    _ choices: [String], _ first: SideSums, _ second: SideSums
  ) -> [ComparedAnswer] {
    func count(_ sums: SideSums, _ code: Int) -> Int {
      code < sums.counts.codes.count ? sums.counts.codes[code] : 0
    }
    let weights = [first.codes, second.codes]
    let totals = weights.map { $0.reduce(0, +) }
    func share(_ side: Int, _ code: Int) -> Double? {
      guard totals[side] > 0 else { return nil }
      return code < weights[side].count ? weights[side][code] / totals[side] : 0
    }
    return choices.enumerated().map { code, choice in
      ComparedAnswer(
        choice: choice, firstN: count(first, code), firstShare: share(0, code),
        secondN: count(second, code), secondShare: share(1, code))
    }
  }
}
