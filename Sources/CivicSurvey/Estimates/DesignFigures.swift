import SurveyStatistics

/// What a sample's design says of one estimate, beside its counts.
public struct DesignFigures: Sendable {
  /// The estimate on the measure's own scale, of weighted sums.
  public let value: Double
  /// Σw of the answers in the base; of a mean of rates, of all who answered any of the questions.
  public let weightedN: Double
  /// Σw of those that satisfy, or Σwy of a measure in which each adds more or less; `nil` of a mean of
  /// rates.
  public let weightedSatisfied: Double?
  /// The linearised standard error, 0 or more; `nil` where no stratum tells any.
  public let standardError: Double?
  /// Clusters less strata with an answer in the domain, or answers less strata.
  public let degreesOfFreedom: Int
  /// The clusters with an answer in the domain; without clusters the answers.
  public let clusters: Int
  /// The variance over that of as many answers drawn simply with replacement; `nil` for fewer than two
  /// answers, where all answered alike, and of a mean of rates.
  public let designEffect: Double?
  /// Kish's effective n, what unequal weights alone leave of the answers.
  public let kishN: Double?
  /// Whether responses have weights, their own or those of margins.
  public let isWeighted: Bool
  /// Σw of what counts and of the base, exact: what is compared with a target.
  ///
  /// `nil` of a measure in which each response adds more or less, and of weights that were brought to
  /// margins, which are no whole numbers of anything.
  let exact: (satisfied: UInt128, base: UInt128)?
  /// The base's figures, without a linearised variable: it has a number for each row of the sums.
  private let base: DesignEstimate
  private let range: ClosedRange<Double>
  private let isBinomial: Bool
  private let mean: MeanOfRates?

  init(
    _ estimate: DesignEstimate, _ sums: DesignSums, _ measure: MeasurePlan, _ frame: DesignFrame
  ) {
    value = estimate.value
    weightedN = estimate.weightedN
    weightedSatisfied = estimate.weightedNumerator
    standardError = estimate.standardError
    degreesOfFreedom = estimate.degreesOfFreedom
    clusters = estimate.clusters
    designEffect = estimate.designEffect
    kishN = estimate.kishN
    isWeighted = frame.isWeighted
    isBinomial = measure.isBinomial
    let counts =
      isBinomial && frame.margins == nil
      ? sums.counts(of: measure.scores.numerator.map { $0 > 0 }) : nil
    exact = counts.map { ($0.satisfied.weight, $0.base.weight) }
    base = estimate.withoutInfluence
    range = measure.range
    mean = nil
  }

  /// - Parameter base: of who answered any of the questions.
  init(_ mean: MeanOfRates, base: DesignEstimate, _ frame: DesignFrame) {
    value = mean.value
    weightedN = base.weightedN
    weightedSatisfied = nil
    standardError = mean.standardError
    degreesOfFreedom = mean.degreesOfFreedom
    clusters = base.clusters
    designEffect = nil
    kishN = base.kishN
    isWeighted = frame.isWeighted
    exact = nil
    self.base = base.withoutInfluence
    range = 0...1
    isBinomial = false
    self.mean = mean
  }

  /// The answers that would tell as much if drawn simply: n over the design effect.
  public var effectiveN: Double? {
    designEffect.flatMap { $0 > 0 ? Double(base.n) / $0 : nil }
  }

  /// The standard error over the estimate; `nil` without one, and of an estimate of 0.
  public var relativeStandardError: Double? {
    guard let standardError, value != 0 else { return nil }
    return standardError / abs(value)
  }

  /// The rate, as verdicts take it; `nil` without a standard error.
  var rate: RateEstimate? { base.rate }

  /// The interval by the report's rule, or Student's of a measure in which each adds more or less.
  func interval(_ rule: IntervalRule) -> Result<Interval, NoIntervalReason> {
    if let mean { return mean.interval(level: rule.level) }
    guard isBinomial else { return base.interval(in: range, level: rule.level) }
    return rule.outcome(of: base)
  }
}

extension DesignFigures: Equatable {
  /// Equal in every figure.
  public static func == (left: DesignFigures, right: DesignFigures) -> Bool {
    left.base == right.base && left.mean == right.mean
      && left.exact?.satisfied == right.exact?.satisfied && left.exact?.base == right.exact?.base
  }
}
