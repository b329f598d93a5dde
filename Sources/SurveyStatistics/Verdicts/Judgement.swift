/// A verdict and the figures that stand beside it.
public struct Judgement: Sendable, Equatable {
  /// The verdict.
  public let verdict: Verdict
  /// Why there is none; `nil` exactly where there is one.
  public let reason: NotJudgedReason?
  /// The interval, which decides together with the exact tail; `nil` for a census and without answers.
  public let interval: Interval?
  /// The exact one-sided p-value, 0…1: the tail on the side of `pSide`.
  ///
  /// `nil` for a census and without answers.
  public let pValue: Double?
  /// The side of `pValue`: that which the verdict claims, of any but `missed` the target's good side.
  ///
  /// `nil` exactly where `pValue` is.
  public let pSide: Tail?
  /// How many more satisfied answers of the same n would be `met`; 0 if it is.
  ///
  /// `nil` where n of n would not be, for an `atMost` target, and without answers.
  public let moreSatisfiedNeeded: Int?
  /// How many answers at this very rate would have an interval that is `met`; at least 1.
  ///
  /// By the interval alone, without the exact tail: of few answers it may name a number that is not
  /// yet enough. The rate is not rounded to a count of the other number of answers. `nil` unless it is above the
  /// target; for an `atMost` target, a census, and without answers; and where it is all but the
  /// target, so that Wilson's interval would take 2⁶² answers, Clopper and Pearson's more than 2⁴⁹.
  public let answersNeededAtThisRate: Int?
  /// How many answers at this very rate would show it in four samples of five; at least 1.
  ///
  /// `nil` unless the rate lies on the target's good side, and not on it; of a census, without answers,
  /// and where it would take 2⁶² answers.
  public let answersForPower80: Int?

  /// Creates a judgement from its parts.
  public init(
    verdict: Verdict, reason: NotJudgedReason? = nil, interval: Interval? = nil,
    pValue: Double? = nil, pSide: Tail? = nil, moreSatisfiedNeeded: Int? = nil,
    answersNeededAtThisRate: Int? = nil, answersForPower80: Int? = nil
  ) {
    precondition((pValue == nil) == (pSide == nil), "a p-value has a side")
    precondition((verdict == .notJudged) == (reason != nil), "a reason stands for no verdict")
    self.verdict = verdict
    self.reason = reason
    self.interval = interval
    self.pValue = pValue
    self.pSide = pSide
    self.moreSatisfiedNeeded = moreSatisfiedNeeded
    self.answersNeededAtThisRate = answersNeededAtThisRate
    self.answersForPower80 = answersForPower80
  }

  /// Whether a sample's answers were held against the target, be they enough or not.
  public var isOfSample: Bool { pValue != nil && (reason == nil || reason == .tooFew) }

  /// The same without ``moreSatisfiedNeeded``.
  public var withoutMoreSatisfied: Judgement {
    Judgement(
      verdict: verdict, reason: reason, interval: interval, pValue: pValue, pSide: pSide,
      answersNeededAtThisRate: answersNeededAtThisRate, answersForPower80: answersForPower80)
  }

  /// No verdict, no figures: only the reason.
  public static func notJudged(_ reason: NotJudgedReason) -> Judgement {
    Judgement(verdict: .notJudged, reason: reason)
  }
}
