import CivicSurvey
import SurveyDefinition

/// What a page of opinions is in each format: the rates first, then the opinions, then the accounting.
///
/// What the office has to mend stands on the terminal: everybody reads the page.
struct OpinionEdition: OpinionPiece {
  let opinions: OpinionContext

  /// The title.
  var title: String { language.text(report.survey.title) }

  /// The sections of a page, which has its title above them.
  var pageSections: [ReportSection] {
    let sections = [
      OpinionHeadSection(opinions: opinions).sections,
      OpinionRateSection(opinions: opinions).sections,
      OpinionListSection(opinions: opinions).sections,
      OpinionRateSection(opinions: opinions).sectionsByBoth,
      AccountingSection(context: context, countsAnswers: false).sections,
    ]
    return sections.flatMap { $0 }
  }

  /// The sections of text and Markdown.
  var textSections: [ReportSection] {
    [ReportSection(id: "title", title: nil, blocks: [.heading(1, title)])] + pageSections
  }

  /// The lines at the foot of a page.
  var foot: [String] { PageEdition(context: context).foot }

  /// What is to be said once the page is written.
  ///
  /// - Parameters:
  ///   - review: the list of what should be read again, where it was asked for.
  ///   - isDryRun: whether nothing was written.
  func closingLines(written: [String], review: String?, isDryRun: Bool) -> [String] {
    let masked = published.maskedCounts.values.reduce(0, +)
    let doubts = published.doubts.count
    var lines = Array(AccountingSection(context: context).items.prefix(1))
    lines.append(
      word(
        .closingOpinions,
        [
          "n": numbers.integer(published.opinions.count),
          "all": numbers.integer(published.admitted), "masked": numbers.integer(masked),
          "doubts": numbers.integer(doubts),
        ]))
    if published.leftOut > 0 {
      lines.append(word(.closingLeftOut, ["n": numbers.integer(published.leftOut)]))
    }
    if isDryRun { lines.append(word(.closingDryRun)) }
    lines += ClosingEdition.writtenLine(written, in: language.locale)
    let action =
      published.admitted == 0
      ? word(.closingMark)
      : doubts == 0
        ? word(.closingPublish)
        : review.map { word(.closingReviewWritten, ["path": $0]) } ?? word(.closingReview)
    return lines + [word(.closingNext, ["action": action])]
  }
}
