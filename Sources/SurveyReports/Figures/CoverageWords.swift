import SurveyDefinition

extension Coverage {
  /// The words for how the respondents were found.
  var word: ReportWord {
    switch self {
    case .census: .census
    case .sample: .sample
    case .selfSelected: .selfSelected
    }
  }

  /// The words for what that means for the figures.
  var caveat: ReportWord {
    switch self {
    case .census: .caveatCensus
    case .sample: .caveatSample
    case .selfSelected: .caveatSelfSelected
    }
  }
}
