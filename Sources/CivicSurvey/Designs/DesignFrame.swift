import SurveyDefinition
import SurveyStatistics

/// The design of a part: in which stratum and cluster each of its finest domains lies, and how many of
/// them there are, of all accepted responses whatever a report chooses.
struct DesignFrame: Sendable {
  /// The strata and clusters.
  let design: SampleDesign
  /// The stratum of each finest domain of the part.
  let strata: [Int32]
  /// The cluster of each finest domain; 0 throughout where there are none.
  let clusters: [Int32]
  /// The second stage's unit of each finest domain; 0 throughout where none is named.
  let units: [Int32]
  /// Where the sums of weights lie; `nil` where responses have none.
  let weights: WeightLayout?
  /// Σw and Σw² of all accepted responses.
  let total: WeightSum

  /// The design of a canonical part; `nil` where the survey has none, where its weights are all equal and
  /// there is nothing else, and where there are no responses: everything is then done on n.
  ///
  /// - Parameter calendar: of the quarters that are waves.
  /// - Throws: ``RunError`` `response.cluster-in-two-strata`, `response.stratum-two-sizes`,
  ///   `response.more-than-population`, `response.lonely-stratum`, `response.cluster-two-sizes`,
  ///   `response.more-than-cluster`, `response.lonely-response`.
  /// - Complexity: O(n log n) in the finest domains.
  init?(_ part: TallyPart) throws(RunError) {
    guard let plan = part.plan.design, part.sums.count > 0 else { return nil }
    weights = part.plan.sums.weights
    total = Self.total(of: part)
    let hasStrata =
      plan.key(.stratum) != nil || plan.key(.wave) != nil || plan.design.wave != .none
    if !hasStrata, !plan.isClustered, plan.key(.size) == nil, total.areWeightsEqual { return nil }
    let keys = DesignKeys(part, plan)
    strata = keys.strata
    clusters = keys.clusters
    self.units = keys.units
    if let (place, count) = keys.splitClusters(isNested: plan.design.isNested) {
      throw RunError(
        .data, worded: DesignCode.clusterInTwoStrata,
        [
          "first": keys.name(ofStratum: place.0), "second": keys.name(ofStratum: place.1),
          "clustersCount": String(count),
        ])
    }
    var units = [Int](repeating: 0, count: keys.stratumCount)
    var sizes = [Int?](repeating: nil, count: keys.stratumCount)
    var seen = [Bool](repeating: false, count: keys.clusterCount)
    for domain in 0..<part.sums.count {
      let stratum = Int(strata[domain])
      if !plan.isClustered {
        units[stratum] += Int(part.sums.responses(of: domain))
      } else if !seen[Int(clusters[domain])] {
        seen[Int(clusters[domain])] = true
        units[stratum] += 1
      }
      guard let size = keys.size(of: domain) else { continue }
      if let other = sizes[stratum], other != size {
        throw RunError(
          .data, worded: DesignCode.stratumTwoSizes,
          [
            "stratum": keys.name(ofStratum: stratum), "first": String(min(other, size)),
            "second": String(max(other, size)),
          ])
      }
      sizes[stratum] = size
    }
    let second = try SecondStage(part, keys)
    do throws(DesignError) {
      design = try SampleDesign(
        strata: zip(units, sizes).map {
          SampleDesign.Stratum(units: $0, populationSize: $1)
        }, isClustered: plan.isClustered, secondStage: second.clusters,
        hasNamedUnits: plan.key(.second) != nil,
        lonelyPSU: LonelyPSU(plan.design.lonelyPSU))
    } catch {
      if let error = second.error(error, keys) { throw error }
      throw Self.error(error, keys, units: units, sizes: sizes)
    }
  }

  private static func total(of part: TallyPart) -> WeightSum {
    var total = WeightSum.zero
    var row = [UInt64](repeating: 0, count: part.plan.slotCount)
    for domain in 0..<part.sums.count {
      guard let layout = part.plan.sums.weights else {
        total.add(WeightSum(counted: Int(part.sums.responses(of: domain))))
        continue
      }
      for slot in row.indices { row[slot] = 0 }
      part.sums.add(domain, to: &row)
      total.add(layout.sum(of: SumLayout.accepted, in: row))
    }
    return total
  }

  /// How many strata a message names.
  private static let namedStrata = 5

  private static func error(
    _ error: DesignError, _ keys: DesignKeys, units: [Int], sizes: [Int?]
  ) -> RunError {
    switch error {
    case .moreThanPopulation(let stratum):
      return RunError(
        .data, worded: DesignCode.moreThanPopulation,
        [
          "stratum": keys.name(ofStratum: stratum), "drawn": String(units[stratum]),
          "size": String(sizes[stratum] ?? 0),
        ])
    case .lonelyPSUs(let strata) where strata.allSatisfy(keys.isWithoutWave):
      return RunError(.data, worded: DesignCode.noWave)
    case .lonelyPSUs(let strata):
      let names = strata.prefix(namedStrata).map { "“\(keys.name(ofStratum: $0))”" }
      return RunError(
        .data, worded: DesignCode.lonelyStratum,
        [
          "strata": names.joined(separator: ", ") + (strata.count > namedStrata ? ", …" : ""),
          "strataCount": String(strata.count),
        ])
    case .lonelyUnits, .moreThanInCluster:
      preconditionFailure("the second stage words its own errors")
    }
  }
}

extension LonelyPSU {
  /// The policy that a definition names.
  init(_ policy: SurveyDesign.LonelyPSUPolicy) {
    self =
      switch policy {
      case .fail: .fail
      case .remove: .remove
      case .certainty: .certainty
      case .adjust: .adjust
      case .average: .average
      }
  }
}
