import Testing

@testable import SurveyStatistics

/// A data file with a design over it: sums by any cells and codes, as a tally would hand them over.
struct ReferenceSample {
  let frame: ReferenceFrame
  let design: SampleDesign
  private let stratum: [Int32]
  private let cluster: [Int32]
  private let weight: [UInt64]

  /// - Parameters:
  ///   - strata: labels by record, `nil` without strata.
  ///   - clusters: labels by record, numbered anew in each stratum.
  ///   - weight: the column; `nil` for weights of 1.
  ///   - size: the column of N_h.
  ///   - secondSize: the column of M.
  init(
    _ frame: ReferenceFrame, strata: [String]? = nil, clusters: [String]? = nil, weight: String?,
    size: String? = nil, secondSize: String? = nil, lonelyPSU: LonelyPSU = .fail
  ) throws {
    self.frame = frame
    let strata = Numbering(strata ?? Array(repeating: "", count: frame.count))
    stratum = strata.numbers
    let nested = clusters.map { Numbering(zip(strata.numbers, $0).map { "\($0) \($1)" }) }
    cluster = nested?.numbers ?? Array(repeating: 0, count: frame.count)
    self.weight =
      try weight.map { try frame[$0].map(Self.units) }
      ?? Array(repeating: WeightSum.unit, count: frame.count)
    var sizes = Array(repeating: Int?.none, count: strata.labels.count)
    var second = Array(
      repeating: 0, count: secondSize == nil ? 0 : nested?.labels.count ?? 0)
    let sizeColumn = size.map { frame.integers($0) }
    let secondColumn = secondSize.map { frame.integers($0) }
    for record in 0..<frame.count {
      sizes[Int(stratum[record])] = sizeColumn?[record]
      if let secondColumn {
        second[Int(cluster[record])] = try #require(secondColumn[record])
      }
    }
    design = try SampleDesign(
      of: Self.sums(stratum, cluster, self.weight, cells: nil, nil), isClustered: nested != nil,
      populationSizes: sizes, secondStage: second, lonelyPSU: lonelyPSU)
  }

  /// The sums of one code a record, by cell.
  func sums(cells: [Int32]? = nil, _ codes: [Int]) -> DesignSums {
    Self.sums(stratum, cluster, weight, cells: cells, codes)
  }

  private static func sums(
    _ stratum: [Int32], _ cluster: [Int32], _ weight: [UInt64], cells: [Int32]?, _ codes: [Int]?
  ) -> DesignSums {
    var rows: [DesignSums.Row] = []
    for record in stratum.indices {
      var sum = WeightSum()
      sum.add(weight: weight[record])
      rows.append(
        .init(
          stratum: stratum[record], cluster: cluster[record], cell: cells?[record] ?? 0,
          code: Int32(codes?[record] ?? 0), sum: sum))
    }
    return DesignSums(rows)
  }

  /// A decimal in units of 10⁻¹², its digits past these dropped.
  static func units(_ text: String) throws -> UInt64 {
    let parts = text.split(separator: ".", maxSplits: 1)
    let fraction = (parts.count > 1 ? String(parts[1]) : "").prefix(12)
    let padded = fraction + String(repeating: "0", count: 12 - fraction.count)
    let whole = try #require(UInt64(parts[0]))
    return try #require(UInt64(padded)) + whole * WeightSum.unit
  }
}

extension DesignEstimate {
  /// Estimate and standard error by R's names.
  var pair: [String: Double?] { ["estimate": value, "se": standardError] }

  /// With `svyciprop`'s limits for the degrees of freedom that R takes, clipped ones left out.
  func limits(_ rule: IntervalRule, df: Int, n: Int? = nil) -> [String: Double?] {
    guard let rate else { return pair }
    let estimate = RateEstimate(
      rate: rate.rate, complement: rate.complement, standardError: rate.standardError,
      degreesOfFreedom: df, n: n ?? rate.n, position: rate.position)
    var values = pair
    if case .success(let interval) = rule.outcome(of: estimate) {
      values["lower"] = interval.lower
      values["upper"] = interval.upper
    }
    return values
  }
}
