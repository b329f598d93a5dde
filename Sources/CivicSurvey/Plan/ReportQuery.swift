import SurveyDefinition
import SurveyStatistics

/// What a report was asked for.
public struct ReportQuery: Sendable {
  /// The most axes of one breakdown; all subsets of them are estimated.
  public static let axisLimit = 8

  /// The axes: ids of dimensions and questions, and words of period kinds.
  public var by: [String] = []
  /// The most axes that one domain has; `nil` takes every combination of `by`.
  public var mostAxes: Int?
  /// The dimension whose arrivals are counted by half-month.
  public var arrivals: String?
  /// Conditions on every figure.
  public var filters: [CategoryFilter] = []
  /// The days to which every figure is limited.
  public var period: PeriodRange?
  /// The calendar of all periods; `nil` is the survey's.
  public var calendar: ReportCalendar?
  /// The day that periods are complete by; `nil` is the last accepted response's.
  public var asOf: CalendarDay?
  /// How the intervals of estimates and verdicts are made.
  public var intervalMethod = IntervalMethod.wilson
  /// The level of intervals, 0…1.
  public var level = 0.95
  /// The share of losses above which no verdict is given.
  public var lossLimit = DecimalShare(numerator: 5, denominator: 100)
  /// Whether each target's row is held against that of the period before.
  var comparesTargets = false
  /// Whether units are commended that serve well and in which the most people take part.
  var commends = false
  /// How many were served and asked, from files beside the responses.
  public var volumes: [CountTable] = []
  /// What responses are weighted to; `nil` weights them to nothing.
  public var margins: Margins?
  /// The language of labels.
  public var locale = ReportLocale.en
  /// The day that a report for people says it was made on; `nil` says nothing, so that the same
  /// input gives the same bytes.
  public var printedOn: CalendarDay?

  /// The default query: the whole, no breakdown, Wilson's intervals of 95 %.
  public init() {}
}
