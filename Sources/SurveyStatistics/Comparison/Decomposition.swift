/// The change of a rate between two periods, split into what a changed mix of groups did and what changed
/// within them.
///
/// E. M. Kitagawa (1955, Journal of the American Statistical Association 50:1168): with the shares s and
/// rates r of the groups, mix = Σ (s₂ − s₁)(r₁ + r₂)/2 and rate = Σ (r₂ − r₁)(s₁ + s₂)/2. There is no
/// remainder: both together are the difference. A group without responses in one period has no rate there;
/// it takes that of the other period, and all that it does is mix.
public struct Decomposition: Sendable, Equatable {
  /// One group in one period: Σw of its base, and of those who satisfy (or Σwy of a mean).
  public struct Group: Sendable, Equatable {
    /// The base, n or Σw; 0 or more.
    public let base: Double
    /// The satisfied among it, or any sum of scores.
    public let satisfied: Double

    /// Creates a group.
    public init(base: Double, satisfied: Double) {
      self.base = base
      self.satisfied = satisfied
    }
  }

  /// What each group did by its share, in the order given.
  public let mixByGroup: [Double]
  /// What each group did by its rate, in the order given.
  public let rateByGroup: [Double]
  /// What the mix did, on the measure's own scale.
  public let mix: Double
  /// What the rates within groups did.
  public let rate: Double
  /// The second period's rate less the first's: mix + rate, to the last bit.
  public var difference: Double { mix + rate }

  /// The decomposition over the same groups in two periods; `nil` where either has no responses.
  ///
  /// - Precondition: both have the same groups in the same order.
  /// - Complexity: O(groups).
  public init?(from first: [Group], to second: [Group]) {
    precondition(first.count == second.count, "both periods have the same groups")
    let total = (
      first: first.reduce(0) { $0 + $1.base }, second: second.reduce(0) { $0 + $1.base }
    )
    guard total.first > 0, total.second > 0 else { return nil }
    var (mixes, rates): ([Double], [Double]) = ([], [])
    for (one, other) in zip(first, second) {
      let share = (first: one.base / total.first, second: other.base / total.second)
      let known = (
        first: one.base > 0 ? one.satisfied / one.base : nil,
        second: other.base > 0 ? other.satisfied / other.base : nil
      )
      let before = known.first ?? known.second ?? 0
      let after = known.second ?? before
      mixes.append((share.second - share.first) * (before + after) / 2)
      rates.append((after - before) * (share.first + share.second) / 2)
    }
    mixByGroup = mixes
    rateByGroup = rates
    mix = mixes.reduce(0, +)
    rate = rates.reduce(0, +)
  }
}
