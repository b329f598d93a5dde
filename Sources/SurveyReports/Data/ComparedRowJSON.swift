import CivicSurvey

extension ComparisonRow {
  /// The row, whether of a comparison or of a report's change.
  var json: JSONValue {
    .object(
      [
        ("measure", .string(measure)), ("first", first.domain.json), ("second", second.domain.json),
      ] + comparison.members(adjustedPValue, adjustment) + [
        ("finding", .string(finding.rawValue)), ("reason", .optional(reasonName)),
        ("flags", .array(flags.map { .string($0.rawValue) })),
      ] + side("first", first) + side("second", second) + answersJSON)
  }

  private func side(_ name: String, _ side: ComparedSide) -> [(String, JSONValue)] {
    [
      (name + "N", .int(side.n)), (name + "Satisfied", .optional(side.satisfied)),
      (name + "Estimate", .optional(answers == nil ? side.value : nil)),
    ]
      + ((answers == nil ? side.design : nil).map {
        [
          (name + "WeightedN", .number($0.weightedN)),
          (name + "StandardError", .optional($0.standardError)),
          (name + "EffectiveN", .optional($0.effectiveN)),
        ]
      } ?? [])
  }

  private var answersJSON: [(String, JSONValue)] {
    guard let answers else { return [] }
    return [
      (
        "answers",
        .array(
          answers.map {
            .object([
              ("choice", .string($0.choice)), ("firstN", .int($0.firstN)),
              ("firstShare", .optional($0.firstShare)), ("secondN", .int($0.secondN)),
              ("secondShare", .optional($0.secondShare)),
            ])
          })
      ),
      ("pooledAnswers", .array(pooledAnswers.map { .array($0.map { .string($0) }) })),
    ]
  }

  /// Why nothing is said of the row, or why it has no interval and test.
  var reasonName: String? { objection?.rawValue ?? comparison.reason?.rawValue }
}

extension RateComparison {
  /// The difference with its limits and test.
  func members(
    _ adjustedPValue: Double?, _ adjustment: ComparisonAdjustment
  ) -> [(String, JSONValue)] {
    [
      ("difference", .optional(difference)), ("lower", .optional(limits?.lower)),
      ("upper", .optional(limits?.upper)), ("level", .optional(limits?.level)),
      ("method", .optional(limits?.method)), ("standardError", .optional(limits?.standardError)),
      ("test", .optional(test?.name)), ("statistic", .optional(test?.statistic)),
      ("degreesOfFreedom", .optional(test?.degreesOfFreedom)),
      ("denominatorDegreesOfFreedom", .optional(test?.denominatorDegreesOfFreedom)),
      ("pValue", .optional(test?.pValue)), ("adjustedPValue", .optional(adjustedPValue)),
      ("adjustment", .optional(test == nil ? nil : adjustment.rawValue)),
    ]
  }
}
