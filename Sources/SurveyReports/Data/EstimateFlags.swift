import CivicSurvey

extension Estimate {
  /// What to mind of an estimate: `losses-over-limit`, or nothing.
  func flags(in report: Report) -> [String] {
    losses.exceeds(report.query.lossLimit) ? ["losses-over-limit"] : []
  }
}
