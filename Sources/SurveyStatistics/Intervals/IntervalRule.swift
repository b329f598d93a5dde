/// How intervals are made; estimates and verdicts of one report share one rule.
public struct IntervalRule: Sendable, Equatable {
  /// How the limits are found.
  public let method: IntervalMethod
  /// The confidence level, strictly between 0 and 1: 0.95 for 95 %.
  public let level: Double
  /// The normal distribution's critical value for the level, worked out once for many rows.
  private let critical: Double

  /// Creates a rule.
  ///
  /// - Precondition: `0 < level < 1`.
  public init(_ method: IntervalMethod, level: Double) {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    self.method = method
    self.level = level
    critical = NormalDistribution.criticalValue(level: level)
  }

  /// The interval of a rate of answers that are counted alike, without any design.
  ///
  /// `beta` and `beta-nchs` then are Clopper and Pearson's; `wald` (`mean`), `xlogit` (`logit`) and
  /// `asin` take √(p (1 − p) / n) and the normal distribution.
  ///
  /// - Returns: `nil` where nobody answered, and where the method has no limits, as Wald's at 0 and 1.
  /// - Complexity: that of the method's own function of ``Interval``.
  public func interval(of sample: RateSample) -> Interval? {
    switch method {
    case .wilson: .wilson(sample, level: level, critical: critical)
    case .clopperPearson: .clopperPearson(sample, level: level)
    case .beta, .betaNCHS: Interval.clopperPearson(sample, level: level)?.named(method)
    case .agrestiCoull: .agrestiCoull(sample, level: level)
    case .jeffreys: .jeffreys(sample, level: level)
    case .wald, .mean: byError(sample) { Interval.wald($0, level: level, critical: $1) }
    case .xlogit, .logit: byError(sample) { Interval.xlogit($0, level: level, critical: $1) }
    case .asin: byError(sample) { Interval.asin($0, level: level, critical: $1) }
    }
  }

  private func byError(
    _ sample: RateSample, _ make: (RateEstimate, Double) -> Interval?
  ) -> Interval? {
    guard sample.successes > 0, sample.failures > 0 else { return nil }
    let estimate = RateEstimate(
      rate: sample.rate, complement: sample.complement,
      standardError: (sample.rate * sample.complement / sample.trials).squareRoot(),
      degreesOfFreedom: 1, n: max(1, Int(sample.trials)), position: .between)
    return make(estimate, critical)?.named(method)
  }
}
