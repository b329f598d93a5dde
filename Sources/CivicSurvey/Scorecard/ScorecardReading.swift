import SurveyDefinition

/// What a run over a source's exports has made.
public struct ScorecardReading: Sendable {
  let part: TallyPart
  let names: [String: String]
  let places: [CalendarDay: SourcePlace]
  let messages: [Message]
  let repeatedIDs: RepeatedIDs?
}
