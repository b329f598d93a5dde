import CivicSurvey

extension Estimate {
  /// What to mind of an estimate: `losses-over-limit`, or `losses-unknown` where they may be.
  func flags(in report: Report) -> [String] {
    if losses.exceeds(report.query.lossLimit) { return ["losses-over-limit"] }
    return losses.atMost.exceeds(report.query.lossLimit) ? ["losses-unknown"] : []
  }
}
