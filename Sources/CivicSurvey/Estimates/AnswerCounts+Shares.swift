import SurveyDefinition

/// How much of a row's own answers it could use.
extension AnswerCounts {
  /// Fewer invalid answers than this are too few to hold against a limit.
  private static let fewestInvalid = 5
  /// Of fewer responses the share that answered is not judged.
  private static let fewestAsked = 30
  /// The share of those asked that is to answer, or to have no opinion.
  public static let responseLimit = DecimalShare(numerator: 85, denominator: 100)

  /// The responses that were asked.
  public var asked: Int { accepted - notApplicable }

  /// Whether the row has invalid answers enough to weigh.
  var hasOwnLosses: Bool { invalid >= Self.fewestInvalid }

  /// The invalid answers over the responses that were asked.
  public var ownLosses: LossShare { LossShare(lost: invalid, base: asked) }

  /// The responses that were asked and did not answer, nor had no opinion, over all that were asked.
  private var silence: LossShare {
    LossShare(lost: asked - answered - noOpinion, base: asked)
  }

  /// Whether its own invalid answers alone are over a limit.
  public func losesOverLimit(_ limit: DecimalShare) -> Bool {
    hasOwnLosses && ownLosses.exceeds(limit)
  }

  /// Whether too few of those asked answered or had no opinion.
  public var hasLowResponse: Bool {
    let limit = Self.responseLimit
    return asked >= Self.fewestAsked
      && silence.exceeds(
        DecimalShare(
          numerator: limit.denominator - limit.numerator, denominator: limit.denominator))
  }

  /// Whether fewer of those asked answered than in another row, compared in integers.
  func hasLowerResponse(than other: AnswerCounts) -> Bool {
    other.silence.isSmaller(than: silence)
  }
}
