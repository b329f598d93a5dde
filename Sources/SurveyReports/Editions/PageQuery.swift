import CivicSurvey
import SurveyDefinition

extension ReportQuery {
  /// Asks for what a page shows: arrivals; and without a breakdown, rates by field, unit and quarter
  /// and by every two of them.
  ///
  /// The field is the dimension of that role, else the first that a target is held for each category
  /// of, else the first closed one; the unit is the dimension of that role, and only its arrivals are
  /// counted, else those of one that is expected. Without a unit the rates are cut by the first open
  /// dimension.
  public mutating func completeForPage(of survey: Survey) {
    let dimensions = survey.dimensions
    let judged = survey.targets.flatMap { $0.each + $0.pooled }.map(\.dimension)
    let field =
      survey.dimension(.field)?.id ?? judged.first { survey.dimension($0) != nil }
      ?? dimensions.first { !$0.isOpen }?.id
    let unit = survey.dimension(.unit)?.id
    if arrivals == nil { arrivals = unit ?? dimensions.first { !$0.expected.isEmpty }?.id }
    guard by.isEmpty else { return }
    let other = unit ?? dimensions.first { $0.isOpen && $0.id != field }?.id
    by = [field, other].compactMap { $0 }
    if !survey.source.submittedAt.isEmpty { by.append(PeriodKind.quarter.rawValue) }
    mostAxes = 2
  }
}
