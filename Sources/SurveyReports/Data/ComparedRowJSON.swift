import CivicSurvey

extension ComparisonRow {
  /// The row, whether of a comparison or of a report's change.
  var json: JSONValue {
    let limits = comparison.limits
    return .object([
      ("measure", .string(measure)), ("first", first.domain.json), ("second", second.domain.json),
      ("difference", .optional(comparison.difference)), ("lower", .optional(limits?.lower)),
      ("upper", .optional(limits?.upper)), ("level", .optional(limits?.level)),
      ("method", .optional(limits?.method)), ("test", .optional(comparison.test?.name)),
      ("statistic", .optional(comparison.test?.statistic)),
      ("degreesOfFreedom", .optional(comparison.test?.degreesOfFreedom)),
      ("pValue", .optional(comparison.test?.pValue)),
      ("adjustedPValue", .optional(adjustedPValue)),
      ("adjustment", .optional(comparison.test == nil ? nil : adjustment.rawValue)),
      ("finding", .string(finding.rawValue)), ("reason", .optional(reasonName)),
      ("flags", .array(flags.map { .string($0.rawValue) })),
      ("firstN", .int(first.n)), ("firstSatisfied", .int(first.satisfied)),
      ("firstEstimate", .optional(first.rate)), ("secondN", .int(second.n)),
      ("secondSatisfied", .int(second.satisfied)), ("secondEstimate", .optional(second.rate)),
    ])
  }

  /// Why nothing is said of the row, or why it has no interval and test.
  var reasonName: String? { objection?.rawValue ?? comparison.reason?.rawValue }
}
