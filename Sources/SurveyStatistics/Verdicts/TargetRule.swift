/// A target and how answers are held against it.
///
/// The estimate satisfied / n is compared with the target in integers. How sure that is, a sample says
/// twice: by the interval of `rule`, and by the exact tail, the probability of such a count if the true
/// rate were just the target t, which may be at most what the level leaves to one side. For `atLeast`,
/// the first line that holds:
///
/// | verdict | when |
/// |---|---|
/// | `notJudged`, `noAnswers` | n = 0 |
/// | `notJudged`, `degenerate` | the rule's interval is undefined where all answered alike |
/// | `met` | lower limit ≥ t, and P(X ≥ satisfied, given n and t) ≤ (1 − level) / 2 |
/// | `missed` | upper limit < t, and P(X ≤ satisfied, given n and t) ≤ (1 − level) / 2 |
/// | `notJudged`, `tooFew` | n of n would not be `met` |
/// | `reachedNotShown` | estimate ≥ t |
/// | `notReachedNotExcluded` | estimate < t, also where the interval alone would exclude t |
///
/// `atMost` mirrors every comparison, and 0 of n takes the place of n of n. The tail keeps what the
/// level promises: no true rate on the other side of t makes `met`, or `missed`, more probable than
/// (1 − level) / 2. Wilson's interval alone does not, next to 0 and 1: one answer that is not satisfied
/// would miss a target of 85 %, falsely in 15 % of all cases.
///
/// A target of 100 % can be missed by a sample, never met: n of n is `tooFew` for every n, and a single
/// answer that is not satisfied makes it `missed`. A census is `met` or `missed` by the fraction.
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
  /// `atMost`, R's `binom.test(satisfied, n, target, alternative)$p.value`; of `missed`, the other
  /// tail. Of a census, `moreSatisfiedNeeded` is exact by the fraction: ⌈n · target⌉ − satisfied, if
  /// positive.
  ///
  /// - Parameters:
  ///   - satisfied: from 0 to `n`.
  ///   - n: the answered base; 0 gives `notJudged` with reason `noAnswers`.
  ///   - objection: why no verdict may be given, whatever the figures are. Interval and p-value stay.
  /// - Complexity: O(log n) intervals and tails, O(√min(n, 1000)) each.
  public func judgement(
    satisfied: Int, of n: Int, despite objection: NotJudgedReason? = nil
  ) -> Judgement {
    precondition(n >= 0 && (0...n).contains(satisfied), "satisfied lies between 0 and n")
    guard n > 0 else { return .notJudged(objection ?? .noAnswers) }
    if isCensus {
      return objection.map { .notJudged($0) } ?? censusJudgement(satisfied: satisfied, of: n)
    }
    guard let interval = rule.interval(of: RateSample(successes: satisfied, trials: n)) else {
      return .notJudged(objection ?? .degenerate)
    }
    if let objection {
      let tail = claimedTail(.notJudged)
      return Judgement(
        verdict: .notJudged, reason: objection, interval: interval,
        pValue: probability(of: tail, from: satisfied, of: n), pSide: tail)
    }
    return sampleJudgement(satisfied: satisfied, of: n, interval: interval)
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

  private func sampleJudgement(satisfied: Int, of n: Int, interval: Interval) -> Judgement {
    let verdict = verdict(on: satisfied, of: n, interval: interval)
    let tail = claimedTail(verdict)
    var (more, answers): (Int?, Int?) = (nil, nil)
    if case .atLeast(let share) = bound {
      more = moreSatisfiedNeeded(than: satisfied, of: n)
      answers = rule.answersNeeded(
        atRateOf: satisfied, outOf: n, toShow: share, isShown: interval.lower >= share.value)
    }
    return Judgement(
      verdict: verdict, reason: verdict == .notJudged ? .tooFew : nil, interval: interval,
      pValue: probability(of: tail, from: satisfied, of: n), pSide: tail,
      moreSatisfiedNeeded: more, answersNeededAtThisRate: answers,
      answersForPower80: answersForPower80(atRateOf: satisfied, outOf: n))
  }
}
