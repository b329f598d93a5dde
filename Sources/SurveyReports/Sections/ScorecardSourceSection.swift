import CivicSurvey
import SurveyDefinition

/// Where the figures come from, each with the sum that closes.
struct ScorecardSourceSection: ScorecardPiece {
  let context: ScorecardContext

  /// The section; none without a source.
  var sections: [ReportSection] {
    guard !card.sources.isEmpty else { return [] }
    let sources = card.sources
    let table = ReportTable(
      header: [
        ReportCell(word(.planSource)), ReportCell(word(.planDefinition)),
        ReportCell(word(.planDays)), ReportCell(word(.planSums)),
      ], alignments: [.left, .left, .left, .left], rowCount: sources.count,
      row: { row(sources[$0], context.reports[$0]) })
    return [
      ReportSection(
        id: "sources", title: word(.planSources),
        blocks: [.table(table.captioned(word(.planSources)))] + reporting)
    ]
  }

  private func row(_ source: Scorecard.Source, _ report: ReportContext?) -> [ReportCell] {
    let id = DisplayText.plain(source.id)
    guard let report else {
      return [ReportCell(id), "", "", ReportCell(word(.noFigure))]
    }
    let survey = report.report.survey
    let dates = report.report.dates
    let days =
      if let first = dates.firstDay, let last = dates.lastDay {
        numbers.days(first, last)
      } else {
        word(.noInterval)
      }
    let sums = AccountingSection(context: report).items.prefix(1)
    return [
      ReportCell([id, word(survey.coverage.scorecardWord)]),
      ReportCell([text(survey.title), DisplayText.plain(survey.id + "@" + survey.version)]),
      ReportCell(days), ReportCell(Array(sums)),
    ]
  }

  /// Who reports what, and when; nothing where the plan does not say.
  private var reporting: [ReportBlock] {
    let items = card.plan.rows.compactMap { versions -> String? in
      guard let target = versions.last, let who = target.reportedBy else { return nil }
      let due = target.due.map {
        word(.planDue, ["day": String($0.day), "month": String($0.month)])
      }
      return word(
        .planReportedBy,
        ["target": text(target.title), "who": text(who), "due": due ?? ""])
    }
    return items.isEmpty ? [] : [.heading(3, word(.planReporting)), .list(items)]
  }
}
