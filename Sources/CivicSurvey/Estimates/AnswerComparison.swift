import SurveyDefinition
import SurveyStatistics

extension Estimator {
  /// The answers to a question on two sides that have no response in common: whether they are distributed
  /// alike.
  ///
  /// - Parameters:
  ///   - question: as a measure that counts each answer by itself; both sides are of one part.
  ///   - choices: the question's.
  func answers(
    _ first: (side: ComparedSide, sums: SideSums), _ second: (side: ComparedSide, sums: SideSums),
    choices: [String], losses: LossShare
  ) -> ComparedPair {
    let answers = ComparedAnswer.all(choices, first.sums, second.sums)
    let counts = [answers.map(\.firstN), answers.map(\.secondN)]
    let pooling = ColumnPooling(counts)
    let table = counts.map(pooling.row)
    let comparison: RateComparison
    if first.side.n == 0 || second.side.n == 0 {
      comparison = .untested(nil, for: .noAnswers)
    } else if isCensus {
      comparison = .untested(nil, for: .census)
    } else if let frame = first.sums.frame {
      switch first.sums.rows.distributionTest(
        beside: second.sums.rows, groups: pooling.groups, frame)
      {
      case .success(let test): comparison = RateComparison(test)
      case .failure(let reason): comparison = .untested(nil, for: EstimateReason(reason))
      }
    } else if let test = PearsonTableTest(table) {
      comparison = RateComparison(test)
    } else {
      comparison = .untested(nil, for: .degenerate)
    }
    var pair = ComparedPair(
      measure: first.sums.measure.measure, first: first.side, second: second.side,
      comparison: comparison, losses: losses)
    pair.answers = answers
    pair.pooledAnswers = comparison.test == nil ? [] : pooling.pooled.map { $0.map { choices[$0] } }
    pair.expectsFewAnswers = ExpectedCounts(table)?.areTooSmall ?? false
    pair.flags = fewClusters([first, second])
    return pair
  }
}
