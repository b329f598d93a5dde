import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// A report made ready for people: what all its sections and sheets stand on, worked out once.
///
/// A class, since every piece of a report holds it and rows make pieces of their own.
final class ReportContext {
  /// The report.
  let report: Report
  /// Its language.
  let language: ReportLanguage
  /// The axes that it is cut by.
  let axes: ReportAxes
  /// The runs of its figures, in order.
  let runs: [EstimateTable.Run]
  /// The runs of its answers, in order.
  let answerRuns: [DistributionTable.Run]
  /// The first measure's figure for everything that the report is about.
  let whole: Estimate?
  /// Whether what counts is satisfaction, of every measure, and not a register's facts, nor those who
  /// are not satisfied.
  let asksSatisfaction: Bool
  /// Whether every measure is a share.
  let areShares: Bool
  /// What each measure is counted in.
  private let scales: [String: MeasureScale]
  /// The targets that a measure's rounded figures must lie to as the exact ones do.
  let bounds: [String: [TargetBound]]
  /// The first run of a measure and its axes.
  private let places: [RunName: Int]

  private struct RunName: Hashable {
    let measure: String
    let axes: [String]
  }

  /// Prepares a report.
  init(_ report: Report) {
    let survey = report.survey
    let runs = report.estimates.runs
    self.report = report
    self.runs = runs
    answerRuns = report.distributions.runs
    language = ReportLanguage(survey, in: report.query.locale)
    axes = ReportAxes(report.query)
    bounds = Dictionary(
      survey.measures.map { measure in
        (measure.id, survey.targets.filter { $0.measure == measure.id }.map(\.bound))
      }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      runs.enumerated().map { (RunName(measure: $1.measure, axes: $1.axes), $0) },
      uniquingKeysWith: { first, _ in first })
    self.places = places
    whole = survey.measures.first
      .flatMap { places[RunName(measure: $0.id, axes: [])] }
      .map { report.estimates[runs[$0].rows.lowerBound] }
    scales = Dictionary(
      survey.measures.map { ($0.id, $0.scale) }, uniquingKeysWith: { first, _ in first })
    areShares = survey.measures.allSatisfy { $0.scale.unit == .share }
    asksSatisfaction = survey.measures.allSatisfy { measure in
      switch measure.rule {
      case .bottombox, .net: return false
      case .topbox, .mean, .mean100, .index, .comprehensive: break
      }
      guard let question = survey.question(measure.question) else { return true }
      return question.type == .rating || question.role == .overall || question.role == .factor
    }
  }

  /// The measure that a report is about: the survey's first.
  var mainMeasure: String? { report.survey.measures.first?.id }

  /// The title of a section of figures.
  var rateTitle: ReportWord {
    areShares ? (asksSatisfaction ? .satisfactionRates : .rates) : .figures
  }

  /// What a figure is called within a sentence.
  var figureWord: String {
    (areShares ? ReportWord.rateInside : .figureInside).text(in: report.query.locale)
  }

  /// What the main measure is counted in.
  var mainScale: MeasureScale { mainMeasure.map(scale) ?? .share }

  /// What a measure is counted in.
  func scale(of measure: String) -> MeasureScale { scales[measure] ?? .share }

  /// Whether each response either counts for a measure or does not, so that rates can be compared.
  func isBinomial(_ measure: String?) -> Bool {
    measure.flatMap { report.survey.measure($0) }?.rule.isBinomial ?? true
  }

  /// Whether there can be intervals: a census has none.
  var showsIntervals: Bool { report.survey.coverage != .census }

  /// The rows of a measure by some axes; `nil` where the report has none.
  func rows(of measure: String?, by axes: [String]) -> Range<Int>? {
    guard let measure, let place = places[RunName(measure: measure, axes: axes)] else { return nil }
    return runs[place].rows
  }

  /// The estimates of a measure by some axes; `nil` where the report has none.
  func estimates(_ measure: String?, by axes: [String]) -> Slice<EstimateTable>? {
    rows(of: measure, by: axes).map { report.estimates[$0] }
  }
}

/// The axes that a report is cut by: its breakdown, in its order.
struct ReportAxes {
  /// The dimensions and questions.
  let categories: [String]
  /// The first kind of period.
  let period: String?

  /// The axes of a query.
  init(_ query: ReportQuery) {
    categories = query.by.filter { PeriodKind(rawValue: $0) == nil }
    period = query.by.first { PeriodKind(rawValue: $0) != nil }
  }
}
