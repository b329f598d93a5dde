import Testing

@testable import SurveyStatistics

/// NHANES and YRBS: clusters numbered anew in each stratum, and large weights.
struct CasesOfFederalData {
  static func holdNhanes(_ ledger: inout CaseLedger) throws {
    let frame = try ReferenceFrame("nhanes")
    let sample = try ReferenceSample(
      frame, strata: frame["SDMVSTRA"], clusters: frame["SDMVPSU"], weight: "WTMEC2YR")
    let cells = Numbering(
      (0..<frame.count).map {
        "\(frame["race"][$0])|\(frame["agecat"][$0])|\(frame["RIAGENDR"][$0])"
      })
    let parts = cells.labels.map { $0.split(separator: "|").map(String.init) }
    let sums = sample.sums(
      cells: cells.numbers, frame["HI_CHOL"].map { $0 == "1" ? 1 : $0 == "0" ? 0 : 2 })
    let rate = Scores.rate([false, true, nil])
    let whole = try #require(sample.design.estimate(rate, of: sums))
    ledger.hold("nhanes.mean", whole.pair.merging(["deff": whole.designEffect]) { $1 })
    ledger.hold("nhanes.degf", ["value": Double(whole.degreesOfFreedom)])
    ledger.hold(
      "nhanes.n", ["n": Double(whole.n), "W": whole.weightedN, "kish": whole.kishN])
    CasesOfIntervals.hold(
      "nhanes.ci", whole, df: whole.degreesOfFreedom, n: frame.count, in: &ledger)
    for race in Set(parts.map { $0[0] }) {
      let one = try #require(
        sample.design.estimate(rate, of: sums) { parts[Int($0)][0] == race })
      ledger.hold(
        "nhanes.by", ["\(race).estimate": one.value, "\(race).se": one.standardError])
    }
    for part in Set(parts.map { [$0[1], $0[2]] }) {
      let one = try #require(
        sample.design.estimate(rate, of: sums) { Array(parts[Int($0)][1...]) == part })
      let name = "\(part[0].replacing(",", with: "_")):\(part[1])"
      ledger.hold(
        "nhanes.byage", ["\(name).estimate": one.value, "\(name).se": one.standardError])
    }
    let isAsked = { (cell: Int32) in
      parts[Int(cell)][0] == "4" && parts[Int(cell)][1] == "(59,Inf]"
    }
    let domain = try #require(sample.design.estimate(rate, of: sums, in: isAsked))
    // R's `degf` and `nrow` count those without an answer, too.
    let all = try #require(
      sample.design.estimate(.rate([false, true, false]), of: sums, in: isAsked))
    CasesOfIntervals.hold(
      "nhanes.dom.ci", domain, df: all.degreesOfFreedom, n: all.n, in: &ledger)
  }

  static func holdYrbs(_ ledger: inout CaseLedger) throws {
    let frame = try ReferenceFrame("yrbs")
    let sample = try ReferenceSample(
      frame, strata: frame["stratum"], clusters: frame["psu"], weight: "weight")
    let sums = sample.sums(frame["qn8"].map { $0 == "1" ? 1 : $0 == "2" ? 0 : 2 })
    let whole = try #require(sample.design.estimate(.rate([false, true, nil]), of: sums))
    let all = try #require(sample.design.estimate(.rate([false, true, false]), of: sums))
    ledger.hold("yrbs.mean", whole.pair.merging(["deff": whole.designEffect]) { $1 })
    ledger.hold("yrbs.degf", ["value": Double(all.degreesOfFreedom)])
    let satisfied = try #require(sample.design.estimate(.rate([nil, true, nil]), of: sums))
    ledger.hold("yrbs.n", ["n": Double(whole.n), "yes": Double(satisfied.n)])
    CasesOfIntervals.hold("yrbs.ci", whole, df: all.degreesOfFreedom, n: all.n, in: &ledger)
    // CDC's "Software for Analysis of YRBS Data" (2016), table 3: 81.4 % (77.0–85.1).
    let interval = try IntervalRule(.xlogit, level: 0.95).outcome(of: #require(whole.rate)).get()
    #expect(abs(whole.value - 0.814) < 0.000_5)
    #expect(abs(interval.lower - 0.770) < 0.000_5 && abs(interval.upper - 0.851) < 0.000_5)
  }
}
