/// The codes of what is said of margins, and of responses that are weighted to them.
package enum MarginCode: String, CaseIterable, WordedCode {
  /// The population has a category, and the responses do not.
  case categoryWithoutResponses = "margins.category-without-responses"
  /// A category has a count of 0, and there are responses of it.
  case responsesWithoutCount = "margins.responses-without-count"
  /// Two files' totals differ by more than half a percent.
  case totalsDiffer = "margins.totals-differ"
  /// Two files' totals differ by half a percent or less, and one was scaled.
  case totalsScaled = "margins.totals-scaled"
  /// Files have periods of two kinds.
  case periodKinds = "margins.period-kinds"
  /// One file has a period that another lacks.
  case periodInSome = "margins.period-in-some"
  /// A period of the files has no responses, and is left out.
  case periodWithoutResponses = "margins.period-without-responses"
  /// No response has a category of every file.
  case noResponses = "margins.no-responses"
  /// Raking does not meet the files' counts.
  case notConverged = "margins.not-converged"
  /// Too many responses have no category of the files.
  case unmatchedOverLimit = "margins.unmatched-over-limit"
  /// Some responses have no category of the files.
  case unmatched = "margins.unmatched"
  /// Categories have few responses.
  case fewResponses = "margins.few-responses"
  /// Factors were cut at the cap.
  case capped = "margins.capped"
  /// Everyone is in the data, or opinions are counted: nothing is weighted.
  case notWeighted = "margins.not-weighted"
  /// A tally's definition names margins, and none are given.
  case wanted = "margins.wanted"
  /// Other versions' series are not weighted, and left out.
  case otherParts = "margins.other-parts"
  /// The command does not weight.
  case notHere = "margins.not-here"

  /// A file has no dimension.
  case noDimension = "margins.no-dimension"
  /// A file counts by days, not by periods.
  case days = "margins.days"
  /// A file counts nobody.
  case nothing = "margins.nothing"

  /// The stable dotted code.
  package var messageCode: String { rawValue }
}
