import CivicSurvey
import SurveyDefinition

/// What a report is as a page: the summary first, then pictures with their tables.
struct PageEdition: ReportPiece {
  let context: ReportContext

  /// The page's title.
  var title: String { language.text(report.survey.title) }

  /// The sections in the order in which they are needed; none of them empty.
  var sections: [ReportSection] {
    let sections = [
      SummarySection(context: context).sections,
      .joined(
        "targets",
        [TargetSection(context: context).sections, SilenceSection(context: context).sections]),
      MarginSection(context: context).sections,
      CategoryRateSection(context: context).sections,
      FunnelSection(context: context).sections,
      TrendSection(context: context).sections,
      CrossSection(context: context).sections,
      ProfileSection(context: context).sections,
      FactorSection(context: context).sections,
      NeedSection(context: context).sections,
      AnswerSection(context: context, exception: .needs).sections,
      PeriodSection(context: context).sections,
      ArrivalSection(context: context).sections,
      .joined(
        "losses",
        [
          LossSection(context: context).sections,
          AccountingSection(context: context).sections.map(\.untitled),
        ]),
      NoticeSection(context: context).sections,
      .joined(
        "method",
        [
          MethodSection(context: context, saysHowFound: true).sections,
          SourceSection(context: context).sections,
        ]),
    ]
    return sections.flatMap { $0 }
  }

  /// The lines at the foot of the page.
  var foot: [String] {
    [word(.pageFoot, ["version": CivicSurveyVersion.current])]
      + (report.query.printedOn.map { [word(.printedOn, ["day": numbers.day($0)])] } ?? [])
  }
}
