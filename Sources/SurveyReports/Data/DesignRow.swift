import CivicSurvey

/// The figures of a design as programs read them, beside an estimate: with their names in JSON and CSV.
enum DesignRow {
  /// The name of the figure that is a whole number.
  static let degreesOfFreedom = "degreesOfFreedom"

  /// The names of the others, in order.
  static let names = [
    "weightedN", "weightedSatisfied", "standardError", "designEffect", "effectiveN", "kishN",
    "relativeStandardError",
  ]

  /// The figures by name; `nil` where they are undefined, all of them where nobody answered.
  static func members(_ figures: DesignFigures?) -> [(name: String, figure: Double?)] {
    let values = [
      figures?.weightedN, figures?.weightedSatisfied, figures?.standardError,
      figures?.designEffect, figures?.effectiveN, figures?.kishN,
      figures?.relativeStandardError,
    ]
    return Array(zip(names, values))
  }
}
