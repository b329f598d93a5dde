import CivicSurvey
import SurveyDefinition

extension ReportJSON {
  /// How responses were weighted to margins, and what that did; `null` without margins.
  var marginsJSON: JSONValue {
    guard let summary = report.design?.margins else { return .null }
    return .object([
      ("method", .string(summary.isRaked ? "raking" : "post-stratification")),
      ("files", .array(summary.margins.tables.map(Self.tableJSON))),
      ("periods", .array(summary.periods.map { .string($0.id) })),
      ("population", .number(summary.population)),
      ("iterations", .int(summary.rounds)),
      ("smallestFactor", .number(summary.smallestFactor)),
      ("largestFactor", .number(summary.largestFactor)),
      ("cap", .optional(summary.margins.cap)),
      ("capped", .bool(summary.isCapped)),
      ("effectiveN", .optional(summary.kishN)),
      ("residual", .number(summary.residual)),
      ("unmatched", .int(summary.unmatched)),
      ("effect", report.marginEffect.map(effectJSON) ?? .null),
    ])
  }

  private static func tableJSON(_ table: MarginTable) -> JSONValue {
    .object([
      ("name", .string(table.name)),
      ("dimensions", .array(table.dimensions.map { .string($0) })),
      ("period", .optional(table.periods?.rawValue)),
      ("rows", .int(table.rows.count)),
      ("total", .number(table.total)),
    ])
  }

  private func effectJSON(_ effect: MarginEffect) -> JSONValue {
    .object([
      (
        "measures",
        .array(
          effect.changes.map { change in
            .object([
              ("measure", .string(change.measure)), ("without", .number(change.without)),
              ("with", .number(change.with)), ("change", .number(change.with - change.without)),
            ])
          })
      ),
      ("splits", .array(effect.splits.map(splitJSON))),
    ])
  }

  private func splitJSON(_ split: MarginEffect.Split) -> JSONValue {
    .object([
      ("axis", .string(split.axis)), ("mix", .number(split.mix)), ("rest", .number(split.rest)),
      (
        "categories",
        .array(
          split.categories.map { category in
            .object([
              ("category", category.value.json),
              ("label", .string(report.labels.value(category.value, on: split.axis))),
              ("n", .int(category.n)), ("shareWithout", .number(category.shareWithout)),
              ("shareWith", .number(category.shareWith)), ("estimate", .number(category.rate)),
              ("effect", .number(category.effect)),
            ])
          })
      ),
    ])
  }
}
