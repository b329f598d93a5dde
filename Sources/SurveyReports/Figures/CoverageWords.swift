import CivicSurvey
import SurveyDefinition

extension Coverage {
  /// The words for how the respondents were found.
  ///
  /// - Parameter design: what figures stand on; `nil` where on n.
  func word(_ design: DesignSummary?) -> ReportWord {
    switch self {
    case .census: .census
    case .sample: design == nil ? .sample : .sampleByDesign
    case .selfSelected: design?.clusters == nil ? .selfSelected : .selfSelectedClusters
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
