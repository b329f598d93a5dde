import SurveyDefinition

extension ComparisonQuery {
  /// What is compared in a tally, from its sums alone.
  ///
  /// Two periods may lie in two parts of one survey: that is a break, which the query must ask for.
  ///
  /// - Parameter name: the part that both sides lie in, `SURVEY@VERSION`; `nil` finds it.
  /// - Throws: ``RunError`` `tally.several-parts`, `tally.no-such-part`, `tally.break-*`, and as
  ///   ``compared(in:names:places:messages:repeatedIDs:)``.
  public func compared(
    in tally: Tally, part name: String? = nil
  ) throws(RunError) -> ComparisonReport {
    let parts = tally.parts
    guard name == nil, parts.count > 1, case .periods(let first, let second) = subject,
      Set(parts.map(\.plan.survey.id)).count == 1
    else { return try compared(in: tally.part(named: name)) }
    var found: [TallyPart?] = []
    for period in [first, second] {
      let holding = parts.filter { Self.hasResponses($0, in: period) }
      guard holding.count < 2 else {
        throw RunError(
          .data, .tallySeveralParts, ["parts": holding.map(\.name).joined(separator: ", ")])
      }
      found.append(holding.first)
    }
    guard let one = found[0] ?? found[1] ?? parts.first else {
      throw RunError(.data, .tallyNoParts)
    }
    return try ComparisonBuilder(one, beside: found[1] ?? one, self).report()
  }

  /// What is compared within a part, from its sums alone.
  ///
  /// - Parameters:
  ///   - part: the sums.
  ///   - names: the file's name of each source's digest, where it is known.
  ///   - places: where the first response of each half-month stands, where the files were read.
  ///   - messages: what the reading of the files had to say.
  ///   - repeatedIDs: the ids that came more than once in that reading.
  /// - Throws: ``RunError`` with all that is asked and that the part cannot answer.
  /// - Complexity: O(counts), and O(n²) in the categories of pairs.
  public func compared(
    in part: TallyPart, names: [String: String] = [:],
    places: [CalendarDay: SourcePlace] = [:], messages: [Message] = [],
    repeatedIDs: RepeatedIDs? = nil
  ) throws(RunError) -> ComparisonReport {
    try ComparisonBuilder(part, beside: part, self)
      .report(names: names, places: places, messages: messages, repeatedIDs: repeatedIDs)
  }

  /// Whether an accepted response is dated in a period, stray dates aside.
  private static func hasResponses(_ part: TallyPart, in period: Period) -> Bool {
    let (dates, sums) = (part.dates, part.sums)
    return (0..<sums.count).contains { domain in
      guard let day = PeriodCode.firstDay(of: sums.period(of: domain)) else { return false }
      return period.contains(day) && !dates.isStray(day, by: part.plan.kept)
        && sums.responses(of: domain) > 0
    }
  }
}
