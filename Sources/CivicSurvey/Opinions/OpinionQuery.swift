import SurveyDefinition

/// Which opinions of a register are wanted, with their words.
public struct OpinionQuery: Sendable {
  /// The most opinions that one list has, and the most bytes of their words: what is older is left out.
  public static let mostOpinions = 1_000
  /// The most bytes of the texts of one list.
  static let mostBytes = 12 << 20

  /// All of these must hold, each by a category of a dimension or an answer of a closed question; never
  /// empty, since nothing is published that nobody has said may be.
  public let filters: [CategoryFilter]
  /// The days of receipt; `nil` takes all.
  public let period: PeriodRange?
  /// Whether what tells who somebody is is masked.
  public let isMasked: Bool

  /// What a register admits, and of that what a report is asked for.
  ///
  /// - Parameters:
  ///   - publication: what the definition admits.
  ///   - query: conditions and days of the report.
  public init(_ publication: OpinionPublication, _ query: ReportQuery) {
    filters = publication.filters + query.filters
    period = query.period
    isMasked = publication.isMasked
  }
}
