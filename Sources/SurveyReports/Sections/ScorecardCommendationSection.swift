import CivicSurvey
import SurveyDefinition

/// The units that are commended, source by source: by the rule, never by rank.
struct ScorecardCommendationSection: ScorecardPiece {
  let context: ScorecardContext

  /// The section; none where no source has volumes.
  var sections: [ReportSection] {
    let told = context.reports.compactMap { $0 }.compactMap { report in
      report.report.commendation.map { (report, $0) }
    }
    guard !told.isEmpty else { return [] }
    let blocks = told.flatMap { report, commendation in
      [.heading(3, text(report.report.survey.title))]
        + CommendationWords(context: report).blocks(commendation)
    }
    let rule = word(
      .commendedMeans,
      [
        "least": numbers.integer(Commendation.fewestAnswers),
        "units": numbers.integer(FunnelTable.fewestUnits),
      ])
    return [
      ReportSection(
        id: "commended", title: word(.commended), blocks: blocks + [.paragraph(rule)])
    ]
  }
}
