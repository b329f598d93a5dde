import Testing

@testable import SurveyStatistics

/// Strata with a single cluster, under each of R's policies.
struct CasesOfLonelyClusters {
  static func hold(_ ledger: inout CaseLedger) throws {
    let frame = try ReferenceFrame("tiny")
    let cells = Numbering(frame["dom"])
    let rate = Scores.rate([false, true, nil])
    for policy in LonelyPSU.allCases {
      for (name, size) in [("wr", String?.none), ("fpc", "N")] {
        let id = "lonely.\(policy).plain.\(name)"
        let sample: ReferenceSample
        do {
          sample = try ReferenceSample(
            frame, strata: frame["stratum"], clusters: frame["psu"], weight: "weight", size: size,
            lonelyPSU: policy)
        } catch let error as DesignError {
          // R stops in every call but that of the degrees of freedom.
          #expect(error == .lonelyPSUs(strata: [2]) && policy == .fail && name == "wr")
          for call in ["mean", "x", "y", "xlogit.y", "beta.x"] {
            ledger.hold("\(id).\(call)", ["error": nil])
          }
          ledger.except("a design under `fail` is refused before anything is estimated") {
            $0 == "\(id).degf.x"
          }
          continue
        }
        let sums = sample.sums(
          cells: cells.numbers, frame["sat"].map { $0 == "1" ? 1 : $0 == "0" ? 0 : 2 })
        let isIn = { (label: String) in { (cell: Int32) in cells.labels[Int(cell)] == label } }
        let design = sample.design
        ledger.hold("\(id).mean", try #require(design.estimate(rate, of: sums)).pair)
        let x = try #require(design.estimate(rate, of: sums, in: isIn("x")))
        let y = try #require(design.estimate(rate, of: sums, in: isIn("y")))
        ledger.hold("\(id).x", x.pair)
        ledger.hold("\(id).y", y.pair)
        ledger.hold("\(id).degf.x", ["value": Double(x.degreesOfFreedom)])
        CasesOfIntervals.hold(
          "\(id)", y, df: y.degreesOfFreedom, n: y.n, suffix: ".y", in: &ledger)
        CasesOfIntervals.hold(
          "\(id)", x, df: x.degreesOfFreedom, n: x.n, suffix: ".x", in: &ledger)
      }
    }
  }

  /// What R does where there is nothing to estimate, and what is wanted here.
  static func holdEdges(_ ledger: inout CaseLedger) throws {
    let frame = try ReferenceFrame("tiny")
    let sample = try ReferenceSample(
      frame, strata: frame["stratum"], clusters: frame["psu"], weight: "weight",
      lonelyPSU: .adjust)
    let cells = Numbering(zip(frame["stratum"], frame["dom"]).map { "\($0)\($1)" })
    let sums = sample.sums(
      cells: cells.numbers, frame["sat"].map { $0 == "1" ? 1 : $0 == "0" ? 0 : 2 })
    let rate = Scores.rate([false, true, nil])
    func estimate(_ isIn: (String) -> Bool) -> DesignEstimate? {
      sample.design.estimate(rate, of: sums) { isIn(cells.labels[Int($0)]) }
    }
    let all = try #require(estimate { $0 == "Dx" })
    ledger.hold("edges.allYes", all.pair)
    #expect(all.standardError == 0 && all.position == .atOne && all.designEffect == nil)
    let beta = try IntervalRule(.beta, level: 0.95).outcome(of: #require(all.rate))
    #expect(beta == .failure(.noDegreesOfFreedom))
    #expect(estimate { $0.hasSuffix("z") } == nil)
    let one = try #require(estimate { $0.hasPrefix("C") })
    ledger.hold("edges.onePSU.degf", ["value": Double(one.degreesOfFreedom)])
    ledger.hold("edges.onePSU.mean", one.pair, floor: 1e-15)
    #expect(
      try IntervalRule(.wilson, level: 0.95).outcome(of: #require(one.rate))
        == .failure(.noDegreesOfFreedom))
    ledger.except("R gives NaN where one cluster has answers; here: no degrees of freedom") {
      $0 == "edges.allYes.beta"
    }
    ledger.except("R gives 0 where nobody answered; here there is no estimate") {
      $0 == "edges.noAnswer"
    }
  }
}
