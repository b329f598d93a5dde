import SurveyDefinition
import SurveyStatistics

/// The difference of two rates, the first less the second, with its interval and test.
///
/// Whatever the rates stand on, a comparison says the same things of them: of counts, Newcombe's
/// interval and the z test of the pooled rate; of a design's sums it would be the linearised ones.
public struct RateComparison: Sendable, Equatable {
  /// The limits of the difference.
  public struct Limits: Sendable, Equatable {
    /// The lower limit, -1…1.
    public let lower: Double
    /// The upper limit, -1…1.
    public let upper: Double
    /// The confidence level, between 0 and 1.
    public let level: Double
    /// The name of the way in which they were found: `newcombe`.
    public let method: String
  }

  /// A test of the two rates being equal.
  public struct Test: Sendable, Equatable {
    /// The name of the test: `pooled-z`.
    public let name: String
    /// z or t, positive where the first rate is higher.
    public let statistic: Double
    /// Those of t; `nil` of z.
    public let degreesOfFreedom: Int?
    /// The two-sided p-value, 0…1, before any adjustment.
    public let pValue: Double
  }

  /// The first rate less the second, -1…1; `nil` where either has no answers.
  public let difference: Double?
  /// The limits; `nil` with a `reason`.
  public let limits: Limits?
  /// The test; `nil` with a `reason`.
  public let test: Test?
  /// Why the difference, or its limits and test, are missing.
  public let reason: EstimateReason?

  /// A difference without limits or test; or none at all.
  static func untested(_ difference: Double?, for reason: EstimateReason) -> RateComparison {
    RateComparison(difference: difference, limits: nil, test: nil, reason: reason)
  }
}

extension Estimator {
  /// The name of the test of two counted rates.
  private static let pooledTest = "pooled-z"

  /// The difference of a measure between two domains that have no response in common.
  ///
  /// The one place where differences are worked out: of a report, a scorecard and a comparison alike.
  func comparison(_ first: MeasureCounts, _ second: MeasureCounts) -> RateComparison {
    guard let one = first.rate, let other = second.rate else {
      return .untested(nil, for: .noAnswers)
    }
    if isCensus { return .untested(one - other, for: .census) }
    let (left, right) = (first.sample, second.sample)
    guard let difference = RateDifference.newcombe(left, minus: right, level: level),
      let test = PooledRateTest(left, right)
    else { return .untested(nil, for: .noAnswers) }
    return RateComparison(
      difference: difference.estimate,
      limits: RateComparison.Limits(
        lower: difference.lower, upper: difference.upper, level: level,
        method: difference.method.rawValue),
      test: RateComparison.Test(
        name: Self.pooledTest, statistic: test.statistic, degreesOfFreedom: nil,
        pValue: test.pValue),
      reason: nil)
  }

  /// Whether the interval of a difference excludes 0 at a level of its own.
  func isDifferent(_ first: MeasureCounts, _ second: MeasureCounts, level: Double) -> Bool {
    guard
      let difference = RateDifference.newcombe(
        first.sample, minus: second.sample, level: level)
    else { return false }
    return difference.lower > 0 || difference.upper < 0
  }
}

extension Estimator {
  /// Whether differences of a measure are tested: where each response either counts or does not, and is
  /// one of n.
  func compares(_ measure: Measure) -> Bool { measure.rule.isBinomial && !hasDesign }
}

extension MeasureCounts {
  /// satisfied / n, 0…1; `nil` if n is 0.
  fileprivate var rate: Double? {
    counts.answered == 0 ? nil : Double(satisfied) / Double(counts.answered)
  }

  /// The satisfied among those who answered.
  fileprivate var sample: RateSample {
    RateSample(successes: satisfied, trials: counts.answered)
  }

  /// Whether the z test of these and other counts expects fewer than 5 answers in a cell of the table.
  ///
  /// So W. G. Cochran (1954, Biometrics 10:417); R's `prop.test` warns there.
  func expectsFew(beside other: MeasureCounts) -> Bool {
    let smaller = min(counts.answered, other.counts.answered)
    let all = counts.answered + other.counts.answered
    guard all > 0 else { return false }
    let part = min(satisfied + other.satisfied, all - satisfied - other.satisfied)
    let least = smaller.multipliedFullWidth(by: part)
    let limit = all.multipliedFullWidth(by: 5)
    return (least.high, least.low) < (limit.high, limit.low)
  }
}
