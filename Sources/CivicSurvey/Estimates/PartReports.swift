import SurveyDefinition

/// What can be asked of a part of a tally; types of their own work it out.
extension TallyPart {
  /// Every figure that `query` asks for, from the sums alone.
  ///
  /// - Parameters:
  ///   - query: the breakdown, the conditions, the method and the level.
  ///   - names: the file's name of each source's digest, where it is known.
  ///   - places: where the first response of each half-month stands, where the files were read.
  ///   - messages: what the reading of the files had to say.
  ///   - repeatedIDs: the ids that came more than once in that reading.
  ///   - others: parts that were kept beside this one, for the trend alone.
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.dimension-not-kept`,
  ///   `tally.unknown-category`, `tally.no-dates`, `tally.period-too-fine`,
  ///   `tally.too-many-axes`, `tally.axis-twice`.
  /// - Complexity: O(2^axes × counts).
  public func report(
    _ query: ReportQuery, names: [String: String] = [:],
    places: [CalendarDay: SourcePlace] = [:], messages: [Message] = [],
    repeatedIDs: RepeatedIDs? = nil, beside others: [TallyPart] = []
  ) throws(RunError) -> Report {
    try ReportBuilder(self, query).report(
      names: names, places: places, messages: messages, repeatedIDs: repeatedIDs, beside: others)
  }

  /// The units and kiosks that sent something, where the tally keeps them: by them staff see at once
  /// whether a file is missing.
  ///
  /// The unit is the dimension of that role, else the first open one; the kiosk that of that role.
  public var seenCategories: [SeenCategories] { SeenCategories.all(in: self) }

  /// The counts of the first measure's question; `nil` without a measure.
  ///
  /// - Complexity: O(counts).
  public var mainCounts: MeasuredCounts? {
    MeasuredCounts(mainOf: OpenOpinions(self).judged(asOf: dates.lastDay))
  }

  /// Writes the labels that are not known, as CSV for staff to fill in what they mean.
  ///
  /// One row for each label: by column in the survey's order, then by count. Nothing of personal or
  /// free-text columns is in it. ``LabelMeanings`` reads it back.
  ///
  /// - Throws: whatever `sink` throws.
  public func writeUnknownLabels(
    locale: ReportLocale, to sink: ([UInt8]) throws(RunError) -> Void
  ) throws(RunError) {
    try UnknownLabelSheet(part: self, locale: locale).write(to: sink)
  }
}
