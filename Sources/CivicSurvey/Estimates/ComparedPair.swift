import SurveyDefinition
import SurveyStatistics

/// Two sides that were held against each other, before all are adjusted for being several.
struct ComparedPair {
  let measure: Measure
  let first: ComparedSide
  let second: ComparedSide
  let comparison: RateComparison
  /// The greater share of losses of the two.
  let losses: LossShare
  /// What is known to mind of it beside its own figures.
  var flags: Set<ComparisonRow.Flag> = []
  /// Where the answers to a question are compared, each of them; `nil` of a measure.
  var answers: [ComparedAnswer]?
  /// The answers that the test takes together, because too few gave them; each group has several.
  var pooledAnswers: [[String]] = []
  /// Whether the test of answers expects too few in its table, though rare ones were taken together.
  var expectsFewAnswers = false
}

extension ComparedPair {
  /// Whether the answers are distributed alike on both sides, by how often each was given; of weights by
  /// their shares.
  var areAnswersAlike: Bool {
    let isWeighted = first.design?.isWeighted == true || second.design?.isWeighted == true
    return (answers ?? []).allSatisfy { answer in
      if isWeighted { return answer.firstShare == answer.secondShare }
      return answer.firstN.multipliedFullWidth(by: second.n)
        == answer.secondN.multipliedFullWidth(by: first.n)
    }
  }
}
