import CivicSurvey

extension FactorRow {
  /// The row in JSON `factors`.
  var json: JSONValue {
    .object(
      [
        ("measure", .string(measure)), ("question", .string(question)), ("n", .int(n)),
        ("satisfied", .int(satisfied)), ("ownSatisfied", .int(ownSatisfied)),
      ] + comparison.members(adjustedPValue, .holm) + [
        ("finding", .string(finding.rawValue)),
        ("reason", .optional(objection?.rawValue ?? comparison.reason?.rawValue)),
      ])
  }
}
