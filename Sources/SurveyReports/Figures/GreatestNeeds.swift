import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The answers to a question about needs that may be the ones wanted most.
struct GreatestNeeds {
  /// How the question was answered.
  let distribution: Distribution
  /// The answers that no comparison with another excludes, the most frequent first.
  ///
  /// Of a census those given most. Never all of several: then nothing can be told.
  let answers: [Distribution.Answer]
  /// Whether the answers are those of the period asked for, and not of all the data.
  let isOfPeriod: Bool

  /// The first question about needs of which something can be told, in a period, in all the data where
  /// the report has no answers by period; `nil` without one.
  init?(in period: Period?, of context: ReportContext) {
    let report = context.report
    // With a design the comparison of counts is none.
    guard report.design == nil else { return nil }
    let questions = report.survey.questions.filter { $0.role == .need }.map(\.id)
    let level = context.showsIntervals ? report.query.level : nil
    for question in questions {
      let inPeriod = period.flatMap { period in
        context.answerRuns.first { $0.question == question && $0.axes == [period.kind.rawValue] }
          .map { run in
            report.distributions[run.rows].filter {
              $0.domain.entries[0].value == .period(period)
            }
          }
      }
      let rows = inPeriod ?? report.distributions.ofTheWhole.filter { $0.question == question }
      guard let row = rows.first, let answers = Self.most(of: row, level: level) else { continue }
      distribution = row
      self.answers = answers
      isOfPeriod = period == nil || inPeriod != nil
      return
    }
    return nil
  }

  private static func most(of row: Distribution, level: Double?) -> [Distribution.Answer]? {
    guard let most = row.answers.map(\.n).max(), most > 0, row.counts.answered > 0 else {
      return nil
    }
    let answers =
      if let level {
        LargestShares.places(
          of: row.answers.map(\.n), respondents: row.counts.answered, level: level
        ).map { row.answers[$0] }
      } else {
        row.answers.filter { $0.n == most }
      }
    return answers.count < row.answers.count || row.answers.count == 1 ? answers : nil
  }
}
