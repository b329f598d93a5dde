import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// A scorecard as JSON: `schemaVersion: 1`, described by `Surveys/scorecard.schema.json`.
struct ScorecardJSON: ScorecardPiece {
  let context: ScorecardContext

  /// The JSON; it ends with a line feed.
  var text: String {
    let plan = card.plan
    let members: [(String, JSONValue)] = [
      ("schemaVersion", .int(ReportSchema.version)),
      (
        "plan",
        .object([
          ("id", .string(plan.id)), ("title", .string(text(plan.title))),
          ("area", .optional(plan.area.map { text($0) })),
          ("from", .string(plan.from.description)),
          ("until", .optional(plan.until?.description)),
          ("calendar", .optional(plan.calendar?.rawValue)),
        ])
      ),
      (
        "query",
        .object([
          ("asOf", .optional(card.query.asOf?.description)),
          (
            "lossLimit",
            .number(
              Double(card.query.lossLimit.numerator) / Double(card.query.lossLimit.denominator))
          ),
          ("level", .number(card.query.level)),
          ("locale", .string(card.query.locale.rawValue)),
        ])
      ),
      ("targets", .array(card.rows.map(rowJSON))),
      (
        "failures",
        .array(
          card.failures.map { target, message in
            .object([
              ("target", .string(target.id)), ("code", .string(message.code)),
              ("message", .string(message.text(in: card.query.locale))),
              ("help", .optional(message.help(in: card.query.locale))),
              ("place", message.placeJSON),
            ])
          })
      ),
      ("sources", .array(card.sources.map(sourceJSON))),
    ]
    return JSONValue.object(members + ScorecardCommendationJSON(context: context).members)
      .serialized()
  }

  // MARK: - Rows

  private func rowJSON(_ row: ScorecardRow) -> JSONValue {
    let target = row.target
    var members: [(String, JSONValue)] = [
      ("id", .string(target.id)), ("title", .string(text(target.title))),
      bound(target.bound), ("inForceFrom", .string(target.from.description)),
      ("inForceUntil", .optional(inForceUntil(row)?.description)),
      ("reportedBy", .optional(target.reportedBy.map { text($0) })),
      ("due", .optional(target.due.map(Self.due))),
      ("source", .optional(target.source)), ("measure", .optional(target.measure?.text)),
    ]
    switch row.content {
    case .figure(let verdict):
      let design = context.hasDesign(row)
      members += figures(verdict)
      if design { members += Self.design(verdict) }
      members.append(("change", change(row)))
      members.append(("series", .array(row.series.map { seriesJSON($0, design: design) })))
    case .noData: members += nothing("no-data")
    case .failed: members += nothing("failed")
    }
    return .object(members)
  }

  /// The first day on which a row's bound holds no longer; `nil` without an end.
  private func inForceUntil(_ row: ScorecardRow) -> CalendarDay? {
    row.versions.first { $0.from > row.target.from }?.from ?? row.target.until ?? card.plan.until
  }

  private static func due(_ due: MonthDay) -> String {
    [due.month, due.day].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: "-")
  }

  private func figures(_ verdict: TargetVerdict) -> [(String, JSONValue)] {
    let judgement = verdict.judgement
    return [
      ("kind", .string(verdict.kind.rawValue)), ("domain", verdict.domain.json),
      ("period", periodJSON(verdict)), ("n", .int(verdict.n)),
      ("satisfied", .optional(verdict.satisfied)), ("estimate", .optional(verdict.value)),
      ("lower", .optional(judgement.interval?.lower)),
      ("upper", .optional(judgement.interval?.upper)),
      ("verdict", .string(judgement.verdict.rawValue)),
      ("reason", .optional(judgement.reason?.rawValue)),
      ("provisional", .optional(verdict.provisional?.rawValue)),
      ("flags", .array(verdict.flags.map { .string($0.rawValue) })),
    ]
  }

  private func nothing(_ reason: String) -> [(String, JSONValue)] {
    [
      ("kind", .string("whole")), ("domain", .object([])), ("period", .null), ("n", .null),
      ("satisfied", .null), ("estimate", .null), ("lower", .null), ("upper", .null),
      ("verdict", .string(Verdict.notJudged.rawValue)), ("reason", .string(reason)),
      ("provisional", .null), ("flags", .array([])), ("change", .null), ("series", .array([])),
    ]
  }

  private func periodJSON(_ verdict: TargetVerdict) -> JSONValue {
    guard let period = verdict.period else { return .null }
    return .object([
      ("id", .string(period.id)), ("first", .string(period.first.description)),
      ("last", .string(period.last.description)), ("complete", .bool(verdict.isComplete)),
    ])
  }

  /// What the source's design says of a figure, with the names that a report has.
  private static func design(_ verdict: TargetVerdict) -> [(String, JSONValue)] {
    DesignRow.members(verdict.design).map { ($0.name, .optional($0.figure)) }
      + [(DesignRow.degreesOfFreedom, .optional(verdict.design?.degreesOfFreedom))]
  }

  private func seriesJSON(_ verdict: TargetVerdict, design: Bool) -> JSONValue {
    let judgement = verdict.judgement
    let members: [(String, JSONValue)] = [
      ("period", periodJSON(verdict)), bound(verdict.target.bound), ("n", .int(verdict.n)),
      ("satisfied", .optional(verdict.satisfied)), ("estimate", .optional(verdict.value)),
      ("lower", .optional(judgement.interval?.lower)),
      ("upper", .optional(judgement.interval?.upper)),
      ("verdict", .string(judgement.verdict.rawValue)),
      ("reason", .optional(judgement.reason?.rawValue)),
    ]
    return .object(members + (design ? Self.design(verdict) : []))
  }

  private func change(_ row: ScorecardRow) -> JSONValue {
    guard let before = row.before, let then = before.value, let change = row.change else {
      return .null
    }
    let (limits, test) = (change.comparison.limits, change.comparison.test)
    return .object([
      ("period", periodJSON(before)), ("estimate", .number(then)),
      ("difference", .optional(change.comparison.difference)),
      ("lower", .optional(limits?.lower)), ("upper", .optional(limits?.upper)),
      ("method", .optional(limits?.method)), ("statistic", .optional(test?.statistic)),
      ("degreesOfFreedom", .optional(test?.degreesOfFreedom)),
      ("pValue", .optional(test?.pValue)), ("finding", .string(change.finding.rawValue)),
      ("reason", .optional(change.reasonName)),
    ])
  }

  private func bound(_ bound: TargetBound) -> (String, JSONValue) {
    switch bound {
    case .atLeast(let value): ("atLeast", .number(value.value))
    case .atMost(let value): ("atMost", .number(value.value))
    }
  }

  // MARK: - Sources

  private func sourceJSON(_ source: Scorecard.Source) -> JSONValue {
    let report = source.report
    let locale = card.query.locale
    let messages = source.failures + (report?.diagnostics ?? [])
    return .object([
      ("id", .string(source.id)),
      ("survey", report.map { $0.survey.json(shapeHash: $0.shapeHash, in: locale) } ?? .null),
      ("asOf", .optional(report?.asOf?.description)),
      ("first", .optional(report?.dates.firstDay?.description)),
      ("last", .optional(report?.dates.lastDay?.description)),
      ("accounting", report.map { $0.accounting.json(selected: $0.selected) } ?? .null),
      ("files", .array(report?.sources.map(\.json) ?? [])),
      ("diagnostics", .array(messages.map { $0.json(in: locale) })),
    ])
  }
}
