import CivicSurvey
import SurveyDefinition

/// A page of opinions made ready for people: the report's context, and what is published.
final class OpinionContext {
  /// The context of the report behind it.
  let report: ReportContext
  /// The opinions.
  let published: PublishedOpinions

  /// Prepares a page.
  init(_ page: OpinionPage) {
    report = ReportContext(page.report)
    published = page.published
  }
}

/// A maker of a piece of a page of opinions.
protocol OpinionPiece: ReportPiece {
  /// The page's context.
  var opinions: OpinionContext { get }
}

extension OpinionPiece {
  /// The context of the report.
  var context: ReportContext { opinions.report }

  /// What is published.
  var published: PublishedOpinions { opinions.published }
}
