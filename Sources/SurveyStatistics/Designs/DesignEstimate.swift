/// A measure of one domain as a design estimates it, with all figures that stand beside it.
public struct DesignEstimate: Sendable, Equatable {
  /// The estimate with its linearised variable.
  public let linear: LinearEstimate
  /// The responses of the domain that are in the base, n.
  public let n: Int
  /// Σw of those.
  public let weightedN: Double
  /// Σwy of those: of a rate the weighted number of the satisfied.
  public let weightedNumerator: Double
  /// The standard error, 0 or more; `nil` where no stratum tells any.
  public let standardError: Double?
  /// Clusters less strata with a response of the base in the domain, or responses less strata.
  ///
  /// R's `degf(subset(design, …))`. 0 or less gives no interval.
  public let degreesOfFreedom: Int
  /// The clusters that have a response of the base in the domain; without clusters n.
  public let clusters: Int
  /// The variance over that of as many responses drawn simply with replacement.
  ///
  /// R's `deff = "replace"`; `nil` for n < 2, and where all answered alike.
  public let designEffect: Double?
  /// Kish's effective n, (Σw)² / Σw²: what unequal weights alone leave of n.
  ///
  /// L. Kish, "Survey Sampling" (1965), section 11.7. `nil` where no squares are kept.
  public let kishN: Double?
  /// Where a rate is exactly, as integers tell; `between` for measures that are no rates.
  public let position: RateEstimate.Position
  /// Whether all that is in the base has the same score: the standard error then is exactly 0.
  public let isConstant: Bool

  /// The estimate.
  public var value: Double { linear.value }

  /// The same figures without the linearised variable, which has a number for each row of the sums.
  public var withoutInfluence: DesignEstimate {
    DesignEstimate(
      linear: LinearEstimate(value: linear.value, influence: []), n: n, weightedN: weightedN,
      weightedNumerator: weightedNumerator, standardError: standardError,
      degreesOfFreedom: degreesOfFreedom, clusters: clusters, designEffect: designEffect,
      kishN: kishN, position: position, isConstant: isConstant)
  }

  /// The standard error over the estimate; `nil` without one, and of an estimate of 0.
  public var relativeStandardError: Double? {
    guard let standardError, value != 0 else { return nil }
    return standardError / abs(value)
  }

  /// The rate with its figures, for an interval; `nil` without a standard error.
  ///
  /// - Precondition: the scores were a rate's, from 0 to 1.
  public var rate: RateEstimate? {
    guard let standardError else { return nil }
    return RateEstimate(
      rate: value, complement: 1 - value, standardError: standardError,
      degreesOfFreedom: degreesOfFreedom, n: n, position: position, kishN: kishN)
  }
}

extension SampleDesign {
  /// The estimate of a measure in a domain; `nil` where nobody of it is in the base.
  ///
  /// - Parameters:
  ///   - scores: the measure.
  ///   - sums: of one question, over at least the domain's cells.
  ///   - domain: which cells; all by default.
  /// - Complexity: O(rows).
  public func estimate(
    _ scores: Scores, of sums: DesignSums, in domain: (Int32) -> Bool = { _ in true }
  ) -> DesignEstimate? {
    guard let linear = sums.ratio(scores, in: domain) else { return nil }
    return estimate(linear, scores, of: sums, in: domain) { row in
      domain(row.cell) && scores.score(row.code).x != 0
    }
  }

  /// The figures beside an estimate that is linearised already.
  ///
  /// - Parameter present: which rows are in the design that the variance is of.
  func estimate(
    _ linear: LinearEstimate, _ scores: Scores, of sums: DesignSums, in domain: (Int32) -> Bool,
    among present: (DesignSums.Row) -> Bool
  ) -> DesignEstimate? {
    estimate(linear, scores, of: sums, in: domain) {
      variance(of: linear, on: sums, among: present)
    }
  }

  /// The figures beside an estimate that is linearised already.
  ///
  /// - Parameter varianceOfAll: its variance, asked for only where answers differ.
  func estimate(
    _ linear: LinearEstimate, _ scores: Scores, of sums: DesignSums, in domain: (Int32) -> Bool,
    variance varianceOfAll: () -> Double?
  ) -> DesignEstimate? {
    var base = BaseFigures(isClustered: isClustered)
    for (place, row) in sums.rows.enumerated() where domain(row.cell) && row.sum.n > 0 {
      let score = scores.score(row.code)
      guard score.x != 0 else { continue }
      base.add(row, score, linear.value, weight: sums.weights[place], square: sums.squares[place])
    }
    guard base.n > 0 else { return nil }
    let variance = base.isConstant ? 0 : varianceOfAll()
    return DesignEstimate(
      linear: base.isConstant
        ? LinearEstimate(value: base.constant, influence: linear.influence) : linear,
      n: base.n, weightedN: base.weight, weightedNumerator: base.numerator,
      standardError: variance.map { $0.squareRoot() },
      degreesOfFreedom: base.clusters - base.strata, clusters: base.clusters,
      designEffect: base.designEffect(variance), kishN: base.kishN,
      position: scores.isRate ? base.position : .between, isConstant: base.isConstant)
  }
}

/// What is added up over the base of a domain.
private struct BaseFigures {
  let isClustered: Bool
  var n = 0
  private var weights = CompensatedSum()
  private var numerators = CompensatedSum()
  var denominator = 0.0
  var squares = 0.0
  /// Σ w (y − R x)².
  var deviance = 0.0
  var strata = 0
  private var clusterCount = 0
  private var last: DesignSums.Row?
  private(set) var constant = 0.0
  private(set) var isConstant = true

  init(isClustered: Bool) { self.isClustered = isClustered }

  var weight: Double { weights.value }
  var numerator: Double { numerators.value }
  var clusters: Int { isClustered ? clusterCount : n }

  mutating func add(
    _ row: DesignSums.Row, _ score: (y: Double, x: Double), _ value: Double, weight: Double,
    square: Double
  ) {
    if n == 0 {
      constant = score.y / score.x
    } else if score.y / score.x != constant {
      isConstant = false
    }
    n += Int(row.sum.n)
    weights += weight
    squares += square
    numerators += weight * score.y
    denominator += weight * score.x
    let residual = score.y - value * score.x
    deviance += weight * residual * residual
    // Rows stand by stratum and cluster.
    if last?.stratum != row.stratum { strata += 1 }
    if !(last?.sharesCluster(with: row) ?? false) { clusterCount += 1 }
    last = row
  }

  var position: RateEstimate.Position {
    isConstant && constant == 0 ? .atZero : isConstant && constant == 1 ? .atOne : .between
  }

  var kishN: Double? { squares > 0 ? weight * weight / squares : nil }

  func designEffect(_ variance: Double?) -> Double? {
    guard let variance, n > 1, !isConstant, deviance > 0 else { return nil }
    let mean = denominator / weight
    return variance / (deviance / weight / Double(n - 1) / (mean * mean))
  }
}
