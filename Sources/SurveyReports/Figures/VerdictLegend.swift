import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// What the verdicts on samples mean at length, each that stands in a table once.
struct VerdictLegend {
  /// The bounds of the rows that have each verdict.
  private let bounds: [Verdict: [TargetBound]]

  /// Of those rows that have an interval.
  init(_ verdicts: [TargetVerdict]) {
    let sampled = verdicts.filter { $0.judgement.interval != nil }
    bounds = Dictionary(grouping: sampled, by: \.judgement.verdict)
      .mapValues { $0.map(\.target.bound) }
  }

  /// A line for each verdict; empty without any.
  ///
  /// - Parameter word: gives a word in the page's language.
  func lines(_ word: (ReportWord, [String: String]) -> String) -> [String] {
    Verdict.allCases.compactMap { verdict in
      guard let bounds = bounds[verdict], let meaning = ReportWord(meaningOf: verdict) else {
        return nil
      }
      let atLeast = bounds.filter { if case .atLeast = $0 { true } else { false } }
      let side: ReportWord =
        atLeast.count == bounds.count ? .lower : atLeast.isEmpty ? .higher : .lowerOrHigher
      return word(
        .verdictMeans,
        [
          "verdict": word(ReportWord(verdict), [:]),
          "meaning": word(meaning, ["side": word(side, [:])]),
        ]
      )
    }
  }
}
