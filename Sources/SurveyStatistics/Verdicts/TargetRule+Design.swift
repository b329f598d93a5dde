extension TargetRule {
  /// Fewer clusters than these with answers in a row: no rule then keeps `met` at its promise.
  public static let fewestClusters = 10

  /// What a rate that a design estimates says about a target.
  ///
  /// As of counted answers, but Korn and Graubard's limits take the tail's place: `met` where the rule's
  /// interval and that one both lie on the target's good side, `missed` where both lie on the bad one.
  /// They stand on Kish's effective n at the most (n, where that is not known): a stratum that happens to
  /// be all satisfied makes the variance look smaller than it is. Whether the answers could be enough is
  /// asked of n ÷ design effect all satisfied; so is how many more satisfied of the same n would have
  /// been, the design effect held as it is. There is no p-value.
  ///
  /// - Parameters:
  ///   - estimate: the rate with its standard error.
  ///   - designEffect: that of the estimate; `nil`, where it is not defined, counts as 1, and so does one
  ///     that is 0 but for rounding.
  ///   - order: where the estimate lies as seen from the target, told from integers where there are any:
  ///     ``Share/order(of:outOf:)-(UInt128,_)``.
  ///   - objection: why no verdict may be given, whatever the figures are. The interval stays.
  /// - Complexity: O(log n) intervals.
  public func judgement(
    of estimate: RateEstimate, designEffect: Double?, order: Share.Order,
    despite objection: NotJudgedReason? = nil
  ) -> Judgement {
    guard estimate.n > 0 else { return .notJudged(objection ?? .noAnswers) }
    if isCensus {
      let isReached = goodTail == .upper ? order != .below : order != .above
      return objection.map { .notJudged($0) }
        ?? Judgement(verdict: isReached ? .met : .missed)
    }
    let interval: Interval
    switch rule.outcome(of: estimate) {
    case .success(let found): interval = found
    case .failure(let reason): return .notJudged(objection ?? NotJudgedReason(reason))
    }
    if let objection {
      return Judgement(verdict: .notJudged, reason: objection, interval: interval)
    }
    let fixed = FixedDesign(self, estimate, designEffect: designEffect)
    let verdict =
      sureVerdict(on: estimate, interval: interval)
      ?? (!fixed.isShown(at: goodTail == .upper ? estimate.n : 0)
        ? .notJudged
        : (goodTail == .upper ? order != .below : order != .above)
          ? .reachedNotShown : .notReachedNotExcluded)
    var (more, power): (Int?, Int?) = (nil, nil)
    if case .atLeast = bound { more = verdict == .met ? 0 : fixed.moreSatisfiedNeeded }
    if order == (goodTail == .upper ? .above : .below) {
      power = answersForPower80(
        rate: estimate.rate, complement: estimate.complement,
        excess: estimate.rate - share.value, times: fixed.designEffect)
    }
    return Judgement(
      verdict: verdict, reason: verdict == .notJudged ? .tooFew : nil, interval: interval,
      moreSatisfiedNeeded: more, answersForPower80: power)
  }

  /// `met` or `missed` where both intervals lie on one side; `nil` where the answers are sure of neither.
  func sureVerdict(on estimate: RateEstimate, interval: Interval) -> Verdict? {
    guard let side = side(of: interval), let cautious = rule.cautious(estimate),
      self.side(of: cautious) == side
    else { return nil }
    return side
  }

  /// `met` where the interval is on the good side, `missed` where it is on the bad one.
  func side(of interval: Interval) -> Verdict? {
    switch bound {
    case .atLeast:
      interval.lower >= share.value ? .met : interval.upper < share.value ? .missed : nil
    case .atMost:
      interval.upper <= share.value ? .met : interval.lower > share.value ? .missed : nil
    }
  }
}

/// Other answers of the same n, with the design effect and the degrees of freedom of an estimate.
private struct FixedDesign {
  let target: TargetRule
  let estimate: RateEstimate
  let designEffect: Double

  /// Where clusters are all alike the answers are counted, as for the interval: an effect of 1.
  init(_ target: TargetRule, _ estimate: RateEstimate, designEffect: Double?) {
    self.target = target
    self.estimate = estimate
    let effect = designEffect ?? 1
    self.designEffect = effect < RateEstimate.leastDesignEffect ? 1 : effect
  }

  /// Whether so many satisfied of the n would be `met`; they need not be whole.
  func isShown(at satisfied: Double) -> Bool {
    let n = Double(estimate.n)
    let (rate, rest) = (satisfied / n, (n - satisfied) / n)
    let position: RateEstimate.Position =
      satisfied <= 0 ? .atZero : satisfied >= n ? .atOne : .between
    let effective = n / designEffect
    let t = StudentDistribution(degreesOfFreedom: Double(estimate.degreesOfFreedom))
      .criticalValue(level: target.rule.level)
    // At an end there is no standard error; n ÷ design effect takes the place of n there.
    if position != .between {
      let sample = RateSample(
        rate: min(1, max(0, rate)), complement: max(0, rest), trials: effective)
      let cut = RateSample(
        rate: sample.rate, complement: sample.complement, trials: min(estimate.kishN, effective))
      return [
        Interval.wilson(sample, level: target.rule.level, critical: t),
        Interval.clopperPearson(cut, level: target.rule.level),
      ].allSatisfy { $0.map { target.side(of: $0) == .met } ?? false }
    }
    let tried = RateEstimate(
      rate: rate, complement: rest, standardError: (rate * rest / effective).squareRoot(),
      degreesOfFreedom: estimate.degreesOfFreedom, n: estimate.n, position: position,
      kishN: estimate.kishN)
    guard case .success(let interval) = target.rule.outcome(of: tried) else { return false }
    return target.sureVerdict(on: tried, interval: interval) == .met
  }

  func isShown(at satisfied: Int) -> Bool { isShown(at: Double(satisfied)) }

  /// The smallest k with the estimate and k more satisfied of the same n `met`; at least 1.
  ///
  /// `nil` where n of n is not.
  var moreSatisfiedNeeded: Int? {
    guard isShown(at: estimate.n) else { return nil }
    let start = estimate.rate * Double(estimate.n)
    var (notEnough, enough) = (0, max(1, Int((Double(estimate.n) - start).rounded(.up))))
    while enough - notEnough > 1 {
      let middle = notEnough + (enough - notEnough) / 2
      if isShown(at: start + Double(middle)) { enough = middle } else { notEnough = middle }
    }
    return enough
  }
}

extension NotJudgedReason {
  /// The reason of a missing interval.
  init(_ reason: NoIntervalReason) {
    switch reason {
    case .noAnswers: self = .noAnswers
    case .noDegreesOfFreedom: self = .noDegreesOfFreedom
    case .degenerate: self = .degenerate
    }
  }
}

extension Share {
  /// Where Σwy / Σw lies as seen from this share; exact for every pair of sums of weights.
  ///
  /// - Precondition: `weight ≤ total` and `total ≥ 1`.
  public func order(of weight: UInt128, outOf total: UInt128) -> Order {
    precondition(total >= 1 && weight <= total, "a part of at least one unit")
    let here = weight.multipliedFullWidth(by: UInt128(denominator))
    let there = total.multipliedFullWidth(by: UInt128(numerator))
    if here == there { return .equal }
    return (here.high, here.low) < (there.high, there.low) ? .below : .above
  }

  /// Where a rate lies that integers do not tell, as after weighting to margins.
  public func order(of rate: Double) -> Order {
    rate < value ? .below : rate > value ? .above : .equal
  }
}
