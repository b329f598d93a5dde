import SurveyDefinition
import SurveyStatistics

/// The units that are commended: of those in which the most people take part, all that serve well.
///
/// The rule, of one measure and one period that has ended:
///
/// 1. Units with answers whose participation is known make three strata of as equal size as can be, by
///    participation rate alone. Units of one rate are in one stratum, the higher one.
/// 2. Of the highest stratum all those are commended that have ``fewestAnswers`` answers and whose rate is
///    not below the funnel's lower limit of 95 %: nothing shows that they serve worse than all together.
/// 3. A unit that sent far less than in its own last periods is not: its answers are not those of all.
///
/// There is no order among them: neither rate nor participation tells two of them apart. Participation
/// comes first because a rate of few who answered can be had by asking few.
public struct Commendation: Sendable {
  /// A unit with fewer answers is not commended: the funnel's limits hold nearly everything then.
  public static let fewestAnswers = 30
  /// So many strata.
  public static let strata = 3

  /// Why no unit at all is commended.
  public enum Withheld: String, Sendable, CaseIterable {
    /// The tally does not hold the units apart.
    case notKept = "not-kept"
    /// No period of the targets has ended.
    case noCompletePeriod = "no-complete-period"
    /// Too few units have answers, or all answers are alike.
    case noFunnel = "no-funnel"
    /// Of too few units it is known who took part.
    case fewKnown = "few-known"
    /// More was lost, or may have been, than a verdict allows.
    case losses
  }

  /// Why one unit is not commended.
  public enum Reason: String, Sendable, CaseIterable {
    /// Nobody says how many were served in all the period, or fewer than responded.
    case participationUnknown = "participation-unknown"
    /// It is in a lower stratum.
    case lowerStratum = "lower-stratum"
    /// It sent far less than before.
    case lowVolume = "low-volume"
    /// It has too few answers.
    case fewAnswers = "few-answers"
    /// Its rate is below the funnel's lower limit of 95 %.
    case belowLimit = "below-limit"
  }

  /// One unit.
  public struct Row: Sendable {
    /// Its figure and limits.
    public let unit: FunnelTable.Row
    /// Who took part.
    public let participation: Participation
    /// Why it is not commended; `nil` where it is.
    public let reason: Reason?
  }

  /// The dimension of the units.
  public let dimension: String
  /// The measure's id; `nil` where none was looked at.
  public internal(set) var measure: String? = nil
  /// The period; `nil` where it is about everything.
  public internal(set) var period: Period? = nil
  /// Why nobody is commended; `nil` where the rule was applied.
  public internal(set) var withheld: Withheld? = nil
  /// All units with answers, in survey order or by label bytes; none where everything is withheld.
  public internal(set) var rows: [Row] = []

  /// The units that are commended, in that order.
  public var commended: [Row] { rows.filter { $0.reason == nil } }

  /// Nobody is commended.
  init(_ dimension: String, period: Period? = nil, withheld: Withheld) {
    self.dimension = dimension
    self.period = period
    self.withheld = withheld
  }

  /// Applies the rule.
  init(
    _ funnel: FunnelTable.MeasureFunnel, _ dimension: String, in period: Period?,
    lowVolume: Set<String>, _ participation: (FunnelTable.Row) -> Participation
  ) {
    self.dimension = dimension
    measure = funnel.measure
    self.period = period
    let units = funnel.rows.map { (unit: $0, participation: participation($0)) }
    guard let least = Self.leastOfHighest(units.map(\.participation)) else {
      withheld = .fewKnown
      return
    }
    rows = units.map { unit, participation in
      let reason: Reason? =
        if participation.rate == nil {
          .participationUnknown
        } else if participation.isLower(than: least) {
          .lowerStratum
        } else if lowVolume.contains(unit.category) {
          .lowVolume
        } else if unit.n < Self.fewestAnswers {
          .fewAnswers
        } else if unit.value < unit.limits.lower95 {
          .belowLimit
        } else {
          nil
        }
      return Row(unit: unit, participation: participation, reason: reason)
    }
  }

  /// The least participation of the highest stratum; `nil` with too few units that know theirs.
  ///
  /// The highest third is rounded up: of 7 units it is the 3 highest, and all that are like the third.
  static func leastOfHighest(_ all: [Participation]) -> Participation? {
    let known = all.filter { $0.rate != nil }.sorted { $1.isLower(than: $0) }
    guard known.count >= FunnelTable.fewestUnits else { return nil }
    return known[(known.count + strata - 1) / strata - 1]
  }
}

extension Commendation {
  /// The commendation of a scope; `nil` where its query wants none or the survey has no unit.
  ///
  /// The period is the newest that has ended of those that the report shows, of its own kind, else of the
  /// first target's; the measure is the first target's that has a funnel.
  ///
  /// - Parameters:
  ///   - table: the report's funnel, which is of that period wherever one has ended.
  ///   - losses: whether more was lost, or may have been, than a verdict allows.
  init?(
    _ scope: ReportScope, _ table: FunnelTable?, shown: [Period], _ volumes: Volumes?,
    _ low: [LowVolume], losses: Bool
  ) {
    let survey = scope.part.plan.survey
    guard scope.query.commends, let unit = survey.dimension(.unit) else { return nil }
    guard let volumes, scope.part.plan.dimensions.contains(where: { $0.id == unit.id }) else {
      self.init(unit.id, withheld: .notKept)
      return
    }
    let kind = scope.periodKind
    let ended = shown.filter { $0.kind == kind && $0.isComplete(asOf: scope.asOf) }
    if kind != nil, ended.isEmpty {
      self.init(unit.id, withheld: .noCompletePeriod)
      return
    }
    if losses {
      self.init(unit.id, period: ended.last, withheld: .losses)
      return
    }
    guard let table,
      let funnel = survey.targets.lazy.compactMap({ table.funnel(of: $0.measure) }).first
        ?? table.measures.first
    else {
      self.init(unit.id, period: ended.last, withheld: .noFunnel)
      return
    }
    self.init(
      funnel, unit.id, in: table.period,
      lowVolume: Set(low.filter { $0.dimension == unit.id }.map(\.category))
    ) { row in
      let period = table.period.map {
        Domain.Entry(axis: $0.kind.rawValue, value: .period($0))
      }
      let own = Domain.Entry(axis: unit.id, value: .category(row.category))
      return volumes.participation(
        in: Domain(entries: [own] + [period].compactMap { $0 }), accepted: row.accepted)
    }
  }
}

extension Participation {
  /// Whether a known share is below another, exactly.
  func isLower(than other: Participation) -> Bool {
    guard let base, let otherBase = other.base else { return false }
    return Proportion(accepted, of: base) < Proportion(other.accepted, of: otherBase)
  }
}
