import Testing

@testable import CivicSurvey
@testable import SurveyReports

/// The three lists of what is shown, and in what order.
@Suite struct EditionTests {
  private static let reports = [
    ReportExamples.report(.vi), ReportExamples.overLimit(.en),
    ReportExamples.report(
      .en, asOf: nil, estimates: [], distributions: [], verdicts: [], losses: [],
      accounting: Accounting(), periods: [], sources: [], arrivals: nil, silences: []),
  ]

  @Test(arguments: reports.indices)
  func noSectionIsEmptyOrTwiceThere(index: Int) {
    let context = ReportContext(Self.reports[index])
    for sections in [
      TextEdition(context: context).sections, PageEdition(context: context).sections,
      ReadingEdition(context: context).sections,
    ] {
      #expect(Set(sections.map(\.id)).count == sections.count)
      #expect(sections.allSatisfy { !$0.blocks.isEmpty })
      // What comes first has the title of all.
      #expect(sections.dropFirst().allSatisfy { $0.title?.isEmpty == false })
    }
  }

  @Test func aPageIsInTheOrderInWhichItIsNeeded() {
    let context = ReportContext(ReportExamples.report(.vi))
    #expect(
      PageEdition(context: context).sections.map(\.id) == [
        "summary", "targets", "rates", "trend", "profile", "needs", "answers", "periods",
        "arrivals", "losses", "method",
      ])
  }

  /// Two breakdowns by one axis, one by both, the whole: four sheets of rates among the others.
  @Test func aWorkbookHasASheetForEachTable() {
    let context = ReportContext(ReportExamples.report(.en))
    let names = WorkbookEdition(context: context).sheets.map { sheet in
      switch sheet {
      case .text(let name, _): name
      case .table(let table): table.name
      }
    }
    #expect(
      names == [
        "Summary", "Targets", "All", "Field", "Quarter", "Field × Quarter", "Tables by period",
        "Answers", "What arrived: Unit", "Data that could not be used",
        "Rejected records, by reason", "Method",
      ])
  }
}
