import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// How to read the page: what holds until when, what an interval is for, what a verdict says.
struct ScorecardMethodSection: ScorecardPiece {
  let context: ScorecardContext

  /// The section.
  var sections: [ReportSection] {
    var items = [word(.planThresholds), word(.planPeriods), word(.planChangeMeans)]
    let areShares = card.rows.allSatisfy { row in
      guard case .figure(let verdict) = row.content else { return true }
      return verdict.target.bound.value.unit == .share
    }
    if !areShares { items.append(word(.planChangeOfMeasures)) }
    let reports = card.sources.compactMap(\.report)
    let level = ["level": numbers.levelPercent(card.query.level)]
    let coverages: [(Coverage, ReportWord)] = [
      (.census, .planCensusMeans), (.sample, .planSampleMeans),
      (.selfSelected, .planSelfSelectedMeans),
    ]
    for (coverage, means) in coverages
    where reports.contains(where: {
      $0.survey.coverage == coverage && ($0.design == nil || coverage == .selfSelected)
    }) {
      items.append(word(means, level))
    }
    if reports.contains(where: { $0.design != nil }) {
      items.append(word(.planDesignMeans, level))
    }
    return [
      ReportSection(id: "method", title: word(.method), blocks: [.list(items + legend)])
    ]
  }

  /// What the verdicts on samples mean at length, each that stands on the page once.
  private var legend: [String] {
    let verdicts = card.rows.compactMap { row -> TargetVerdict? in
      if case .figure(let verdict) = row.content { verdict } else { nil }
    }
    return VerdictLegend(verdicts).lines { word($0, $1) }
  }
}
