import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// What a page is cut by: the axes of the report, else what its survey offers.
struct PageAxes {
  /// The dimensions and questions of the report's breakdown, in its order.
  let categories: [String]
  /// The first kind of period of the breakdown.
  let period: String?

  init(_ report: Report) {
    categories = report.query.by.filter { PeriodKind(rawValue: $0) == nil }
    period = report.query.by.first { PeriodKind(rawValue: $0) != nil }
  }
}

extension ReportQuery {
  /// Asks for what a page shows: arrivals; and without a breakdown, rates by field, unit and quarter
  /// and by every two of them.
  ///
  /// The field is the dimension of that name, else the first that a target is held for each category
  /// of, else the first closed one; the unit is the dimension of that name, else the first open one.
  public mutating func completeForPage(of survey: Survey) {
    let dimensions = survey.dimensions
    let judged = survey.targets.flatMap { $0.each + $0.pooled }.map(\.dimension)
    let field =
      survey.dimension("field")?.id ?? judged.first { survey.dimension($0) != nil }
      ?? dimensions.first { !$0.isOpen }?.id
    let unit = survey.dimension("unit")?.id ?? dimensions.first { $0.isOpen && $0.id != field }?.id
    if arrivals == nil { arrivals = unit ?? dimensions.first { !$0.expected.isEmpty }?.id }
    guard by.isEmpty else { return }
    by = [field, unit].compactMap { $0 }
    if !survey.source.submittedAt.isEmpty { by.append(PeriodKind.quarter.rawValue) }
    mostAxes = 2
  }
}

extension ReportDocument {
  /// The sections of a page, in the order in which they are needed; none of them empty.
  var pageSections: [ReportSection] {
    let sections: [ReportSection?] = [
      summary, pageTargets, pageRates, trend, cross, profile, pageNeeds, pageAnswers,
      quarterly, pageArrivals, pageLosses, pageNotices, pageMethod,
    ]
    return sections.compactMap { $0 }.filter { !$0.blocks.isEmpty }
  }

  /// The measure that a page is about: the survey's first.
  var mainMeasure: String? { report.survey.measures.first?.id }

  /// The estimates of a measure by some axes; `nil` where the report has none.
  func estimates(_ measure: String?, by axes: [String]) -> Slice<EstimateTable>? {
    report.estimates.runs.first { $0.measure == measure && $0.axes == axes }
      .map { report.estimates[$0.rows] }
  }

  // MARK: - Sections made of what every format has

  private var pageTargets: ReportSection? {
    section("targets", from: targets + silences)
  }

  private var pageLosses: ReportSection? {
    section("losses", from: losses + accounting.dropFirst())
  }

  private var pageNotices: ReportSection? { section("notices", from: notices) }

  var pageMethod: ReportSection? {
    section(
      "method", from: [method.first].compactMap { $0 } + howFound + method.dropFirst() + sources)
  }

  /// How the respondents were found, and what it means for the figures.
  private var howFound: [ReportBlock] {
    let coverage: ReportWord =
      switch report.survey.coverage {
      case .census: .caveatCensus
      case .sample: .caveatSample
      case .selfSelected: .caveatSelfSelected
      }
    let survey = report.survey
    return [
      .paragraph(word(coverage)),
      .paragraph(
        word(
          .surveyLine,
          ["id": survey.id, "version": survey.version, "revision": String(survey.revision)])),
      .paragraph(word(.shapeHash, ["hash": report.shapeHash])),
    ]
  }

  /// A section whose first block is its heading.
  private func section(_ id: String, from blocks: [ReportBlock]) -> ReportSection? {
    guard case .heading(_, let title)? = blocks.first, blocks.count > 1 else { return nil }
    return ReportSection(
      id: id, title: title,
      blocks: blocks.dropFirst().map { block in
        if case .heading(2, let text) = block { .heading(3, text) } else { block }
      })
  }
}
