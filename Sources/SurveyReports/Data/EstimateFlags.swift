import CivicSurvey
import SurveyStatistics

extension Estimate {
  /// What to mind of an estimate: `losses-over-limit`, of all the data or of its own row, or
  /// `losses-unknown` where they may be; `low-item-response`; `low-volume` of a
  /// unit that sent far less than before; what its interval is flagged with.
  func flags(in report: Report) -> [String] {
    let limit = report.query.lossLimit
    var flags: [String] = []
    if losses.exceeds(limit) || counts.losesOverLimit(limit) {
      flags.append(NotJudgedReason.lossesOverLimit.rawValue)
    } else if losses.atMost.exceeds(limit) {
      flags.append(NotJudgedReason.lossesUnknown.rawValue)
    }
    if counts.hasLowResponse { flags.append(TargetVerdict.Provisional.lowItemResponse.rawValue) }
    if report.lowVolume.contains(where: { $0.concerns(domain) }) { flags.append("low-volume") }
    return flags + (interval?.flags ?? []).map(\.rawValue)
  }
}

extension LowVolume {
  /// Whether a domain is of this unit in this period.
  fileprivate func concerns(_ domain: Domain) -> Bool {
    domain.entries.contains { $0.axis == dimension && $0.value == .category(category) }
      && domain.entries.contains { $0.value == .period(period) }
  }
}
