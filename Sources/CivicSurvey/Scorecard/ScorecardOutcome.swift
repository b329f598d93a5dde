/// What became of a source: its report, or why there is none; and the targets that it cannot have.
public struct ScorecardOutcome: Sendable {
  /// The report.
  public let report: Report?
  /// Why there is none.
  public let failures: [Message]
  /// What is wrong with single targets, by their ids.
  public let targetFailures: [String: [Message]]

  /// A source that cannot be read.
  public init(failures: [Message]) {
    report = nil
    self.failures = failures
    targetFailures = [:]
  }

  init(_ report: Report, targetFailures: [String: [Message]]) {
    self.report = report
    failures = []
    self.targetFailures = targetFailures
  }
}
