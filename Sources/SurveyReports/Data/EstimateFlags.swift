import CivicSurvey
import SurveyStatistics

extension Estimate {
  /// What to mind of an estimate: `losses-over-limit`, of all the data or of its own row, or
  /// `losses-unknown` where they may be; `low-item-response`; what its interval is flagged with.
  func flags(in report: Report) -> [String] {
    let limit = report.query.lossLimit
    var flags: [String] = []
    if losses.exceeds(limit) || counts.losesOverLimit(limit) {
      flags.append(NotJudgedReason.lossesOverLimit.rawValue)
    } else if losses.atMost.exceeds(limit) {
      flags.append(NotJudgedReason.lossesUnknown.rawValue)
    }
    if counts.hasLowResponse { flags.append(TargetVerdict.Provisional.lowItemResponse.rawValue) }
    return flags + (interval?.flags ?? []).map(\.rawValue)
  }
}
