import SurveyDefinition
import SurveyStatistics

/// Many units at once, against the rate of all of them: never a ranking.
///
/// It is about the newest complete period that the report shows, else the newest, of its kind of period,
/// else of the first target's, under the report's conditions; without periods, about everything that these
/// leave. It is said of shares in which each response either counts or does not.
public struct FunnelTable: Sendable {
  /// Fewer units with answers make no funnel: so few are compared one by one.
  public static let fewestUnits = 6

  /// One unit.
  public struct Row: Sendable {
    /// The unit's category.
    public let category: String
    /// The answers of the base.
    public let n: Int
    /// The accepted responses, whether they answered or not.
    public let accepted: Int
    /// Those that count; `nil` where responses have weights.
    public let satisfied: Int?
    /// The rate.
    public let value: Double
    /// The limits at so many answers.
    public let limits: Funnel.Limits
    /// Where the rate lies outside of them; `nil` inside.
    public let outside: Funnel.Outside?
    /// The probability of such a rate by chance, Holm's adjustment for all units made; 1 inside.
    public let adjustedPValue: Double
  }

  /// One measure's funnel.
  public struct MeasureFunnel: Sendable {
    /// The measure's id.
    public let measure: String
    /// The rate of all units together.
    public let center: Double
    /// What the limits are stretched for, by its root: φ, or the units' design effect; at least 1.
    public let phi: Double
    /// So many units would lie outside of 95 % by chance alone, exactly; `nil` where answers resemble one
    /// another or the survey has a design, for nobody knows then.
    public let expectedOutside: Double?
    /// The units with answers, in survey order or by label bytes.
    public let rows: [Row]
  }

  /// The dimension of the units.
  public let dimension: String
  /// The period; `nil` where it is about everything.
  public let period: Period?
  /// Measures in survey order, those with enough units.
  public let measures: [MeasureFunnel]

  /// A measure's; `nil` where it has too few units.
  public func funnel(of measure: String?) -> MeasureFunnel? {
    measures.first { $0.measure == measure }
  }
}

extension FunnelTable {
  /// The funnels of a scope; `nil` where the part keeps no unit, everyone is counted, or no measure has
  /// enough units whose answers are not all alike.
  ///
  /// - Parameters:
  ///   - shown: the periods that a row of the report shows.
  ///   - overDispersion: what stretches the limits where answers are shown to be alike.
  /// - Complexity: O(domains), and for each unit and measure O(log n) binomial tails.
  init?(
    _ scope: ReportScope, _ measures: [MeasurePlan], shown: [Period],
    overDispersion: OverDispersionTable?
  ) {
    let plan = scope.part.plan
    guard plan.survey.coverage != .census, let unit = plan.survey.dimension(.unit),
      let position = plan.dimensions.firstIndex(where: { $0.id == unit.id })
    else { return nil }
    let ofKind = shown.filter { $0.kind == scope.periodKind }
    let period = ofKind.last { $0.isComplete(asOf: scope.asOf) } ?? ofKind.last
    let units = UnitDomains(scope, at: position, in: period, except: unit.combined)
    guard units.count >= Self.fewestUnits else { return nil }
    dimension = unit.id
    self.period = period
    let measures = measures.filter(\.isBinomial)
    let designs = units.designs(measures)
    self.measures = measures.enumerated().compactMap { place, measure in
      let dispersion = overDispersion?.rows.first {
        $0.measure == measure.id && $0.period == period && $0.dispersion.isFlagged
      }
      return units.funnel(
        of: measure, phi: dispersion?.dispersion.phi ?? 1, designs: designs.map { $0[place] })
    }
    if self.measures.isEmpty { return nil }
  }
}

/// The finest domains of a scope by unit.
private struct UnitDomains {
  private let scope: ReportScope
  private let units: [(code: UInt32, category: String, domains: [Int])]

  var count: Int { units.count }

  /// - Parameter combined: categories that stand for one of several units nobody knows which.
  init(_ scope: ReportScope, at position: Int, in period: Period?, except combined: Set<String>) {
    let values = DimensionValues(scope.part)
    self.scope = scope
    let byCode = scope.groups(period.map(scope.domains) ?? scope.selection, by: position)
    units = byCode.sorted { $0.key < $1.key }.compactMap { code, domains in
      guard case .category(let id) = values.value(of: code, at: position), !combined.contains(id)
      else { return nil }
      return (code: code, category: id, domains: domains)
    }
  }

  /// What the design says of each unit, in their order, measure by measure: in one pass; empty without
  /// one.
  func designs(_ measures: [MeasurePlan]) -> [[DesignFigures?]] {
    guard let frame = scope.design else { return [] }
    var found: [UInt32: [DesignFigures?]] = [:]
    let keyed = units.flatMap { unit in unit.domains.map { (code: unit.code, domain: $0) } }
      .sorted { $0.domain < $1.domain }
    frame.forEachDomain(
      keys: keyed.map(\.code), width: 1, domains: keyed.map(\.domain), of: scope.part.sums, measures
    ) { key, figures in
      if let code = key.first { found[code] = figures }
    }
    return units.map { found[$0.code] ?? measures.map { _ in nil } }
  }

  /// A unit's figure.
  private struct Figure {
    let category: String
    let counts: MeasureCounts
    let design: DesignFigures?

    var n: Int { counts.counts.answered }
    var value: Double {
      // Weights of a unit that all count add up to themselves but for rounding.
      design.map { min(1, max(0, $0.value)) } ?? Double(counts.satisfied) / Double(n)
    }

    /// The answers, as many as there are, at the rate of the sums.
    var sample: RateSample {
      guard let design, design.isWeighted else {
        return RateSample(successes: counts.satisfied, trials: n)
      }
      return RateSample(rate: value, trials: n)
    }
  }

  /// - Parameter phi: without a design; with one it is the units' mean design effect, by answers.
  func funnel(
    of measure: MeasurePlan, phi: Double, designs: [DesignFigures?]
  ) -> FunnelTable.MeasureFunnel? {
    let sums = scope.part.sums
    let figures = units.enumerated().compactMap { place, unit -> Figure? in
      var counts = MeasureCounts()
      for domain in unit.domains { measure.add(domain, of: sums, to: &counts) }
      guard counts.counts.answered > 0 else { return nil }
      return Figure(
        category: unit.category, counts: counts,
        design: designs.isEmpty ? nil : designs[place])
    }
    guard figures.count >= FunnelTable.fewestUnits, let funnel = funnel(figures, phi) else {
      return nil
    }
    // Many units have equally many answers.
    var known: [Int: Funnel.Limits] = [:]
    let limits = figures.compactMap { figure in
      let limits = known[figure.n] ?? funnel.limits(at: figure.n)
      known[figure.n] = limits
      return limits
    }
    let outside = zip(figures, limits).map { $1.outside($0.value) }
    // Inside the probability is above 5 %, and so is what is made of it.
    let adjusted = HolmAdjustment.adjusted(
      zip(figures, outside).map { $1 == nil ? 1 : funnel.pValue($0.sample) })
    return FunnelTable.MeasureFunnel(
      measure: measure.id, center: funnel.center, phi: funnel.phi,
      expectedOutside: scope.design == nil ? expectedOutside(figures.map(\.n), funnel) : nil,
      rows: figures.indices.map { place in
        let figure = figures[place]
        return FunnelTable.Row(
          category: figure.category, n: figure.n, accepted: figure.counts.counts.accepted,
          satisfied: figure.design?.isWeighted == true ? nil : figure.counts.satisfied,
          value: figure.value, limits: limits[place], outside: outside[place],
          adjustedPValue: adjusted[place])
      })
  }

  /// Many units have equally many answers.
  private func expectedOutside(_ answers: [Int], _ funnel: Funnel) -> Double? {
    var sum = 0.0
    for (n, count) in Dictionary(answers.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted(by: { $0.key < $1.key })
    {
      guard let chance = funnel.chanceOutside(at: n) else { return nil }
      sum += Double(count) * chance
    }
    return sum
  }

  private func funnel(_ figures: [Figure], _ phi: Double) -> Funnel? {
    guard scope.design != nil else {
      return Funnel(
        pooled: RateSample(
          successes: figures.reduce(0) { $0 + $1.counts.satisfied },
          trials: figures.reduce(0) { $0 + $1.n }), phi: phi)
    }
    let designs = figures.compactMap(\.design)
    let effects = figures.compactMap { figure in
      figure.design?.designEffect.map { (n: Double(figure.n), effect: $0) }
    }
    let answers = effects.reduce(0) { $0 + $1.n }
    // A unit of one cluster does not tell how alike its answers are.
    guard designs.count == figures.count, answers > 0,
      scope.design?.design.isClustered != true || designs.allSatisfy({ $0.degreesOfFreedom > 0 })
    else { return nil }
    // Every response has a weight, 1 where the survey has none.
    let weight = designs.reduce(0) { $0 + $1.weightedN }
    return Funnel(
      rate: designs.reduce(0) { $0 + $1.weightedN * $1.value } / weight,
      phi: effects.reduce(0) { $0 + $1.n * $1.effect } / answers)
  }
}

extension Dimension {
  /// The categories that combine others.
  fileprivate var combined: Set<String> {
    Set(categories.filter { !$0.within.isEmpty }.map(\.id))
  }
}
