/// A target for a measure that is no rate, on the measure's own scale: 4.2 of a mean, 80 points.
///
/// The interval alone decides. `met` and `missed` where all of it is on one side; else by the estimate.
/// There is no tail, no p-value, no count of answers that would be enough.
///
/// | verdict, for `atLeast` | when |
/// |---|---|
/// | `notJudged` | no answers, `noDegreesOfFreedom`, `degenerate` |
/// | `met` | lower limit ≥ t |
/// | `missed` | upper limit < t |
/// | `reachedNotShown` | estimate ≥ t |
/// | `notReachedNotExcluded` | estimate < t |
public struct MeanTargetRule: Sendable, Equatable {
  /// The side on which a figure is good.
  public enum Bound: Sendable, Equatable {
    /// It must be at or above this.
    case atLeast(Double)
    /// It must be at or below this.
    case atMost(Double)
  }

  /// The target.
  public let bound: Bound
  /// True where everyone is in the data: `met` or `missed` by the figure itself.
  public let isCensus: Bool

  /// Creates a rule.
  public init(_ bound: Bound, isCensus: Bool) {
    self.bound = bound
    self.isCensus = isCensus
  }

  /// What a figure and its interval say about the target.
  ///
  /// - Parameters:
  ///   - value: the estimate, unrounded; `nil` without answers.
  ///   - interval: its interval, or why there is none; a census has no use for it.
  ///   - objection: why no verdict may be given, whatever the figures are. The interval stays.
  public func judgement(
    of value: Double?, _ interval: Result<Interval, NoIntervalReason>,
    despite objection: NotJudgedReason? = nil
  ) -> Judgement {
    judgement(isReached: value.map(isGood), interval, despite: objection)
  }

  /// The same of a figure that was held against the target in integers.
  ///
  /// - Parameter isReached: whether the estimate is on the target's good side; `nil` without answers.
  public func judgement(
    isReached: Bool?, _ interval: Result<Interval, NoIntervalReason>,
    despite objection: NotJudgedReason? = nil
  ) -> Judgement {
    guard let isReached else { return .notJudged(objection ?? .noAnswers) }
    if isCensus {
      return objection.map { .notJudged($0) } ?? Judgement(verdict: isReached ? .met : .missed)
    }
    switch interval {
    case .failure(let reason): return .notJudged(objection ?? NotJudgedReason(reason))
    case .success(let interval):
      if let objection {
        return Judgement(verdict: .notJudged, reason: objection, interval: interval)
      }
      let isGood = (isGood(interval.lower), isGood(interval.upper))
      let verdict: Verdict =
        switch isGood {
        case (true, true): .met
        case (false, false): .missed
        default: isReached ? .reachedNotShown : .notReachedNotExcluded
        }
      return Judgement(verdict: verdict, interval: interval)
    }
  }

  private func isGood(_ value: Double) -> Bool {
    switch bound {
    case .atLeast(let target): value >= target
    case .atMost(let target): value <= target
    }
  }
}
