import SurveyDefinition
import SurveyStatistics

/// The difference of a measure between two sides, the first less the second, with its interval and test.
///
/// Whatever the figures stand on, a comparison says the same things of them: of counted rates Newcombe's
/// interval and the z test of the pooled rate; of a design's sums the linearised difference; of means
/// without a design, and of two designs, Welch's.
public struct RateComparison: Sendable, Equatable {
  /// The limits of the difference.
  public struct Limits: Sendable, Equatable {
    /// The lower limit, on the measure's scale.
    public let lower: Double
    /// The upper limit, on the measure's scale.
    public let upper: Double
    /// The confidence level, between 0 and 1.
    public let level: Double
    /// The name of the way in which they were found: `newcombe`, `linearised`, `welch`.
    public let method: String
    /// The standard error that they stand on; `nil` of Newcombe's.
    public let standardError: Double?
    /// Whether a limit fell outside of what the difference can be, and was cut there.
    public let isClipped: Bool
  }

  /// A test of the two figures being equal.
  public struct Test: Sendable, Equatable {
    /// The name of the test: `pooled-z`, `linearised-t`, `welch-t`; of answers `pearson-chi2`,
    /// `rao-scott-f`; of the same respondents `mcnemar-exact`.
    public let name: String
    /// z or t, positive where the first figure is higher; X² or F.
    public let statistic: Double
    /// Those of t, which the interval has too, of χ², or the first of F; `nil` of z.
    public let degreesOfFreedom: Double?
    /// The second of F; `nil` of any other.
    public let denominatorDegreesOfFreedom: Double?
    /// The two-sided p-value, 0…1, before any adjustment.
    public let pValue: Double
  }

  /// The first figure less the second, on the measure's scale; `nil` where either has no answers.
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

  private init(difference: Double?, limits: Limits?, test: Test?, reason: EstimateReason?) {
    self.difference = difference
    self.limits = limits
    self.test = test
    self.reason = reason
  }

  /// Of two counted rates.
  init(_ difference: RateDifference, _ test: PooledRateTest) {
    self.init(
      difference,
      Test(
        name: "pooled-z", statistic: test.statistic, degreesOfFreedom: nil,
        denominatorDegreesOfFreedom: nil, pValue: test.pValue))
  }

  /// Of two counted rates of the same respondents.
  init(_ difference: RateDifference, _ test: PairedRateTest) {
    self.init(
      difference,
      Test(
        name: "mcnemar-exact", statistic: test.statistic, degreesOfFreedom: nil,
        denominatorDegreesOfFreedom: nil, pValue: test.exactPValue))
  }

  private init(_ difference: RateDifference, _ test: Test) {
    self.init(
      difference: difference.estimate,
      limits: Limits(
        lower: difference.lower, upper: difference.upper, level: difference.level,
        method: difference.method.rawValue, standardError: nil, isClipped: false),
      test: test, reason: nil)
  }

  /// Of the answers to a question, without a design.
  init(_ test: PearsonTableTest) {
    self.init(
      difference: nil, limits: nil,
      test: Test(
        name: "pearson-chi2", statistic: test.statistic,
        degreesOfFreedom: Double(test.degreesOfFreedom), denominatorDegreesOfFreedom: nil,
        pValue: test.pValue), reason: nil)
  }

  /// Of the answers to a question, by a design.
  init(_ test: RaoScottTest) {
    self.init(
      difference: nil, limits: nil,
      test: Test(
        name: "rao-scott-f", statistic: test.statistic, degreesOfFreedom: test.numeratorDegrees,
        denominatorDegreesOfFreedom: test.denominatorDegrees, pValue: test.pValue), reason: nil)
  }

  /// - Parameter estimate: the difference as the two sides print it.
  init(_ found: LinearisedDifference, of estimate: Double) {
    self.init(
      difference: estimate,
      limits: Limits(
        lower: found.lower, upper: found.upper, level: found.level,
        method: LinearisedDifference.method, standardError: found.standardError,
        isClipped: found.isClipped),
      test: Test(
        name: "linearised-t", statistic: found.statistic,
        degreesOfFreedom: Double(found.degreesOfFreedom), denominatorDegreesOfFreedom: nil,
        pValue: found.pValue), reason: nil)
  }

  /// - Parameter estimate: the difference as the two sides print it.
  init(_ found: WelchDifference, of estimate: Double, level: Double) {
    self.init(
      difference: estimate,
      limits: Limits(
        lower: found.lower, upper: found.upper, level: level, method: WelchDifference.method,
        standardError: found.standardError, isClipped: found.isClipped),
      test: Test(
        name: "welch-t", statistic: found.statistic, degreesOfFreedom: found.degreesOfFreedom,
        denominatorDegreesOfFreedom: nil, pValue: found.pValue), reason: nil)
  }
}

extension RateComparison {
  /// Whether a difference is shown: by the adjusted p-value *and* by an interval without 0.
  func isShown(_ adjustedPValue: Double?, level: Double) -> Bool {
    guard let limits, let adjustedPValue else { return false }
    return adjustedPValue <= 1 - level && (limits.lower > 0 || limits.upper < 0)
  }

  /// Why nothing is said of a difference; `nil` where something is.
  ///
  /// - Parameter isSmall: whether it stands on too few answers.
  func objection(isSmall: Bool) -> NotJudgedReason? {
    switch reason {
    case .noAnswers: .noAnswers
    case .degenerate: .degenerate
    case .noDegreesOfFreedom: isSmall ? .tooFew : .noDegreesOfFreedom
    case .census: nil
    case nil: test != nil && isSmall ? .tooFew : nil
    }
  }
}

extension Estimator {
  /// The difference of a measure between two sides that have no response in common.
  ///
  /// The one place where differences are worked out: of a report, a scorecard and a comparison alike.
  ///
  /// - Parameters:
  ///   - sides: the two sides with their figures.
  ///   - sums: what these were worked out of.
  ///   - areOfOneDesign: whether both are domains of one sample, and not of two.
  func comparison(
    _ sides: (first: ComparedSide, second: ComparedSide),
    _ sums: (first: SideSums, second: SideSums),
    areOfOneDesign: Bool
  ) -> RateComparison {
    guard let one = sides.first.value, let other = sides.second.value else {
      return .untested(nil, for: .noAnswers)
    }
    let difference = one - other
    if isCensus { return .untested(difference, for: .census) }
    let isCounted = sums.first.frame == nil && sums.second.frame == nil
    if isCounted, let left = sides.first.sample, let right = sides.second.sample {
      guard let found = RateDifference.newcombe(left, minus: right, level: level),
        let test = PooledRateTest(left, right)
      else { return .untested(nil, for: .noAnswers) }
      return RateComparison(found, test)
    }
    let range = sums.first.measure.differences
    if areOfOneDesign, let frame = sums.first.frame {
      let found = sums.first.rows.difference(
        from: sums.second.rows, sums.first.measure, frame, in: range, level: level)
      return switch found {
      case .success(let found): RateComparison(found, of: difference)
      case .failure(let reason): .untested(difference, for: EstimateReason(reason))
      }
    }
    let parts = [(sides.first, sums.first), (sides.second, sums.second)].map(part)
    guard let left = parts[0], let right = parts[1] else {
      return .untested(difference, for: .noDegreesOfFreedom)
    }
    return switch WelchDifference.between(left, and: right, in: range, level: level) {
    case .success(let found): RateComparison(found, of: difference, level: level)
    case .failure(let reason): .untested(difference, for: EstimateReason(reason))
    }
  }

  /// A side by itself, of a sample of its own; `nil` where nothing tells its standard error.
  private func part(_ side: ComparedSide, _ sums: SideSums) -> WelchDifference.Side? {
    let value = side.value ?? 0
    if sums.frame != nil {
      guard let design = side.design, let error = design.standardError else { return nil }
      return WelchDifference.Side(
        value: value, standardError: error, degreesOfFreedom: design.degreesOfFreedom)
    }
    guard let simple = simpleError(sums.measure, sums.counts) else { return nil }
    return WelchDifference.Side(
      value: value, standardError: simple.standardError, degreesOfFreedom: simple.degreesOfFreedom)
  }

  /// Whether the interval of a difference of counted rates excludes 0 at a level of its own.
  func isDifferent(_ first: ComparedSide, _ second: ComparedSide, level: Double) -> Bool {
    guard let left = first.sample, let right = second.sample,
      let difference = RateDifference.newcombe(left, minus: right, level: level)
    else { return false }
    return difference.lower > 0 || difference.upper < 0
  }
}

extension MeasurePlan {
  /// What a difference of two figures can be.
  var differences: ClosedRange<Double> {
    let width = range.upperBound - range.lowerBound
    return -width...width
  }
}

extension ComparedSide {
  /// Those that count among those who answered, where each either does or does not; `nil` of nobody.
  fileprivate var sample: RateSample? {
    n == 0 ? nil : satisfied.map { RateSample(successes: $0, trials: n) }
  }

  /// Whether a test of this side and another expects fewer than 5 answers in a cell of the table; false
  /// where each response adds more or less.
  ///
  /// So W. G. Cochran (1954, Biometrics 10:417); R's `prop.test` warns there.
  func expectsFew(beside other: ComparedSide) -> Bool {
    guard let satisfied, let satisfiedThere = other.satisfied else { return false }
    let smaller = min(n, other.n)
    let all = n + other.n
    guard all > 0 else { return false }
    let part = min(satisfied + satisfiedThere, all - satisfied - satisfiedThere)
    return Proportion(smaller, of: all) < Proportion(5, of: part)
  }
}
