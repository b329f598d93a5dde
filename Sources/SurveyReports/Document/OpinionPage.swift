import CivicSurvey

/// What an office publishes of its register of opinions: the rates, and the opinions in people's words.
public struct OpinionPage: Sendable {
  /// The rates, by unit and period, and what was read.
  public let report: Report
  /// The opinions that may be published.
  public let published: PublishedOpinions

  /// A page of a report and the opinions of the same run.
  public init(report: Report, published: PublishedOpinions) {
    self.report = report
    self.published = published
  }
}
