/// A rate as a design estimates it, with all that an interval takes.
public struct RateEstimate: Sendable, Equatable {
  /// Where the rate is exactly, as integers tell: no tolerance puts an estimate at an end.
  public enum Position: Sendable, Equatable {
    /// Nobody of those who answered is satisfied: Σwy = 0.
    case atZero
    /// Some are, some are not.
    case between
    /// All are: Σwy = Σw.
    case atOne
  }

  /// The rate, 0…1; exactly 0 and 1 at the ends.
  public let rate: Double
  /// 1 − rate, with its own digits.
  public let complement: Double
  /// The standard error, 0 or more.
  public let standardError: Double
  /// The degrees of freedom of the domain; where there are none there is no interval.
  public let degreesOfFreedom: Int
  /// The answers of the domain, n, without weights.
  public let n: Int
  /// Where the rate is by integers.
  public let position: Position
  /// Kish's effective n, what unequal weights alone leave of n; n where it is not known.
  public let kishN: Double

  /// A design effect below which the clusters are taken to be alike.
  static let leastDesignEffect = 1e-9

  /// Creates an estimate from its parts.
  ///
  /// - Precondition: the standard error is finite and not negative.
  public init(
    rate: Double, complement: Double, standardError: Double, degreesOfFreedom: Int, n: Int,
    position: Position, kishN: Double? = nil
  ) {
    precondition(standardError >= 0 && standardError.isFinite, "a standard error is a number")
    precondition(n >= 0, "a number of answers is not negative")
    self.rate = position == .atZero ? 0 : position == .atOne ? 1 : rate
    self.complement = position == .atZero ? 1 : position == .atOne ? 0 : complement
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.n = n
    self.position = position
    self.kishN = min(Double(n), kishN ?? Double(n))
  }

  /// Whether the standard error says anything: between the ends, and clusters not all alike.
  var hasError: Bool { position == .between && !hasZeroVariance }

  /// Whether all clusters are alike between the ends: V / (p (1 − p) / n) is under 1e-9.
  var hasZeroVariance: Bool {
    guard position == .between else { return false }
    // A rate that is 1 but for rounding, of a sample without error, has 0 on both sides.
    return standardError * standardError * Double(n)
      <= Self.leastDesignEffect * (rate * complement)
  }

  /// p (1 − p) / V: the answers that would give this variance if drawn simply; `nil` without an error.
  public var effectiveN: Double? {
    guard hasError else { return nil }
    return rate * complement / (standardError * standardError)
  }

  /// The answers as they were counted, at the rate of the design.
  var onN: RateSample { RateSample(rate: rate, complement: complement, trials: Double(n)) }

  /// The effective answers, at the rate of the design.
  func onEffectiveN(times factor: Double = 1, atMost most: Double = .infinity) -> RateSample? {
    effectiveN.map {
      RateSample(rate: rate, complement: complement, trials: min($0 * factor, most))
    }
  }
}
