import SurveyDefinition

/// Which opinions of a register are wanted, with their words.
public struct OpinionQuery: Sendable {
  /// The most opinions that one list has, and the most bytes of their words: what is older is left out.
  public static let mostOpinions = 1_000
  /// The most bytes of the texts of one list.
  static let mostBytes = 4 << 20

  /// What makes an opinion public: all of these must hold.
  ///
  /// Each names categories of a dimension or answers of a closed question; never empty, since nothing is
  /// published that nobody has said may be.
  public let publication: [CategoryFilter]
  /// Of the public ones only those for which all of these hold; they may also name what is no category
  /// (`_missing`, `_unmapped`, …).
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
    self.publication = publication.filters
    filters = query.filters
    period = query.period
    isMasked = publication.isMasked
  }
}
