/// A rate and the answers that it stands on, of which an interval is made.
///
/// Counted answers are whole numbers. A rate that is tried on another number of answers gives parts of
/// answers: 0.9 of 25 are 22.5.
public struct RateSample: Sendable, Equatable {
  /// The answers that satisfy, from 0 to `trials`.
  public let successes: Double
  /// The other answers: `trials − successes`, with full precision next to a rate of 1.
  public let failures: Double
  /// All answers, n; an interval takes at least some.
  public let trials: Double

  /// The sample of counted answers.
  ///
  /// - Precondition: `0 ≤ successes ≤ trials`.
  public init(successes: Int, trials: Int) {
    precondition(trials >= 0, "a number of trials is not negative")
    precondition((0...trials).contains(successes), "successes lie between 0 and the trials")
    self.successes = Double(successes)
    self.failures = Double(trials - successes)
    self.trials = Double(trials)
  }

  private init(successes: Double, failures: Double, trials: Double) {
    self.successes = successes
    self.failures = failures
    self.trials = trials
  }

  /// A rate on a number of answers that need not be whole, such as the effective answers of a design.
  ///
  /// - Parameters:
  ///   - rate: 0…1.
  ///   - complement: 1 − rate, with its own digits.
  ///   - trials: above 0 and finite.
  init(rate: Double, complement: Double, trials: Double) {
    self.init(successes: rate * trials, failures: complement * trials, trials: trials)
  }

  /// A weighted rate on the answers that it was made of.
  ///
  /// - Precondition: `rate` lies in 0…1, and there are answers.
  public init(rate: Double, trials: Int) {
    precondition((0...1).contains(rate) && trials > 0, "a rate of answers lies between 0 and 1")
    self.init(rate: rate, complement: 1 - rate, trials: Double(trials))
  }

  /// The rate, 0…1; of no answers not a number.
  var rate: Double { successes / trials }
  /// 1 − rate, with full precision next to a rate of 1.
  var complement: Double { failures / trials }

  /// The same rate on another number of answers; the sample itself must have some.
  func resized(to trials: Int) -> RateSample {
    let trials = Double(trials)
    return RateSample(
      successes: successes / self.trials * trials, failures: failures / self.trials * trials,
      trials: trials)
  }
}
