/// The number of successes in independent trials of one probability; its tails are exact tests.
///
/// Tails come from the incomplete beta (Abramowitz and Stegun 1964, 26.5.24) and keep their relative
/// precision, to 3e-13, down to 1e-300, for up to 10¹⁵ trials.
public struct BinomialDistribution: Sendable, Equatable {
  /// The number of trials, n ≥ 0.
  public let trials: Int
  /// The probability of a success, 0…1.
  public let probability: Double

  /// Creates the distribution of successes in `trials` trials.
  ///
  /// - Precondition: `trials ≥ 0` and `0 ≤ probability ≤ 1`.
  public init(trials: Int, probability: Double) {
    precondition(trials >= 0, "a number of trials is not negative")
    precondition((0...1).contains(probability), "a probability lies between 0 and 1")
    self.trials = trials
    self.probability = probability
  }

  /// P(X ≥ successes): the exact one-sided test of "the probability is no larger than this".
  ///
  /// R: `pbinom(successes - 1, trials, probability, lower.tail = FALSE)`, the p-value of
  /// `binom.test(successes, trials, probability, alternative = "greater")`. 1 for `successes ≤ 0`, 0
  /// for more than `trials`.
  public func atLeast(_ successes: Int) -> Double {
    if successes <= 0 { return 1 }
    if successes > trials { return 0 }
    return beta(from: successes).lowerTail(probability)
  }

  /// P(X ≤ successes): the exact one-sided test of "the probability is no smaller than this".
  ///
  /// R: `pbinom(successes, trials, probability)`, the p-value of
  /// `binom.test(successes, trials, probability, alternative = "less")`. 0 for `successes < 0`, 1 for
  /// `trials` or more.
  public func atMost(_ successes: Int) -> Double {
    if successes < 0 { return 0 }
    if successes >= trials { return 1 }
    return beta(from: successes + 1).upperTail(probability)
  }

  /// P(X ≥ first) = I_p(first, trials − first + 1), for `first` from 1 to `trials`.
  private func beta(from first: Int) -> BetaDistribution {
    BetaDistribution(a: Double(first), b: Double(trials - first) + 1)
  }
}
