import CivicSurvey
import SurveyDefinition

/// What a comparison is in each format for people.
struct ComparisonEdition: ComparisonPiece {
  let compared: ComparisonContext

  /// The title.
  var title: String { word(.comparisonOf, ["title": language.text(comparison.survey.title)]) }

  /// The sections of a page, which has its title above them.
  var pageSections: [ReportSection] {
    let sections = [
      ComparisonSummarySection(compared: compared).sections,
      ComparisonTableSection(compared: compared).sections,
    ]
    return sections.flatMap { $0 } + closing
  }

  /// The sections of text and Markdown.
  var textSections: [ReportSection] {
    [ReportSection(id: "title", title: nil, blocks: [.heading(1, title)])] + pageSections
  }

  /// The sheets of a workbook.
  var sheets: [WorkbookSheet] {
    let summary = ComparisonSummarySection(compared: compared).sections.flatMap(\.blocks)
    let blocks = closing.flatMap { $0.blocks(underHeading: 2) }
    return [.text(name: word(.summary), [.heading(1, title)] + summary)]
      + ComparisonSheets(compared: compared).sheets
      + [.text(name: word(.method), blocks + printedOn.map { .paragraph($0) })]
  }

  /// The lines at the foot of a page.
  var foot: [String] { PageEdition(context: context).foot }

  private var printedOn: [String] {
    report.query.printedOn.map { [word(.printedOn, ["day": numbers.day($0)])] } ?? []
  }

  private var closing: [ReportSection] {
    let sections = [
      MixSection(compared: compared).sections,
      AccountingSection(context: context).sections,
      NoticeSection(context: context).sections,
      ComparisonMethodSection(compared: compared).sections,
      SourceSection(context: context).sections,
    ]
    return sections.flatMap { $0 }
  }

  /// What is to be said once the comparison is written: the sum that closes, what was found, the
  /// files, the next step.
  func closingLines(written: [String]) -> [String] {
    let findings = ComparisonRow.Finding.allCases.compactMap { finding -> String? in
      let n = comparison.rows.count { $0.finding == finding }
      return n > 0 ? word(ReportWord(finding)) + ": " + numbers.integer(n) : nil
    }
    let action =
      SummarySection(context: context).dataActions.first ?? word(.closingReadComparison)
    return Array(AccountingSection(context: context).items.prefix(1))
      + [
        word(
          .closingComparison,
          [
            "n": numbers.integer(comparison.rows.count),
            "findings": findings.isEmpty ? "–" : findings.joined(separator: "; "),
          ])
      ] + ClosingEdition.writtenLine(written, in: language.locale)
      + [word(.closingNext, ["action": action])]
  }
}
