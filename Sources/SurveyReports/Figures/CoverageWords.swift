import SurveyDefinition

extension Coverage {
  /// The words for how the respondents were found.
  ///
  /// - Parameter hasDesign: whether figures stand on weights, strata or clusters.
  func word(hasDesign: Bool) -> ReportWord {
    switch self {
    case .census: .census
    case .sample: hasDesign ? .sampleByDesign : .sample
    case .selfSelected: hasDesign ? .selfSelectedClusters : .selfSelected
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
