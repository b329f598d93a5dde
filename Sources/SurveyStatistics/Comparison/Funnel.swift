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
    self.init(rate: pooled.rate, complement: pooled.complement, phi: phi)
  }

  /// A funnel round a rate that is not counted, such as a weighted one.
  ///
  /// - Parameters:
  ///   - rate: `nil` is returned unless it lies strictly between 0 and 1.
  ///   - phi: what one answer's variance is more than that of an independent one: a design effect.
  public init?(rate: Double, phi: Double) {
    self.init(rate: rate, complement: 1 - rate, phi: phi)
  }

  private init?(rate: Double, complement: Double, phi: Double) {
    guard rate > 0, complement > 0 else { return nil }
    center = rate
    rest = complement
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

  /// The probability that a unit of the pooled rate lies outside of 95 % by chance alone; `nil` where that is
  /// not known, for answers resemble one another (φ above 1), and without answers.
  ///
  /// Exact: of few answers far less than 5 %, of one often 0.
  ///
  /// - Complexity: O(log n) binomial tails.
  public func chanceOutside(at n: Int) -> Double? {
    guard n > 0, phi == 1 else { return nil }
    return [center, rest].reduce(0) { sum, probability in
      let distribution = BinomialDistribution(trials: n, probability: probability)
      return sum + distribution.atMost(distribution.firstCount(reaching: 0.025) - 1)
    }
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
    return limits.outside(sample.rate)
  }

  /// The probability of a rate as far out as this one, on either side, if nothing but chance sets units
  /// apart; 1 without answers.
  ///
  /// Twice the smaller tail, interpolated and stretched by √φ as the limits are: at most 5 and 0.2 %
  /// exactly where the rate is outside of the limits of 95 and 99.8 % or on one.
  ///
  /// - Complexity: O(1) binomial tails.
  public func pValue(_ sample: RateSample) -> Double {
    guard sample.trials > 0 else { return 1 }
    let (n, width) = (sample.trials, phi.squareRoot())
    func tail(_ probability: Double, _ count: Double) -> Double {
      let middle = n * probability
      return BinomialDistribution(trials: Int(n), probability: probability)
        .interpolated(atMost: middle + (count - middle) / width)
    }
    return min(1, 2 * min(tail(center, sample.successes), tail(rest, sample.failures)))
  }
}

extension Funnel.Limits {
  /// Where a rate lies outside of them; `nil` inside.
  public func outside(_ rate: Double) -> Funnel.Outside? {
    if rate < lower998 { return .farBelow }
    if rate < lower95 { return .below }
    if rate > upper998 { return .farAbove }
    return rate > upper95 ? .above : nil
  }
}

extension BinomialDistribution {
  /// The count below which lies `tail`, interpolated: x − (F(x) − tail)/f(x) at the first x with
  /// F(x) ≥ tail.
  fileprivate func lowerLimit(_ tail: Double) -> Double {
    let at = firstCount(reaching: tail)
    let sum = atMost(at)
    let single = sum - atMost(at - 1)
    return single > 0 ? Double(at) - (sum - tail) / single : Double(at)
  }

  /// The first x with F(x) ≥ tail.
  fileprivate func firstCount(reaching tail: Double) -> Int {
    var (below, at) = (-1, trials)
    while at - below > 1 {
      let middle = below + (at - below) / 2
      if atMost(middle) >= tail { at = middle } else { below = middle }
    }
    return at
  }

  /// The tail below which lies `count`, between whole counts interpolated: what ``lowerLimit(_:)`` undoes.
  fileprivate func interpolated(atMost count: Double) -> Double {
    guard count > -1 else { return 0 }
    let at = Int(min(Double(trials), count.rounded(.up)))
    let sum = atMost(at)
    let missing = Double(at) - count
    return missing > 0 ? sum - missing * (sum - atMost(at - 1)) : sum
  }
}
