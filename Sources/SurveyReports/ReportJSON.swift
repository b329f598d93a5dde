import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension Report {
  /// The report by CONTRACTS, section 6.
  var json: JSONValue {
    .object([
      ("schemaVersion", .int(ReportSchema.version)),
      ("query", queryJSON),
      ("periods", .array(periods.map(periodJSON))),
      ("survey", surveyJSON),
      ("measures", .array(survey.measures.map(Self.measureJSON))),
      ("dimensions", dimensionsJSON),
      ("accounting", accountingJSON),
      ("estimates", .array(estimates.map(estimateJSON))),
      ("distribution", .array(distributions.map(distributionJSON))),
      ("verdicts", .array(verdicts.map(verdictJSON))),
      ("losses", .array(shownLosses.map(Self.lossJSON))),
      ("diagnostics", .array(orderedDiagnostics.map { $0.json(in: query.locale) })),
      ("sources", .array(sources.map(Self.sourceJSON))),
    ])
  }

  private var queryJSON: JSONValue {
    .object([
      ("by", .array(query.by.map { .string($0) })),
      ("period", .optional(query.period?.id)),
      ("calendar", .string((query.calendar ?? survey.calendar).rawValue)),
      (
        "where",
        .object(
          query.filters.map { filter in
            (filter.dimension, .array(filter.categories.map(Self.conditionJSON)))
          })
      ),
      ("level", .number(query.level)),
      ("locale", .string(query.locale.rawValue)),
      ("audience", .string("internal")),
      ("asOf", .optional(asOf?.description)),
    ])
  }

  private func periodJSON(_ period: Period) -> JSONValue {
    Self.periodJSON(period, isComplete: period.isComplete(asOf: asOf))
  }

  private static func periodJSON(_ period: Period, isComplete: Bool) -> JSONValue {
    .object([
      ("id", .string(period.id)),
      ("first", .string(period.first.description)),
      ("last", .string(period.last.description)),
      ("complete", .bool(isComplete)),
    ])
  }

  var surveyJSON: JSONValue {
    .object([
      ("id", .string(survey.id)),
      ("version", .string(survey.version)),
      ("revision", .int(survey.revision)),
      ("shapeHash", .string(shapeHash)),
      ("coverage", .string(survey.coverage.rawValue)),
      ("title", .string(survey.title.text(in: query.locale.rawValue))),
    ])
  }

  private static func measureJSON(_ measure: Measure) -> JSONValue {
    .object([
      ("id", .string(measure.id)),
      ("version", .int(measure.version)),
      ("rule", .string("topbox")),
      ("formula", .string(measure.formula)),
      ("base", .string("answered")),
      ("question", .string(measure.question)),
      ("satisfied", .array(measure.satisfied.map { .string($0) })),
    ])
  }

  var accountingJSON: JSONValue {
    .object([
      ("read", .int(accounting.read)),
      ("accepted", .int(accounting.accepted)),
      ("rejected", .int(accounting.rejected)),
      (
        "duplicate",
        .object([
          ("identical", .int(accounting.identicalDuplicates)),
          ("conflicting", .int(accounting.conflictingDuplicates)),
        ])
      ),
      ("outOfScope", .int(accounting.outOfScope)),
      ("blank", .int(accounting.blank)),
      ("notResponse", .int(accounting.notResponse)),
      ("repaired", .int(accounting.repaired)),
      ("corrected", .int(accounting.corrected)),
      ("responses", .int(accounting.responses)),
      ("withoutID", .int(accounting.withoutID)),
      ("selected", .int(selected)),
      (
        "byCode",
        .object(accounting.byCode.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })
      ),
    ])
  }

  private func estimateJSON(_ estimate: Estimate) -> JSONValue {
    .object(
      [("measure", .string(estimate.measure)), ("domain", Self.domainJSON(estimate.domain))]
        + [("n", .int(estimate.n)), ("satisfied", .int(estimate.satisfied))]
        + Self.countsJSON(estimate.counts) + [
          ("estimate", .optional(estimate.rate)),
          ("lower", .optional(estimate.interval?.lower)),
          ("upper", .optional(estimate.interval?.upper)),
          ("level", .optional(estimate.interval?.level)),
          ("method", .optional(estimate.interval?.method.rawValue)),
          ("flags", .array(flags(of: estimate).map { .string($0) })),
          ("reason", .optional(estimate.reason?.rawValue)),
          ("losses", Self.lossesJSON(estimate.losses)),
        ])
  }

  /// The counts beside `n` that add up to `accepted`.
  private static func countsJSON(_ counts: AnswerCounts) -> [(String, JSONValue)] {
    [
      ("accepted", .int(counts.accepted)),
      ("noOpinion", .int(counts.noOpinion)),
      ("missing", .int(counts.missing)),
      ("notApplicable", .int(counts.notApplicable)),
      ("invalid", .int(counts.invalid)),
    ]
  }

  private func distributionJSON(_ distribution: Distribution) -> JSONValue {
    let question = survey.question(distribution.question)
    let isMultiple = question?.type == .multiple
    let respondents = distribution.counts.answered
    let total = distribution.totalAnswers
    func share(_ part: Int, of whole: Int) -> JSONValue {
      whole > 0 ? .number(Double(part) / Double(whole)) : .null
    }
    let answers = distribution.answers.map { answer in
      let shares: [(String, JSONValue)] =
        isMultiple
        ? [
          ("shareOfRespondents", share(answer.n, of: respondents)),
          ("shareOfAnswers", share(answer.n, of: total)),
        ] : [("share", share(answer.n, of: respondents))]
      return JSONValue.object(
        [
          ("choice", .string(answer.choice)),
          ("label", .string(labels.choice(answer.choice, of: question))),
          ("n", .int(answer.n)),
        ] + shares)
    }
    let bases: [(String, JSONValue)] =
      isMultiple ? [("respondents", .int(respondents)), ("answersGiven", .int(total))] : []
    return .object(
      [
        ("question", .string(distribution.question)),
        ("domain", Self.domainJSON(distribution.domain)),
        ("n", .int(respondents)),
      ] + bases + [("answers", .array(answers))] + Self.countsJSON(distribution.counts) + [
        (
          "reason",
          .optional(respondents > 0 ? nil : EstimateReason.noAnswers.rawValue)
        )
      ])
  }

  private func verdictJSON(_ verdict: TargetVerdict) -> JSONValue {
    let bound: (String, JSONValue) =
      switch verdict.target.bound {
      case .atLeast(let share): ("atLeast", Self.shareJSON(share))
      case .atMost(let share): ("atMost", Self.shareJSON(share))
      }
    let judgement = verdict.judgement
    return .object([
      ("target", .string(verdict.target.id)),
      ("kind", .string(verdict.kind.rawValue)),
      ("domain", Self.domainJSON(verdict.domain)),
      (
        "period",
        verdict.period.map { Self.periodJSON($0, isComplete: verdict.isComplete) } ?? .null
      ),
      bound,
      ("n", .int(verdict.n)),
      ("satisfied", .int(verdict.satisfied)),
      ("estimate", .optional(verdict.rate)),
      ("lower", .optional(judgement.interval?.lower)),
      ("upper", .optional(judgement.interval?.upper)),
      ("verdict", .string(judgement.verdict.rawValue)),
      (
        "reason",
        .optional(judgement.reason?.rawValue ?? (survey.coverage == .census ? "census" : nil))
      ),
      ("provisional", .optional(verdict.provisional?.rawValue)),
      ("pValue", .optional(judgement.pValue)),
      ("moreSatisfiedNeeded", .optional(judgement.moreSatisfiedNeeded)),
      ("answersNeededAtThisRate", .optional(judgement.answersNeededAtThisRate)),
      ("measure", .string(verdict.target.measure)),
      ("level", .optional(judgement.interval?.level)),
      ("method", .optional(judgement.interval?.method.rawValue)),
      ("losses", Self.lossesJSON(verdict.losses)),
    ])
  }

  private static func lossesJSON(_ share: LossShare) -> JSONValue {
    .object([("lost", .int(share.lost)), ("base", .int(share.base))])
  }

  private static func shareJSON(_ share: DecimalShare) -> JSONValue {
    .number(Double(share.numerator) / Double(share.denominator))
  }

  private static func lossJSON(_ loss: ShownLoss) -> JSONValue {
    let column: (String, JSONValue) =
      switch loss.column {
      case .dimension(let id): ("dimension", .string(id))
      case .question(let id): ("question", .string(id))
      }
    let first = loss.first.map { place in
      JSONValue.object([
        ("source", .string(place.source)), ("line", .int(Int(clamping: place.line))),
      ])
    }
    return .object([
      column,
      ("label", .optional(loss.label)),
      ("n", .int(loss.n)),
      ("first", first ?? .null),
      ("suggestion", .optional(loss.suggestion)),
    ])
  }

  static func sourceJSON(_ source: ReportSource) -> JSONValue {
    .object([
      ("name", .optional(source.name)),
      ("bytes", .int(source.bytes)),
      ("xxh128", .string(source.digest)),
      ("sha256", .null),
      ("first", .optional(source.first?.description)),
      ("last", .optional(source.last?.description)),
    ])
  }
}
