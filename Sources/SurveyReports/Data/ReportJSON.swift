import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// A report as JSON: `schemaVersion: 1`, described by `Surveys/report.schema.json`.
struct ReportJSON {
  /// The report.
  let report: Report

  /// Hands the JSON over piece by piece, row by row.
  func write<Failure>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("schemaVersion", ReportSchema.version)
    writer.member("query", queryJSON)
    writer.member("periods", .array(report.periods.map(periodJSON)))
    writer.member(
      "survey", report.survey.json(shapeHash: report.shapeHash, in: report.query.locale))
    writer.member("measures", .array(report.survey.measures.map(\.json)))
    writer.member("dimensions", dimensionsJSON)
    if report.design?.margins != nil { writer.member("margins", marginsJSON) }
    writer.member("accounting", report.accounting.json(selected: report.selected))
    writer.key("estimates")
    writer.beginArray()
    for estimate in report.estimates {
      write(estimate, to: &writer)
      try writer.flush(to: sink)
    }
    writer.endArray()
    writer.member("comparisons", .array(report.change.map { [$0.json] } ?? []))
    writer.member("factors", .array(report.factors.map(\.json)))
    writer.key("distribution")
    writer.beginArray()
    var words = AnswerWords(report)
    for distribution in report.distributions {
      Self.write(
        distribution, words.entry(distribution.question), hasDesign: report.design != nil,
        to: &writer)
      try writer.flush(to: sink)
    }
    writer.endArray()
    writer.key("otherParts")
    writer.beginArray()
    for part in report.otherParts { write(part, to: &writer) }
    writer.endArray()
    writer.member("verdicts", .array(report.verdicts.map(verdictJSON)))
    writer.member(
      "seen", .object(report.seen.map { ($0.dimension, .int($0.count)) }))
    writer.member("arrivals", report.arrivals.map { arrivalsJSON($0) } ?? .null)
    writer.member("silent", .array(report.silences.map(silenceJSON)))
    writer.member("losses", .array(report.shownLosses.map(Self.lossJSON)))
    writer.member(
      "diagnostics", .array(orderedDiagnostics.map { $0.json(in: report.query.locale) }))
    writer.member("repeatedIDs", report.repeatedIDs?.json ?? .null)
    writer.member("sources", .array(report.sources.map(\.json)))
    writer.member("strayDates", .array(report.strayDates.map(\.json)))
    writer.member(
      "overDispersion",
      report.overDispersion.map { .array($0.rows.map(overDispersionJSON)) } ?? .null)
    if !report.lowVolume.isEmpty {
      writer.member("lowVolume", .array(report.lowVolume.map(lowVolumeJSON)))
    }
    if let funnel = report.funnel { try write(funnel, to: &writer, sink) }
    writer.endObject()
    writer.finish()
    try writer.flush(atLeast: 1, to: sink)
  }

  /// The diagnostics, losses over the limit first.
  private var orderedDiagnostics: [Message] {
    report.diagnostics.filter { $0.code == Report.lossCode }
      + report.diagnostics.filter { $0.code != Report.lossCode }
  }

  private var queryJSON: JSONValue {
    .object([
      ("by", .array(report.query.by.map { .string($0) })),
      ("period", .optional(report.query.period?.id)),
      ("calendar", .string((report.query.calendar ?? report.survey.calendar).rawValue)),
      (
        "where",
        .object(
          report.query.filters.map { filter in
            (filter.dimension, .array(filter.categories.map { DomainValue(condition: $0).json }))
          })
      ),
      ("level", .number(report.query.level)),
      ("locale", .string(report.query.locale.rawValue)),
      ("audience", .string("internal")),
      ("asOf", .optional(report.asOf?.description)),
    ])
  }

  func periodJSON(_ period: Period) -> JSONValue {
    Self.periodJSON(period, isComplete: period.isComplete(asOf: report.asOf))
  }

  private func overDispersionJSON(_ row: OverDispersionTable.Row) -> JSONValue {
    .object([
      ("measure", .string(row.measure)),
      ("period", periodJSON(row.period)),
      ("phi", .number(row.dispersion.phi)),
      ("cells", .int(row.dispersion.cells)),
      ("units", .int(row.dispersion.units)),
      ("flagged", .bool(row.dispersion.isFlagged)),
    ])
  }

  static func periodJSON(_ period: Period, isComplete: Bool) -> JSONValue {
    .object([
      ("id", .string(period.id)),
      ("first", .string(period.first.description)),
      ("last", .string(period.last.description)),
      ("complete", .bool(isComplete)),
    ])
  }

  private func verdictJSON(_ verdict: TargetVerdict) -> JSONValue {
    let bound: (String, JSONValue) =
      switch verdict.target.bound {
      case .atLeast(let value): ("atLeast", .number(value.value))
      case .atMost(let value): ("atMost", .number(value.value))
      }
    let judgement = verdict.judgement
    return .object([
      ("target", .string(verdict.target.id)),
      ("kind", .string(verdict.kind.rawValue)),
      ("domain", verdict.domain.json),
      (
        "period",
        verdict.period.map { Self.periodJSON($0, isComplete: verdict.isComplete) } ?? .null
      ),
      bound,
      ("n", .int(verdict.n)),
      ("satisfied", .optional(verdict.satisfied)),
      ("estimate", .optional(verdict.value)),
      ("lower", .optional(judgement.interval?.lower)),
      ("upper", .optional(judgement.interval?.upper)),
      ("verdict", .string(judgement.verdict.rawValue)),
      (
        "reason",
        .optional(
          judgement.reason?.rawValue ?? (report.survey.coverage == .census ? "census" : nil))
      ),
      ("provisional", .optional(verdict.provisional?.rawValue)),
      ("flags", .array(verdict.flags.map { .string($0.rawValue) })),
      ("pValue", .optional(judgement.pValue)),
      ("pSide", .optional(judgement.pSide?.rawValue)),
      ("moreSatisfiedNeeded", .optional(judgement.moreSatisfiedNeeded)),
      ("answersNeededAtThisRate", .optional(judgement.answersNeededAtThisRate)),
      ("answersForPower80", .optional(judgement.answersForPower80)),
      ("measure", .string(verdict.target.measure)),
      ("level", .optional(judgement.interval?.level)),
      ("method", .optional(judgement.interval?.method.rawValue)),
      ("losses", Self.lossesJSON(verdict.losses)),
    ])
  }

  private static func lossesJSON(_ share: LossShare) -> JSONValue {
    .object([("lost", .int(share.lost)), ("base", .int(share.base))])
  }

  private static func lossJSON(_ loss: ShownLoss) -> JSONValue {
    let column: (String, JSONValue) =
      switch loss.column {
      case .dimension(let id): ("dimension", .string(id))
      case .question(let id): ("question", .string(id))
      }
    return .object([
      column,
      ("label", .optional(loss.label)),
      ("n", .int(loss.n)),
      ("first", loss.first?.json ?? .null),
      ("suggestion", .optional(loss.suggestion)),
    ])
  }
}
