import Testing

@testable import SurveyStatistics

/// The api samples of R's `survey`: simple, stratified, one and two stages.
struct CasesOfApi {
  let id: String
  let sample: ReferenceSample
  let yes: DesignSums
  let field: Numbering
  let domain: Numbering

  /// The nine designs.
  static func all() throws -> [CasesOfApi] {
    let (strat, srs) = (try ReferenceFrame("apistrat"), try ReferenceFrame("apisrs"))
    let (one, two) = (try ReferenceFrame("apiclus1"), try ReferenceFrame("apiclus2"))
    return [
      try CasesOfApi(
        "apistrat_fpc", ReferenceSample(strat, strata: strat["field"], weight: "pw", size: "fpc")),
      try CasesOfApi("apistrat_wr", ReferenceSample(strat, strata: strat["field"], weight: "pw")),
      try CasesOfApi("apisrs_fpc", ReferenceSample(srs, weight: "pw", size: "fpc")),
      try CasesOfApi("apisrs_w", ReferenceSample(srs, weight: "pw")),
      try CasesOfApi(
        "apiclus1_fpc", ReferenceSample(one, clusters: one["dnum"], weight: "pw", size: "fpc")),
      try CasesOfApi("apiclus1_wr", ReferenceSample(one, clusters: one["dnum"], weight: "pw")),
      try CasesOfApi(
        "apiclus2_two",
        ReferenceSample(
          two, clusters: two["dnum"], weight: "pw", size: "fpc1", secondSize: "fpc2")),
      try CasesOfApi(
        "apiclus2_first", ReferenceSample(two, clusters: two["dnum"], weight: "pw", size: "fpc1")),
      try CasesOfApi("apiclus2_wr", ReferenceSample(two, clusters: two["dnum"], weight: "pw")),
    ]
  }

  init(_ id: String, _ sample: ReferenceSample) {
    self.id = id
    self.sample = sample
    let frame = sample.frame
    field = Numbering(frame["field"])
    domain = Numbering(zip(frame["field"], frame["awards"]).map { "\($0):\($1)" })
    yes = sample.sums(cells: domain.numbers, frame["q_target"].map { $0 == "Yes" ? 1 : 0 })
  }

  /// Which cells have a label with this in front or behind.
  func cells(_ part: String) -> (Int32) -> Bool {
    { cell in
      let label = domain.labels[Int(cell)]
      return label.hasPrefix("\(part):") || label.hasSuffix(":\(part)") || label == part
    }
  }

  func holdEstimates(_ ledger: inout CaseLedger) throws {
    let frame = sample.frame
    let design = sample.design
    let rate = Scores.rate([false, true])
    let whole = try #require(design.estimate(rate, of: yes))
    let df = whole.degreesOfFreedom
    ledger.hold("\(id).mean", whole.pair.merging(["deff": whole.designEffect]) { $1 })
    ledger.hold("\(id).degf", ["value": Double(df)])
    ledger.hold("\(id).kish", ["value": whole.kishN])
    CasesOfIntervals.hold("\(id).ci", whole, df: df, n: whole.n, in: &ledger)
    for (name, parts) in [("by", field.labels), ("by2", domain.labels)] {
      for part in parts {
        let one = try #require(design.estimate(rate, of: yes, in: cells(part)))
        // Where all are satisfied R has a standard error of rounding.
        ledger.hold(
          "\(id).\(name)",
          ["\(part).estimate": one.value, "\(part).se": one.standardError], floor: 1e-15)
      }
    }
    let high = try #require(design.estimate(rate, of: yes, in: cells("H")))
    ledger.hold("\(id).dom", high.pair)
    ledger.hold("\(id).dom.degf", ["value": Double(high.degreesOfFreedom)])
    CasesOfIntervals.hold(
      "\(id).dom.ci", high, df: high.degreesOfFreedom, n: high.n, in: &ledger)

    let bands = sample.sums(frame["band"].map { Int($0) ?? 0 })
    let values = (0...5).map { $0 == 0 ? nil : Double($0) }
    ledger.hold("\(id).band", try #require(design.estimate(.mean(values), of: bands)).pair)
    for band in 1...5 {
      let share = try #require(
        design.estimate(.rate((0...5).map { $0 == 0 ? nil : $0 == band }), of: bands))
      let name = "factor(band)\(band)"
      ledger.hold(
        "\(id).dist", ["\(name).estimate": share.value, "\(name).se": share.standardError])
    }
    let good = try #require(
      design.estimate(.rate((0...5).map { $0 == 0 ? nil : $0 >= 4 }), of: bands))
    ledger.hold("\(id).good", good.pair)
    CasesOfIntervals.hold("\(id).good.ci", good, df: df, n: good.n, in: &ledger)

    // A continuous variable is a code for each of its values.
    let scores = Numbering(zip(frame["api00"], frame["api99"]).map { "\($0) \($1)" })
    let pairs = scores.labels.map { $0.split(separator: " ").compactMap { Double($0) } }
    let continuous = sample.sums(scores.numbers.map { Int($0) })
    ledger.hold(
      "\(id).api00",
      try #require(design.estimate(.mean(pairs.map { $0[0] }), of: continuous)).pair)
    ledger.hold(
      "\(id).ratio",
      try #require(
        design.estimate(
          Scores(numerator: pairs.map { $0[0] }, denominator: pairs.map { $0[1] }), of: continuous)
      ).pair)
  }

  func holdCovariances(_ ledger: inout CaseLedger) throws {
    let design = sample.design
    let rate = Scores.rate([false, true])
    let parts = try field.labels.map { try #require(yes.ratio(rate, in: cells($0))) }
    let matrix = try #require(design.covariance(of: parts, on: yes) { _ in true })
    for (row, one) in field.labels.enumerated() {
      for (column, other) in field.labels.enumerated() {
        ledger.hold("\(id).cov", ["\(one)~\(other)": matrix[row, column]], floor: 1e-17)
      }
    }
    let difference =
      try #require(yes.ratio(rate, in: cells("Yes")))
      - #require(yes.ratio(rate, in: cells("No")))
    let variance = try #require(design.variance(of: difference, on: yes) { _ in true })
    ledger.hold("\(id).diff", ["estimate": difference.value, "se": variance.squareRoot()])
  }
}
