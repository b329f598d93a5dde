/// A target and how answers are held against it.
///
/// The estimate satisfied / n is compared with the target in integers; of a sample, the interval of
/// `rule` then says how sure that is. For `atLeast`:
///
/// | verdict | when |
/// |---|---|
/// | `met` | lower limit ≥ target |
/// | `reachedNotShown` | estimate ≥ target > lower limit |
/// | `notReachedNotExcluded` | upper limit ≥ target > estimate |
/// | `missed` | target > upper limit |
/// | `notJudged`, `tooFew` | n of n would not be `met`, and it is not `missed` |
/// | `notJudged`, `noAnswers` | n = 0 |
///
/// `atMost` mirrors every comparison, and 0 of n takes the place of n of n. A target of 100 % can
/// therefore be missed by a sample, never met: n of n is `tooFew` for every n, and a single answer
/// that is not satisfied makes it `missed`. A census is `met` or `missed` by the fraction.
public struct TargetRule: Sendable, Equatable {
  /// The side on which a rate is good.
  public enum Bound: Sendable, Equatable {
    /// The rate must be at or above the share.
    case atLeast(Share)
    /// The rate must be at or below the share.
    case atMost(Share)
  }

  /// The target.
  public let bound: Bound
  /// True where everyone is in the data: no interval, no p-value.
  public let isCensus: Bool
  /// How the interval is made; a census has no use for it.
  public let rule: IntervalRule

  /// Creates a rule.
  public init(bound: Bound, isCensus: Bool, rule: IntervalRule) {
    self.bound = bound
    self.isCensus = isCensus
    self.rule = rule
  }

  /// What `satisfied` of `n` answers say about the target.
  ///
  /// The p-value is P(X ≥ satisfied | n, target) for `atLeast` and P(X ≤ satisfied | n, target) for
  /// `atMost`, R's `binom.test(satisfied, n, target, alternative)$p.value`. Of a census,
  /// `moreSatisfiedNeeded` is exact by the fraction: ⌈n · target⌉ − satisfied, if positive.
  ///
  /// - Parameters:
  ///   - satisfied: from 0 to `n`.
  ///   - n: the answered base; 0 gives `notJudged` with reason `noAnswers`.
  /// - Complexity: O(log n) intervals, O(√min(n, 1000)) for the p-value.
  public func judgement(satisfied: Int, of n: Int) -> Judgement {
    precondition(n >= 0 && (0...n).contains(satisfied), "satisfied lies between 0 and n")
    if n == 0 { return .notJudged(.noAnswers) }
    if isCensus { return censusJudgement(satisfied: satisfied, of: n) }
    let sample = RateSample(successes: satisfied, trials: n)
    guard let interval = rule.interval(of: sample) else { return .notJudged(.noAnswers) }
    switch bound {
    case .atLeast(let share):
      return sampleJudgement(satisfied: satisfied, of: n, interval: interval, atLeast: share)
    case .atMost(let share):
      return sampleJudgement(satisfied: satisfied, of: n, interval: interval, atMost: share)
    }
  }

  private func censusJudgement(satisfied: Int, of n: Int) -> Judgement {
    switch bound {
    case .atLeast(let share):
      let missing = max(0, share.smallestCount(reachingOutOf: n) - satisfied)
      return Judgement(verdict: missing == 0 ? .met : .missed, moreSatisfiedNeeded: missing)
    case .atMost(let share):
      return Judgement(verdict: share.order(of: satisfied, outOf: n) == .above ? .missed : .met)
    }
  }

  private func sampleJudgement(
    satisfied: Int, of n: Int, interval: Interval, atLeast share: Share
  ) -> Judgement {
    let needed = moreSatisfiedNeeded(than: satisfied, of: n, toShow: share)
    let verdict = Self.verdict(
      isReached: share.order(of: satisfied, outOf: n) != .below,
      isShown: needed == 0,
      isExcluded: interval.upper < share.value,
      canBeShown: needed != nil)
    return Judgement(
      verdict: verdict,
      reason: verdict == .notJudged ? .tooFew : nil,
      interval: interval,
      pValue: BinomialDistribution(trials: n, probability: share.value).atLeast(satisfied),
      moreSatisfiedNeeded: needed,
      answersNeededAtThisRate: rule.answersNeeded(
        atRateOf: satisfied, outOf: n, toShow: share, isShown: needed == 0))
  }

  private func sampleJudgement(
    satisfied: Int, of n: Int, interval: Interval, atMost share: Share
  ) -> Judgement {
    let best = rule.interval(of: RateSample(successes: 0, trials: n))
    let verdict = Self.verdict(
      isReached: share.order(of: satisfied, outOf: n) != .above,
      isShown: interval.upper <= share.value,
      isExcluded: interval.lower > share.value,
      canBeShown: best.map { $0.upper <= share.value } ?? false)
    return Judgement(
      verdict: verdict,
      reason: verdict == .notJudged ? .tooFew : nil,
      interval: interval,
      pValue: BinomialDistribution(trials: n, probability: share.value).atMost(satisfied))
  }

  /// The verdict on a sample, from the four comparisons that it takes.
  private static func verdict(
    isReached: Bool, isShown: Bool, isExcluded: Bool, canBeShown: Bool
  ) -> Verdict {
    if isShown { return .met }
    if isExcluded { return .missed }
    if !canBeShown { return .notJudged }
    return isReached ? .reachedNotShown : .notReachedNotExcluded
  }
}
