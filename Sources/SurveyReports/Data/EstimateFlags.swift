import CivicSurvey
import SurveyStatistics

/// What to mind of an estimate.
enum EstimateFlag {
  /// Too much was lost of all the data or of its own row, or may have been.
  case losses(NotJudgedReason)
  /// Few of those asked answered.
  case provisional(TargetVerdict.Provisional)
  /// Its unit sent far less than before.
  case lowVolume
  /// What its interval is flagged with.
  case interval(IntervalFlag)

  /// What files call it.
  var id: String {
    switch self {
    case .losses(let reason): reason.rawValue
    case .provisional(let why): why.rawValue
    case .lowVolume: "low-volume"
    case .interval(let flag): flag.rawValue
    }
  }

  /// What people read; an interval's flags stand beside the interval.
  var word: ReportWord? {
    switch self {
    case .losses(let reason): ReportWord(reason)
    case .provisional(let why): ReportWord(why)
    case .lowVolume: .lowVolume
    case .interval: nil
    }
  }
}

extension Estimate {
  /// What to mind of the estimate; empty where there is nothing.
  func flags(in report: Report) -> [EstimateFlag] {
    let limit = report.query.lossLimit
    var flags: [EstimateFlag] = []
    if losses.exceeds(limit) || counts.losesOverLimit(limit) {
      flags.append(.losses(.lossesOverLimit))
    } else if losses.atMost.exceeds(limit) {
      flags.append(.losses(.lossesUnknown))
    }
    if counts.hasLowResponse { flags.append(.provisional(.lowItemResponse)) }
    if report.lowVolume.contains(where: { $0.concerns(domain) }) { flags.append(.lowVolume) }
    return flags + (interval?.flags ?? []).map { .interval($0) }
  }
}

extension LowVolume {
  /// Whether a domain is of this unit in this period.
  fileprivate func concerns(_ domain: Domain) -> Bool {
    domain.entries.contains { $0.axis == dimension && $0.value == .category(category) }
      && domain.entries.contains { $0.value == .period(period) }
  }
}
