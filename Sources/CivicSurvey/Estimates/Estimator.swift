import SurveyDefinition
import SurveyStatistics

/// The one way from sums to figures: rates, intervals and verdicts of a report are made by one rule.
struct Estimator: Sendable {
  private let rule: IntervalRule
  /// Whether everyone is in the data, so that nothing has an interval.
  private let isCensus: Bool

  init(_ survey: Survey, _ query: ReportQuery) {
    rule = IntervalRule(query.intervalMethod, level: query.level)
    isCensus = survey.coverage == .census
  }

  /// The rate of a measure in one domain: with an interval, unless nobody answered or all are counted.
  func estimate(
    _ measure: String, in domain: Domain, _ sums: MeasureCounts, losses: LossShare
  ) -> Estimate {
    let n = sums.counts.answered
    return Estimate(
      measure: measure, domain: domain, counts: sums.counts, satisfied: sums.satisfied,
      rate: rate(sums),
      interval: isCensus
        ? nil : rule.interval(of: RateSample(successes: sums.satisfied, trials: n)),
      reason: n == 0 ? .noAnswers : isCensus ? .census : nil, losses: losses)
  }

  /// satisfied / n, 0…1; `nil` if n is 0.
  func rate(_ sums: MeasureCounts) -> Double? {
    let n = sums.counts.answered
    return n == 0 ? nil : Double(sums.satisfied) / Double(n)
  }

  /// What the answers say about a target; no verdict where there is an objection to any.
  func judgement(
    _ sums: MeasureCounts, against bound: TargetBound, despite objection: NotJudgedReason?
  ) -> Judgement {
    let share = Share(numerator: bound.share.numerator, denominator: bound.share.denominator)
    let side: TargetRule.Bound =
      switch bound {
      case .atLeast: .atLeast(share)
      case .atMost: .atMost(share)
      }
    return TargetRule(bound: side, isCensus: isCensus, rule: rule)
      .judgement(satisfied: sums.satisfied, of: sums.counts.answered, despite: objection)
  }
}
