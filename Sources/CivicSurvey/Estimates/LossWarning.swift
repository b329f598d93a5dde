import SurveyDefinition

/// What is said first of a report whose losses are above the limit.
enum LossWarning {
  /// The warning of the greatest share of losses, in percent with two decimals.
  static func message(_ share: LossShare, limit: DecimalShare) -> Message {
    // In hundredths of a percent, to the nearest, in full width.
    func hundredths(_ numerator: Int, _ denominator: Int) -> Int {
      guard denominator > 0 else { return 0 }
      let (quotient, remainder) = denominator.dividingFullWidth(
        numerator.multipliedFullWidth(by: 10_000))
      return quotient + (remainder >= denominator - remainder ? 1 : 0)
    }
    func percent(_ hundredths: Int) -> String {
      let fraction = hundredths % 100
      if fraction == 0 { return String(hundredths / 100) }
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
    let limit = hundredths(limit.numerator, limit.denominator)
    // A share above the limit never reads as the limit.
    let lost = max(hundredths(share.lost, share.base), limit + 1)
    return Message(
      .responseLossesOverLimit, severity: .warning,
      [
        "lost": String(share.lost), "base": String(share.base),
        "lostPercent": percent(lost), "limitPercent": percent(limit),
      ])
  }
}
