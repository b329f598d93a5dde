/// The codes of what is compared with what.
package enum ComparisonCode: String, CaseIterable, WordedCode {
  /// Two periods lie in two versions of a survey.
  case versionBreak = "tally.break-version"
  /// Two periods lie where a question had other choices.
  case scaleBreak = "tally.break-scale"
  /// Two periods lie where a measure was another one.
  case measureBreak = "tally.break-measure"
  /// Two periods lie in two shapes of one version.
  case rulesBreak = "tally.break-rules"
  /// A period that is compared has not ended.
  case incompletePeriod = "tally.compare-incomplete"
  /// A period that is compared has no responses.
  case emptyPeriod = "tally.compare-empty"
  /// Responses are on neither side of a comparison.
  case responsesAside = "tally.compare-aside"
  /// There is no second category to compare with.
  case singleCategory = "tally.compare-alone"
  /// It is not said what is to be compared, or two things at once.
  case unclear = "usage.compare-what"
  /// A range stands where one period is wanted.
  case rangeForPeriod = "usage.compare-range"
  /// Two periods have days in common.
  case periodsOverlap = "usage.compare-overlap"
  /// A combined category is compared with a rest that has its parts.
  case combinedCategory = "usage.compare-within"
  /// A measure that is compared is unknown.
  case unknownMeasure = "usage.compare-measure"
  /// The survey has no measure.
  case noMeasure = "usage.compare-no-measure"
  /// A question whose answers are compared is unknown, or takes several answers.
  case unknownQuestion = "usage.compare-question"
  /// The answers to a question are not compared across a break.
  case questionAcrossBreak = "usage.compare-question-break"
  /// A measure is of another kind, or on another scale, on the other side.
  case otherMeasure = "usage.compare-other-measure"
  /// A dimension has too many categories to compare each pair.
  case tooManyCategories = "usage.compare-too-many"
  /// A category of `--rest` cannot be read.
  case badRest = "usage.compare-rest"

  /// The stable dotted code.
  package var messageCode: String { rawValue }
}
