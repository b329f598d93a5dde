import SurveyDefinition
import SurveyStatistics

/// Everything that one report says, as values; each format only words and lays it out.
///
/// It stands on the tally alone. Lists are in their final order: measures in survey order; the whole
/// first, then fewer dimensions, subsets in the order of `--by`, categories in survey order or by label
/// bytes, `missing` and `unmapped` last.
public struct Report: Sendable {
  /// The survey, for titles, labels, scales and formulas.
  public let survey: Survey
  /// The shape hash of the part, as 32 hexadecimal digits.
  public let shapeHash: String
  /// What was asked for.
  public let query: ReportQuery
  /// The last day of the data that periods are complete by; `nil` without dates.
  public let asOf: CalendarDay?
  /// Every period that a row of the report shows, in time order; no stray date makes one.
  public let periods: [Period]
  /// The whole tally's accounting.
  public let accounting: Accounting
  /// The accepted responses that `--where` and `--period` leave.
  public let selected: Int
  /// The units and kiosks that sent something, where the tally keeps them.
  public let seen: [SeenCategories]
  /// How the sample was drawn, or which responses lie together; `nil` where everything is done on n.
  public let design: DesignSummary?
  /// What weighting to margins does to the figures; `nil` without margins.
  public let marginEffect: MarginEffect?
  /// The rates.
  public let estimates: EstimateTable
  /// The first measure in the newest period, of the report's kind, else of the first target's, against
  /// the period just before; `nil` where either has no answers or there is none.
  public let change: ComparisonRow?
  /// The questions that measures name in `joint`, each held against the measure's own over all that the report
  /// chooses; empty where no measure names any.
  public let factors: [FactorRow]
  /// The answers of closed and multiple questions, in the same domains.
  public let distributions: DistributionTable
  /// The main measure in the other parts of the tally, where it was asked about.
  public let otherParts: [PartTrend]
  /// The verdicts.
  public let verdicts: [TargetVerdict]
  /// What arrived when; `nil` where the query does not ask for it.
  public let arrivals: ArrivalTable?
  /// The expected categories that sent nothing in a period that the report shows, by period.
  public let silences: [Silence]
  /// The spellings that were read as nothing known, most frequent first within a column.
  public let losses: [LabelLoss]
  /// The share of the whole tally that the first measure could not use.
  public let lossShare: LossShare
  /// The greatest share of losses of a shown figure; `nil` where there is no figure.
  public let worstLoss: LossShare?
  /// Whether the losses of any shown figure are above the limit.
  public let lossesExceedLimit: Bool
  /// Whether those of any shown figure may be: records stand for nobody knows how many responses.
  public let lossesMayExceedLimit: Bool
  /// What the reader must know; a loss share over the limit comes first.
  public let diagnostics: [Message]
  /// The ids that came more than once in the run that read the files; `nil` of a tally, which does
  /// not hold them, and where the survey names no ids.
  public let repeatedIDs: RepeatedIDs?
  /// What was read, by digest.
  public let sources: [ReportSource]
  /// The days of the whole tally, stray dates told apart.
  public let dates: ResponseDates
  /// The half-months whose dates are not believed, in time order.
  public let strayDates: [StrayDate]
  /// Whether answers of one unit and half-month resemble one another; `nil` where that cannot be
  /// looked for.
  public let overDispersion: OverDispersionTable?
  /// Who took part, by how many were served and asked; `nil` where no file says so.
  public internal(set) var volumes: Volumes? = nil
  /// The units that sent far less than in their own last periods.
  public internal(set) var lowVolume: [LowVolume] = []
  /// The units outside of what chance makes of one rate; `nil` with too few of them.
  public internal(set) var funnel: FunnelTable? = nil
  /// The units that a scorecard commends; `nil` where no file says who was served.
  public internal(set) var commendation: Commendation? = nil

  /// Whether something is to be looked at before any figure is used: losses that are or may be over
  /// the limit, of all the data or of a target's row, or that nothing was accepted.
  public var hasFindings: Bool {
    lossesExceedLimit || lossesMayExceedLimit || accounting.responses == 0
      || verdicts.contains { $0.isWithheldForItself(query.lossLimit) }
  }
}
