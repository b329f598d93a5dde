import SurveyDefinition

/// What is to be compared with what.
public struct ComparisonQuery: Sendable {
  /// The two sides, or how they are found.
  public enum Subject: Sendable, Equatable {
    /// A period with another one.
    case periods(Period, with: Period)
    /// A category, or several together, with the rest of their dimension.
    case category(axis: String, [String])
    /// Every category of a dimension with the rest of it.
    case eachWithRest(axis: String)
    /// Every category of a dimension with every other.
    case pairs(axis: String)

    /// The dimension or question whose categories are compared; `nil` of periods.
    public var axis: String? {
      switch self {
      case .periods: nil
      case .category(let axis, _), .eachWithRest(let axis), .pairs(let axis): axis
      }
    }
  }

  /// More categories are not compared pair by pair: their pairs would be half a million.
  public static let pairLimit = 1_000

  /// The two sides.
  public let subject: Subject
  /// The measures' ids, in their order; empty takes the survey's first, unless there are questions.
  public var measures: [String] = []
  /// The questions whose answers are compared, in their order.
  public var questions: [String] = []
  /// How p-values are adjusted.
  public var adjustment = ComparisonAdjustment.holm
  /// Whether periods are also compared where the survey changed between them.
  public var crossesBreaks = false
  /// The conditions, the calendar, the level and the language; its `by` says nothing here.
  public var report = ReportQuery()

  /// A query about a subject: the survey's first measure, Holm's adjustment, no break crossed.
  public init(_ subject: Subject) { self.subject = subject }
}

extension TabulationPlan {
  /// Plans what a comparison needs: all dimensions, as a tally has them, so that the same figures come
  /// from files and from tallies.
  ///
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.not-a-dimension`.
  public init(_ survey: Survey, for query: ComparisonQuery) throws(RunError) {
    let axes =
      ([query.subject.axis] + query.report.filters.map(\.dimension)).compactMap { $0 }
      + (query.report.margins?.dimensions ?? [])
    try self.init(survey, alsoBy: axes.filter { survey.dimension($0) == nil })
  }
}
