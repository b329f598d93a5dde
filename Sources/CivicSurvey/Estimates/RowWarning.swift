import SurveyDefinition
import SurveyStatistics

/// What is said of targets' rows that could use too little of their own answers: how many they are,
/// and the worst of them.
struct RowWarning {
  /// The limit of losses.
  let limit: DecimalShare
  let name: VerdictName

  /// The warning of rows that are not judged for their own losses; `nil` without any.
  func losses(_ verdicts: [TargetVerdict]) -> Message? {
    let rows = verdicts.filter { $0.isWithheldForItself(limit) }
    guard
      let worst = rows.max(by: { $0.counts.ownLosses.isSmaller(than: $1.counts.ownLosses) })
    else { return nil }
    let share = worst.counts.ownLosses
    let warning = LossWarning(limit: limit)
    return Message(
      .responseRowLossesOverLimit, severity: .warning,
      [
        "rowsCount": String(rows.count), "row": name.text(worst), "lostCount": String(share.lost),
        "baseCount": String(share.base), "lostPercent": warning.percent(share),
        "limitPercent": warning.limitPercent,
      ])
  }

  /// The warning of rows whose question few of those asked answered; `nil` without any.
  func lowResponse(_ verdicts: [TargetVerdict]) -> Message? {
    // Of rows that are not judged at all, something else is to be said.
    let none: [NotJudgedReason?] = [.notInForce, .lossesOverLimit, .lossesUnknown]
    let rows = verdicts.filter {
      $0.flags.contains(.lowItemResponse) && $0.n > 0 && !none.contains($0.judgement.reason)
    }
    guard let worst = rows.max(by: { $1.counts.hasLowerResponse(than: $0.counts) }) else {
      return nil
    }
    let answered = worst.counts.answered + worst.counts.noOpinion
    let warning = LossWarning(limit: AnswerCounts.responseLimit)
    return Message(
      .responseLowItemResponse, severity: .warning,
      [
        "rowsCount": String(rows.count), "row": name.text(worst),
        "answeredCount": String(answered), "askedCount": String(worst.counts.asked),
        "answeredPercent": warning.percent(
          LossShare(lost: answered, base: worst.counts.asked)),
        "limitPercent": warning.limitPercent,
      ])
  }
}
