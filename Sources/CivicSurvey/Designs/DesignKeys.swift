import SurveyDefinition

/// The strata and clusters of a part's finest domains, numbered in the order of their labels: waves are
/// crossed with strata, and clusters of one name in two waves are two.
struct DesignKeys {
  private struct StratumKey: Hashable {
    let stratum: UInt32
    let wave: UInt32
  }

  private struct ClusterKey: Hashable {
    /// -1 where clusters of one name are one in all strata.
    let stratum: Int32
    let wave: UInt32
    let cluster: UInt32
  }

  /// Of responses of no quarter, where quarters are waves.
  private static let noWave: UInt32 = 0

  private let part: TallyPart
  private let plan: DesignPlan
  private let keys: [StratumKey]
  /// By finest domain.
  let strata: [Int32]
  /// By finest domain; 0 throughout where there are none.
  let clusters: [Int32]
  let clusterCount: Int
  /// The second stage's unit by finest domain; 0 throughout where none is named.
  let units: [Int32]
  private let sizes: [Int]
  private let secondSizes: [Int]

  var stratumCount: Int { keys.count }

  /// Whether the units of a second stage are named.
  var hasNamedUnits: Bool { plan.key(.second) != nil }

  init(_ part: TallyPart, _ plan: DesignPlan) {
    self.part = part
    self.plan = plan
    let sums = part.sums
    let domains = 0..<sums.count
    func codes(_ key: DesignKey) -> [UInt32] {
      guard let column = plan.key(key) else { return domains.map { _ in 0 } }
      return domains.map { sums.code(of: $0, at: column.position) }
    }
    let waves = plan.design.wave == .quarter ? Self.quarters(part) : codes(.wave)
    let stratumKeys = zip(codes(.stratum), waves).map { StratumKey(stratum: $0, wave: $1) }
    let ordered = Set(stratumKeys).sorted { ($0.stratum, $0.wave) < ($1.stratum, $1.wave) }
    let places = Dictionary(
      uniqueKeysWithValues: ordered.enumerated().map { ($0.element, Int32($0.offset)) })
    keys = ordered
    let strata = stratumKeys.map { places[$0] ?? 0 }
    self.strata = strata
    if plan.isClustered {
      // Responses without a cluster are one in each stratum; clusters that are nested likewise.
      let clusterCodes = codes(.cluster)
      let clusterKeys = domains.map { domain in
        let isOwn = plan.design.isNested || clusterCodes[domain] == DimensionCode.missing
        return ClusterKey(
          stratum: isOwn ? strata[domain] : -1, wave: waves[domain],
          cluster: clusterCodes[domain])
      }
      let ordered = Set(clusterKeys).sorted {
        ($0.stratum, $0.wave, $0.cluster) < ($1.stratum, $1.wave, $1.cluster)
      }
      let places = Dictionary(
        uniqueKeysWithValues: ordered.enumerated().map { ($0.element, Int32($0.offset)) })
      clusters = clusterKeys.map { places[$0] ?? 0 }
      clusterCount = ordered.count
    } else {
      clusters = domains.map { _ in 0 }
      clusterCount = 0
    }
    units = Self.units(codes(.second), in: clusters, isNamed: plan.key(.second) != nil)
    func sizes(_ key: DesignKey) -> [Int] {
      (plan.key(key).map { part.labels(of: $0) } ?? []).map { SizeTable.size($0) ?? 0 }
    }
    self.sizes = sizes(.size)
    secondSizes = sizes(.secondSize)
  }

  /// A number for each unit of each cluster: units of one name in two clusters are two.
  private static func units(
    _ codes: [UInt32], in clusters: [Int32], isNamed: Bool
  ) -> [Int32] {
    guard isNamed else { return clusters.map { _ in 0 } }
    let keys = zip(clusters, codes).map { UInt64($0) << 32 | UInt64($1) }
    let ordered = Set(keys).sorted()
    let places = Dictionary(
      uniqueKeysWithValues: ordered.enumerated().map { ($0.element, Int32($0.offset)) })
    return keys.map { places[$0] ?? 0 }
  }

  /// A number for the quarter of each domain, by the survey's calendar; ``noWave`` without a date, and of
  /// one that is not believed, which makes no period.
  private static func quarters(_ part: TallyPart) -> [UInt32] {
    let calendar = part.plan.survey.calendar
    let dates = part.dates
    var known: [UInt32: UInt32] = [:]
    return (0..<part.sums.count).map { domain in
      let code = part.sums.period(of: domain)
      if let quarter = known[code] { return quarter }
      let day = PeriodCode.firstDay(of: code)
      let believed = day.flatMap { dates.isStray($0, by: part.plan.kept) ? nil : $0 }
      let quarter = believed.flatMap {
        Period(containing: $0, kind: .quarter, calendar: calendar)?.first
      }.map { UInt32($0.number + 1_000_000) }
      known[code] = quarter ?? noWave
      return quarter ?? noWave
    }
  }

  /// The population size of a domain's stratum; `nil` where none is given.
  func size(of domain: Int) -> Int? {
    plan.key(.size).map { sizes[Int(part.sums.code(of: domain, at: $0.position))] }
  }

  /// The population size of a domain's cluster; `nil` where none is given.
  func secondSize(of domain: Int) -> Int? {
    plan.key(.secondSize).map {
      secondSizes[Int(part.sums.code(of: domain, at: $0.position))]
    }
  }

  /// The name of a stratum, with its wave.
  func name(ofStratum number: Int) -> String {
    var names: [String] = []
    if let column = plan.key(.stratum) {
      names.append(part.labels(of: column)[Int(keys[number].stratum)])
    }
    if let column = plan.key(.wave) {
      names.append(part.labels(of: column)[Int(keys[number].wave)])
    } else if plan.design.wave == .quarter {
      let day = CalendarDay(number: Int32(keys[number].wave) - 1_000_000)
      let quarter = Period(
        containing: day, kind: .quarter, calendar: part.plan.survey.calendar)
      names.append(isWithoutWave(number) ? "–" : quarter?.id ?? "–")
    }
    return names.joined(separator: ", ")
  }

  /// Whether a stratum is of responses that have no quarter, where quarters are waves.
  func isWithoutWave(_ number: Int) -> Bool {
    plan.design.wave == .quarter && keys[number].wave == Self.noWave
  }

  /// Two strata that have the same cluster, and how many clusters lie in two; `nil` where none does.
  func splitClusters(isNested: Bool) -> (strata: (Int, Int), count: Int)? {
    guard plan.isClustered, !isNested else { return nil }
    var stratum = [Int32](repeating: -1, count: clusterCount)
    var split: Set<Int32> = []
    var example: (Int, Int)?
    for domain in strata.indices {
      let cluster = Int(clusters[domain])
      if stratum[cluster] < 0 { stratum[cluster] = strata[domain] }
      guard stratum[cluster] != strata[domain] else { continue }
      split.insert(clusters[domain])
      let pair = (
        Int(min(stratum[cluster], strata[domain])), Int(max(stratum[cluster], strata[domain]))
      )
      example = example.map { pair < $0 ? pair : $0 } ?? pair
    }
    return example.map { ($0, split.count) }
  }
}
