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
  /// The weights brought to margins; `nil` where there are none.
  private(set) var margins: MarginWeighting?

  /// The design of a canonical part; `nil` where the survey has none, where its weights are all equal and
  /// there is nothing else, and where there are no responses: everything is then done on n.
  ///
  /// - Parameter request: the margins to weight to: responses without a design of their own then are each
  ///   drawn by itself.
  /// - Throws: ``RunError`` `response.cluster-in-two-strata`, `response.stratum-two-sizes`,
  ///   `response.more-than-population`, `response.lonely-stratum`, `response.cluster-two-sizes`,
  ///   `response.more-than-cluster`, `response.lonely-response`, `margins.*`.
  /// - Complexity: O(n log n) in the finest domains.
  init?(_ part: TallyPart, weightedTo request: MarginRequest? = nil) throws(RunError) {
    guard part.sums.count > 0, part.plan.design != nil || request != nil else { return nil }
    let accepted = Self.accepted(of: part)
    let total = accepted.reduce(into: WeightSum.zero) { $0.add($1) }
    if let plan = part.plan.design {
      try self.init(part, plan, total, isWanted: request != nil)
    } else {
      self.init(simple: part, total)
    }
    guard let request else { return }
    margins = try MarginWeighting(
      request.margins, part, calendar: request.calendar, limit: request.limit,
      accepted: accepted, design: design, strata: strata, clusters: clusters, units: units)
  }

  /// The responses of a part without a design.
  private init?(simple part: TallyPart, _ total: WeightSum) {
    guard let simple = try? SampleDesign.simple(responses: Int(total.n)) else { return nil }
    design = simple
    strata = [Int32](repeating: 0, count: part.sums.count)
    clusters = strata
    units = strata
    weights = nil
    self.total = total
  }

  /// - Parameter isWanted: whether there is to be a design where everything could be done on n.
  private init?(
    _ part: TallyPart, _ plan: DesignPlan, _ total: WeightSum, isWanted: Bool
  ) throws(RunError) {
    weights = part.plan.sums.weights
    self.total = total
    let hasStrata =
      plan.key(.stratum) != nil || plan.key(.wave) != nil || plan.design.wave != .none
    if !isWanted, !hasStrata, !plan.isClustered, plan.key(.size) == nil, total.areWeightsEqual {
      return nil
    }
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

  /// n, Σw and Σw² of the accepted responses of each finest domain.
  private static func accepted(of part: TallyPart) -> [WeightSum] {
    guard let layout = part.plan.sums.weights else {
      return (0..<part.sums.count).map {
        WeightSum(counted: Int(part.sums.responses(of: $0)))
      }
    }
    var row = [UInt64](repeating: 0, count: part.plan.slotCount)
    return (0..<part.sums.count).map { domain in
      for slot in row.indices { row[slot] = 0 }
      part.sums.add(domain, to: &row)
      return layout.sum(of: SumLayout.accepted, in: row)
    }
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

extension DesignFrame {
  /// Whether responses have weights, their own or those of margins.
  var isWeighted: Bool { weights != nil || margins != nil }

  /// The same design with the weights that responses have of their own, or none.
  var withoutMargins: DesignFrame {
    var frame = self
    frame.margins = nil
    return frame
  }

  /// What the responses of a finest domain have one factor with; 0 without margins.
  @inline(__always)
  func cell(of domain: Int) -> Int32 { margins?.cells.cells[domain] ?? 0 }

  /// The estimate of a measure in a domain; `nil` where nobody of it is in the base.
  func estimate(_ scores: Scores, of sums: DesignSums) -> DesignEstimate? {
    guard let margins else { return design.estimate(scores, of: sums) }
    return margins.design.estimate(scores, of: sums)
  }

  /// The mean of the rates of k questions; see ``SampleDesign/meanOfRates(questions:in:sums:)``.
  func meanOfRates(
    questions: Int, sums: (_ first: Int, _ second: Int) -> DesignSums
  ) -> MeanOfRates? {
    guard let margins else { return design.meanOfRates(questions: questions, sums: sums) }
    return margins.design.meanOfRates(questions: questions, sums: sums)
  }
}

/// The margins that a report asks for, with what they are read by.
struct MarginRequest {
  /// What to weight to.
  let margins: Margins
  /// The calendar of the margins' periods.
  let calendar: ReportCalendar
  /// The share of responses without a category above which nothing is weighted.
  let limit: DecimalShare

  /// What a report asks for; `nil` where that is nothing.
  init?(_ query: ReportQuery, of survey: Survey) {
    guard let margins = query.margins else { return nil }
    self.margins = margins
    calendar = query.calendar ?? survey.calendar
    limit = query.lossLimit
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
