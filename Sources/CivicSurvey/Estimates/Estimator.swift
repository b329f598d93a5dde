import SurveyDefinition
import SurveyStatistics

/// The one way from sums to figures: estimates, intervals and verdicts of a report are made by one rule.
struct Estimator: Sendable {
  let rule: IntervalRule
  /// Whether everyone is in the data, so that nothing has an interval.
  let isCensus: Bool
  /// Whether estimates come from a design's figures, not from counts.
  let hasDesign: Bool

  /// The level of intervals.
  var level: Double { rule.level }

  init(_ survey: Survey, _ query: ReportQuery, hasDesign: Bool) {
    rule = IntervalRule(query.intervalMethod, level: query.level)
    isCensus = survey.coverage == .census
    self.hasDesign = hasDesign
  }

  /// The figure of a measure in one domain: with an interval, unless nobody answered, all are counted, or
  /// there is none.
  ///
  /// - Parameter design: what the design says of the domain; `nil` without one, and where nobody answered.
  func estimate(
    _ measure: MeasurePlan, in domain: Domain, _ counts: MeasureCounts, design: DesignFigures?,
    losses: LossShare
  ) -> Estimate {
    let figure = MeasureFigure(measure, counts, design: design)
    let interval = isCensus ? nil : interval(of: measure, counts, figure, design)
    let found = try? interval?.get()
    var reason: EstimateReason?
    if figure.value == nil {
      reason = .noAnswers
    } else if isCensus {
      reason = .census
    } else if case .failure(let why)? = interval {
      reason = EstimateReason(why)
    }
    return Estimate(
      measure: measure.id, domain: domain, counts: counts.counts,
      satisfied: measure.isBinomial ? counts.satisfied : nil, value: figure.value,
      fraction: figure.fraction, interval: found, design: design, reason: reason,
      losses: losses)
  }

  /// The interval of a figure, or why it has none.
  ///
  /// With a design, as that has it. Else of a share in which each response either counts or does not, by
  /// the report's method on n; of any other measure by its linearised standard error, each response drawn
  /// by itself, and t(n − 1).
  private func interval(
    of measure: MeasurePlan, _ counts: MeasureCounts, _ figure: MeasureFigure,
    _ design: DesignFigures?
  ) -> Result<Interval, NoIntervalReason> {
    let n = counts.counts.answered
    guard figure.value != nil else { return .failure(.noAnswers) }
    if hasDesign { return design?.interval(rule) ?? .failure(.noAnswers) }
    if measure.isBinomial {
      let sample = RateSample(successes: counts.satisfied, trials: n)
      return rule.interval(of: sample).map { .success($0) } ?? .failure(.degenerate)
    }
    return switch simple(measure, counts) {
    case .mean(let mean): mean.interval(level: rule.level)
    case .estimate(let estimate): estimate.interval(in: measure.range, level: rule.level)
    case nil: .failure(.noAnswers)
    }
  }

  /// What is known of a figure of responses drawn simply.
  private enum SimpleFigure {
    case mean(MeanOfRates)
    case estimate(DesignEstimate)
  }

  private func simple(_ measure: MeasurePlan, _ counts: MeasureCounts) -> SimpleFigure? {
    guard let design = try? SampleDesign.simple(responses: counts.counts.answered) else {
      return nil
    }
    if let pairs = measure.pairs {
      return design.meanOfRates(questions: pairs.parts.count) { first, second in
        Self.sums(pairs.pair(first, second, counts.codes))
      }.map { .mean($0) }
    }
    let codes =
      measure.isBinomial
      ? [counts.satisfied, counts.counts.answered - counts.satisfied] : counts.codes
    let scores = measure.isBinomial ? Scores.rate([true, false]) : measure.scores.scores
    return design.estimate(scores, of: Self.sums(codes)).map { .estimate($0) }
  }

  /// The standard error of a figure of responses drawn simply, and its degrees of freedom; `nil` where
  /// nobody answered.
  func simpleError(
    _ measure: MeasurePlan, _ counts: MeasureCounts
  ) -> (standardError: Double, degreesOfFreedom: Int)? {
    switch simple(measure, counts) {
    case .mean(let mean): mean.standardError.map { ($0, mean.degreesOfFreedom) }
    case .estimate(let estimate):
      estimate.standardError.map { ($0, estimate.degreesOfFreedom) }
    case nil: nil
    }
  }

  /// Counts by code as the sums of responses without weights, strata or clusters.
  private static func sums(_ counts: [Int]) -> DesignSums {
    DesignSums(
      counts.enumerated().filter { $0.element > 0 }.map { code, count in
        DesignSums.Row(
          stratum: 0, cluster: 0, cell: 0, code: Int32(code), sum: WeightSum(counted: count))
      })
  }

  /// What the answers say about a target; no verdict where there is an objection to any.
  func judgement(
    _ measure: MeasurePlan, _ counts: MeasureCounts, _ design: DesignFigures?,
    against bound: TargetBound, despite objection: NotJudgedReason?
  ) -> Judgement {
    let figure = MeasureFigure(measure, counts, design: design)
    guard measure.isBinomial, let side = TargetRule.Bound(bound) else {
      return MeanTargetRule(MeanTargetRule.Bound(bound), isCensus: isCensus).judgement(
        isReached: figure.value == nil ? nil : figure.reaches(bound),
        isCensus ? .failure(.degenerate) : interval(of: measure, counts, figure, design),
        despite: objection)
    }
    let target = TargetRule(bound: side, isCensus: isCensus, rule: rule)
    guard hasDesign, counts.counts.answered > 0 else {
      return target.judgement(
        satisfied: counts.satisfied, of: counts.counts.answered, despite: objection)
    }
    guard let design, let rate = design.rate else {
      return .notJudged(objection ?? .noDegreesOfFreedom)
    }
    let judgement = target.judgement(
      of: rate, designEffect: design.designEffect, order: figure.order(from: bound),
      despite: objection)
    // So many of n at a weighted rate are no people: nobody could be told which.
    return design.isWeighted ? judgement.withoutMoreSatisfied : judgement
  }
}

extension TargetRule.Bound {
  /// `nil` of a bound that is no share.
  fileprivate init?(_ bound: TargetBound) {
    guard let share = bound.share else { return nil }
    let exact = Share(numerator: share.numerator, denominator: share.denominator)
    self = if case .atLeast = bound { .atLeast(exact) } else { .atMost(exact) }
  }
}

extension MeanTargetRule.Bound {
  fileprivate init(_ bound: TargetBound) {
    let value = bound.value.value
    self = if case .atLeast = bound { .atLeast(value) } else { .atMost(value) }
  }
}
