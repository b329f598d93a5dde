extension TargetRule {
  /// How much larger than its limit a tail may come out and still be at it.
  ///
  /// A tail may be the limit itself: of one answer against 95 % at a level of 90 % both are 0.05. It is
  /// computed to 3e-13, and such a tie must not hang on the last bit.
  private static let tailTolerance = 0x1p-40

  /// The target, on whichever side a rate is good.
  var share: Share {
    switch bound {
    case .atLeast(let share), .atMost(let share): share
    }
  }

  /// The tail that is small where a rate is good.
  var goodTail: Tail {
    switch bound {
    case .atLeast: .upper
    case .atMost: .lower
    }
  }

  /// The tail that a verdict claims to be small; the good one where it claims nothing.
  func claimedTail(_ verdict: Verdict) -> Tail {
    guard verdict == .missed else { return goodTail }
    return goodTail == .upper ? .lower : .upper
  }

  /// The probability of `satisfied` of `n` or more, or fewer, if the true rate is just the target.
  func probability(of tail: Tail, from satisfied: Int, of n: Int) -> Double {
    let distribution = BinomialDistribution(trials: n, probability: share.value)
    return switch tail {
    case .lower: distribution.atMost(satisfied)
    case .upper: distribution.atLeast(satisfied)
    }
  }

  /// Whether interval and exact tail both lie on the target's good side.
  func isShown(_ satisfied: Int, of n: Int) -> Bool {
    let sample = RateSample(successes: satisfied, trials: n)
    // Where all answered alike some methods have no interval; Wilson's has.
    return (rule.interval(of: sample) ?? .wilson(sample, level: rule.level))
      .map { isShown(satisfied, of: n, interval: $0) } ?? false
  }

  /// The verdict on a sample of which `interval` is the interval.
  func verdict(on satisfied: Int, of n: Int, interval: Interval) -> Verdict {
    if let verdict = sureVerdict(on: satisfied, of: n, interval: interval) { return verdict }
    if !isShown(goodTail == .upper ? n : 0, of: n) { return .notJudged }
    let order = share.order(of: satisfied, outOf: n)
    let isReached = goodTail == .upper ? order != .below : order != .above
    return isReached ? .reachedNotShown : .notReachedNotExcluded
  }

  /// `met` or `missed`; `nil` where the answers are sure of neither.
  func sureVerdict(on satisfied: Int, of n: Int, interval: Interval) -> Verdict? {
    if isShown(satisfied, of: n, interval: interval) { return .met }
    if isExcluded(satisfied, of: n, interval: interval) { return .missed }
    return nil
  }

  private func isShown(_ satisfied: Int, of n: Int, interval: Interval) -> Bool {
    let isBeside =
      switch bound {
      case .atLeast: interval.lower >= share.value
      case .atMost: interval.upper <= share.value
      }
    return isBeside && isRare(claimedTail(.met), from: satisfied, of: n)
  }

  private func isExcluded(_ satisfied: Int, of n: Int, interval: Interval) -> Bool {
    let isBeside =
      switch bound {
      case .atLeast: interval.upper < share.value
      case .atMost: interval.lower > share.value
      }
    return isBeside && isRare(claimedTail(.missed), from: satisfied, of: n)
  }

  /// Whether a tail is at most what the level leaves to one side.
  private func isRare(_ tail: Tail, from satisfied: Int, of n: Int) -> Bool {
    let limit = (1 - rule.level) / 2
    return probability(of: tail, from: satisfied, of: n) <= limit * (1 + Self.tailTolerance)
  }
}
