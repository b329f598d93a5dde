import CivicSurvey

extension FactorRow {
  /// The row in JSON `factors`.
  var json: JSONValue {
    let limits = comparison.limits
    let test = comparison.test
    return .object([
      ("measure", .string(measure)), ("question", .string(question)), ("n", .int(n)),
      ("satisfied", .int(satisfied)), ("ownSatisfied", .int(ownSatisfied)),
      ("difference", .optional(comparison.difference)), ("lower", .optional(limits?.lower)),
      ("upper", .optional(limits?.upper)), ("level", .optional(limits?.level)),
      ("method", .optional(limits?.method)), ("standardError", .optional(limits?.standardError)),
      ("test", .optional(test?.name)), ("statistic", .optional(test?.statistic)),
      ("degreesOfFreedom", .optional(test?.degreesOfFreedom)),
      ("pValue", .optional(test?.pValue)), ("adjustedPValue", .optional(adjustedPValue)),
      ("adjustment", .optional(test == nil ? nil : ComparisonAdjustment.holm.rawValue)),
      ("finding", .string(finding.rawValue)),
      ("reason", .optional(objection?.rawValue ?? comparison.reason?.rawValue)),
    ])
  }
}
