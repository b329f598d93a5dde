import CivicSurvey
import SurveyDefinition

/// The key `commended` of a scorecard's JSON: an entry for each source with volumes.
struct ScorecardCommendationJSON: ScorecardPiece {
  let context: ScorecardContext

  /// The key; none where no source has volumes.
  var members: [(String, JSONValue)] {
    let entries = zip(card.sources, context.reports).compactMap { source, report in
      report.flatMap { report in
        report.report.commendation.map { entry($0, source.id, report) }
      }
    }
    return entries.isEmpty ? [] : [("commended", .array(entries))]
  }

  private func entry(
    _ commendation: Commendation, _ source: String, _ report: ReportContext
  ) -> JSONValue {
    .object([
      ("source", .string(source)), ("measure", .optional(commendation.measure)),
      ("period", commendation.period.map { ReportJSON.periodJSON($0, isComplete: true) } ?? .null),
      ("dimension", .string(commendation.dimension)),
      ("withheld", .optional(commendation.withheld?.rawValue)),
      ("fewestAnswers", .int(Commendation.fewestAnswers)),
      ("units", .array(commendation.rows.map { unit($0, commendation, report) })),
    ])
  }

  private func unit(
    _ row: Commendation.Row, _ commendation: Commendation, _ report: ReportContext
  ) -> JSONValue {
    .object([
      ("category", .string(row.unit.category)),
      ("label", .string(CommendationWords(context: report).unit(row, commendation))),
      ("commended", .bool(row.reason == nil)), ("reason", .optional(row.reason?.rawValue)),
      ("n", .int(row.unit.n)), ("satisfied", .optional(row.unit.satisfied)),
      ("estimate", .number(row.unit.value)), ("lower95", .number(row.unit.limits.lower95)),
      ("accepted", .int(row.participation.accepted)),
      ("served", .optional(row.participation.served)),
      ("offered", .optional(row.participation.offered)),
      ("participation", .optional(row.participation.rate)),
    ])
  }
}
