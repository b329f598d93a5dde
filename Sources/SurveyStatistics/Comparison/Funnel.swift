/// The limits within which units' rates lie round the pooled rate, if nothing but chance sets them apart.
///
/// D. J. Spiegelhalter (2005, Statistics in Medicine 24:1185): at n answers the lower limits are the
/// quantiles of the binomial distribution of the pooled rate, interpolated between counts, so that a unit
/// lies below one exactly where the probability of its count or fewer is smaller than the tail. The upper
/// limits are those of the answers that are not satisfied, mirrored; with his own, which are interpolated
/// the same way, 1 of 1 would lie above 97.1 % at a pooled rate of 86.1 %. Where answers resemble
/// one another (``OverDispersion``), each limit's distance from the pooled rate is √φ times as long, his
/// multiplicative model; φ under 1 narrows nothing.
public struct Funnel: Sendable, Equatable {
  /// The limits at one number of answers.
  public struct Limits: Sendable, Equatable {
    /// Of 95 %, the lower one.
    public let lower95: Double
    /// Of 95 %, the upper one.
    public let upper95: Double
    /// Of 99.8 %, the lower one.
    public let lower998: Double
    /// Of 99.8 %, the upper one.
    public let upper998: Double
  }

  /// The pooled rate, strictly between 0 and 1.
  public let center: Double
  /// 1 − the pooled rate.
  private let rest: Double
  /// φ, at least 1.
  public let phi: Double

  /// A funnel round the rate of all units together.
  ///
  /// - Parameters:
  ///   - pooled: `nil` is returned without answers, and where all or none are satisfied: nothing then
  ///     sets units apart.
  ///   - phi: the over-dispersion; 1 where it is not shown.
  public init?(pooled: RateSample, phi: Double = 1) {
    guard pooled.trials > 0, pooled.successes > 0, pooled.failures > 0 else { return nil }
    center = pooled.rate
    rest = pooled.complement
    self.phi = max(1, phi)
  }

  /// The limits of a unit; `nil` without answers.
  ///
  /// 0…1; cut there, where the interpolation or φ leads past.
  ///
  /// - Complexity: O(log n) binomial tails.
  public func limits(at n: Int) -> Limits? {
    guard n > 0 else { return nil }
    let satisfied = BinomialDistribution(trials: n, probability: center)
    let others = BinomialDistribution(trials: n, probability: rest)
    let width = phi.squareRoot()
    func limit(_ distance: Double) -> Double { min(1, max(0, center + width * distance)) }
    func below(_ tail: Double) -> Double {
      limit(satisfied.lowerLimit(tail) / Double(n) - center)
    }
    func above(_ tail: Double) -> Double { limit(rest - others.lowerLimit(tail) / Double(n)) }
    return Limits(
      lower95: below(0.025), upper95: above(0.025), lower998: below(0.001), upper998: above(0.001))
  }

  /// The side on which a unit lies outside of 95 or 99.8 %, by how sure it is.
  public enum Outside: String, Sendable, CaseIterable {
    /// Below the limit of 99.8 %.
    case farBelow = "below-99.8"
    /// Below that of 95 %.
    case below = "below-95"
    /// Above that of 95 %.
    case above = "above-95"
    /// Above that of 99.8 %.
    case farAbove = "above-99.8"
  }

  /// Where a unit's rate lies outside; `nil` inside, and without answers.
  public func outside(_ sample: RateSample) -> Outside? {
    guard sample.trials > 0, let limits = limits(at: Int(sample.trials)) else { return nil }
    let rate = sample.rate
    if rate < limits.lower998 { return .farBelow }
    if rate < limits.lower95 { return .below }
    if rate > limits.upper998 { return .farAbove }
    return rate > limits.upper95 ? .above : nil
  }
}

extension BinomialDistribution {
  /// The count below which lies `tail`, interpolated: x − (F(x) − tail)/f(x) at the first x with
  /// F(x) ≥ tail.
  fileprivate func lowerLimit(_ tail: Double) -> Double {
    var (below, at) = (-1, trials)
    while at - below > 1 {
      let middle = below + (at - below) / 2
      if atMost(middle) >= tail { at = middle } else { below = middle }
    }
    let sum = atMost(at)
    let single = sum - atMost(at - 1)
    return single > 0 ? Double(at) - (sum - tail) / single : Double(at)
  }
}
