import CivicSurvey
import SurveyDefinition

/// What a scorecard is in each format for people: one sheet with all targets, then what is behind it.
struct ScorecardEdition: ScorecardPiece {
  let context: ScorecardContext

  /// The title.
  var title: String { text(card.plan.title) }

  /// The sections of a page, which has its title above them.
  var pageSections: [ReportSection] {
    ScorecardSummarySection(context: context).sections + closing
  }

  /// The sections of text and Markdown.
  var textSections: [ReportSection] {
    [ReportSection(id: "head", title: nil, blocks: [.heading(1, title)])]
      + ScorecardSummarySection(context: context, isNarrow: true).sections + closing
  }

  /// The sheets of a workbook.
  var sheets: [WorkbookSheet] {
    let summary = ScorecardSummarySection(context: context).sections.flatMap(\.blocks)
    let blocks = closing.flatMap { $0.blocks(underHeading: 2) }
    return [.text(name: word(.summary), [.heading(1, title)] + summary)]
      + ScorecardSheets(context: context).sheets
      + [.text(name: word(.method), blocks + printedOn.map { .paragraph($0) })]
  }

  /// The lines at the foot of a page.
  var foot: [String] {
    [word(.pageFoot, ["version": CivicSurveyVersion.current])] + printedOn
  }

  private var closing: [ReportSection] {
    let sections = [
      ScorecardFailureSection(context: context).sections,
      ScorecardCommendationSection(context: context).sections,
      ScorecardNeedSection(context: context).sections,
      ScorecardSourceSection(context: context).sections,
      ScorecardNoticeSection(context: context).sections,
      ScorecardMethodSection(context: context).sections,
    ]
    return sections.flatMap { $0 }
  }

  private var printedOn: [String] {
    card.query.printedOn.map { [word(.printedOn, ["day": numbers.day($0)])] } ?? []
  }

  /// What is to be said once the page is written: the verdicts, the files, the next step.
  func closingLines(written: [String]) -> [String] {
    let words = ScorecardWords(context: context)
    let failures = card.failures.map(\.message).distinct.count
    let action =
      failures > 0 ? word(.planNext, ["n": numbers.integer(failures)]) : word(.planRead)
    return [
      word(
        .planClosing, ["n": numbers.integer(card.rows.count), "verdicts": words.counts])
    ] + ClosingEdition.writtenLine(written, in: card.query.locale)
      + [word(.closingNext, ["action": action])]
  }
}
