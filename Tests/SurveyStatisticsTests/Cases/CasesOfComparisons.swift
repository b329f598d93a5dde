import Testing

@testable import SurveyStatistics

/// Tests of differences and of tables: `svyttest` and `svychisq`.
struct CasesOfComparisons {
  let id: String
  let design: SampleDesign

  /// Holds `svyttest`.
  func holdDifference(
    _ name: String, _ sums: DesignSums, _ rate: Scores, in ledger: inout CaseLedger,
    first: @escaping (Int32) -> Bool, second: @escaping (Int32) -> Bool
  ) throws {
    let one = try #require(design.estimate(rate, of: sums, in: first))
    let other = try #require(design.estimate(rate, of: sums, in: second))
    let asR = try design.difference(
      one, minus: other, on: sums,
      base: { (first($0.cell) || second($0.cell)) && rate.score($0.code).x != 0 }, level: 0.95
    ).get()
    ledger.hold(
      "\(id).\(name)",
      [
        "estimate": asR.estimate, "statistic": asR.statistic,
        "df": Double(asR.degreesOfFreedom), "p": asR.pValue, "lower": asR.lower,
        "upper": asR.upper,
      ])
  }

  /// Holds `svychisq(statistic = "F")`, and `"Chisq"` where there is a name for it.
  func holdTable(
    _ name: String, firstOrder: String? = nil, _ sums: DesignSums, rows: Int, columns: Int,
    in ledger: inout CaseLedger, place: (DesignSums.Row) -> Int?
  ) throws {
    let shares = sums.shares(of: rows * columns, by: place)
    let size = sums.size { place($0) != nil }
    let covariance = try #require(
      design.covariance(of: shares, on: sums) { place($0) != nil })
    let test = try #require(
      RaoScottTest(
        shares: shares.map(\.value), covariance: covariance, columns: columns, n: size.responses,
        degreesOfFreedom: (design.isClustered ? size.clusters : size.responses) - size.strata))
    ledger.hold(
      "\(id).\(name)",
      [
        "statistic": test.statistic, "df1": test.numeratorDegrees,
        "df2": test.denominatorDegrees, "p": test.pValue,
      ])
    if let firstOrder {
      ledger.hold(
        "\(id).\(firstOrder)",
        [
          "statistic": test.pearson, "df": Double(test.firstOrderDegrees),
          "p": test.firstOrderPValue,
        ])
    }
  }

  static func hold(_ api: CasesOfApi, _ ledger: inout CaseLedger) throws {
    let cases = CasesOfComparisons(id: api.id, design: api.sample.design)
    try cases.holdDifference(
      "tt", api.yes, .rate([false, true]), in: &ledger, first: api.cells("Yes"),
      second: api.cells("No"))
    let awarded = api.cells("Yes")
    try cases.holdTable(
      "chiF", firstOrder: "chiChisq", api.yes, rows: 2, columns: 2, in: &ledger
    ) { Int($0.code) * 2 + (awarded($0.cell) ? 1 : 0) }
    let bands = api.sample.sums(
      cells: api.field.numbers, api.sample.frame["band"].map { Int($0) ?? 0 })
    try cases.holdTable("chi3", bands, rows: 5, columns: 3, in: &ledger) {
      (Int($0.code) - 1) * 3 + Int($0.cell)
    }
  }

  static func hold(_ kiosk: CasesOfKiosk, _ ledger: inout CaseLedger) throws {
    let cases = CasesOfComparisons(id: kiosk.id, design: kiosk.sample.design)
    try cases.holdDifference(
      "ttQ", kiosk.overall, kiosk.rate, in: &ledger, first: kiosk.isIn("2025Q4"),
      second: kiosk.isIn("2025Q3"))
    let (land, last) = (kiosk.isIn("đất đai"), kiosk.isIn("2025Q4"))
    try cases.holdDifference(
      "unitVsRest", kiosk.overall, kiosk.rate, in: &ledger, first: { land($0) && last($0) },
      second: { !land($0) && last($0) })
    let labels = kiosk.cells.labels.map { $0.split(separator: ":").map(String.init) }
    let fields = Numbering(labels.map { $0[0] }).numbers.map { Int($0) }
    let quarters = Numbering(labels.map { $0[1] }).numbers.map { Int($0) }
    try cases.holdTable("chi", kiosk.overall, rows: 2, columns: 4, in: &ledger) {
      $0.code == 0 ? nil : ($0.code >= 4 ? 4 : 0) + fields[Int($0.cell)]
    }
    try cases.holdTable("chi5", kiosk.overall, rows: 5, columns: 4, in: &ledger) {
      $0.code == 0 ? nil : (Int($0.code) - 1) * 4 + quarters[Int($0.cell)]
    }
  }

  static func holdNhanes(_ ledger: inout CaseLedger) throws {
    let frame = try ReferenceFrame("nhanes")
    let sample = try ReferenceSample(
      frame, strata: frame["SDMVSTRA"], clusters: frame["SDMVPSU"], weight: "WTMEC2YR")
    let sums = sample.sums(
      cells: frame["RIAGENDR"].map { $0 == "2" ? 1 : 0 },
      frame["HI_CHOL"].map { $0 == "1" ? 1 : $0 == "0" ? 0 : 2 })
    let cases = CasesOfComparisons(id: "nhanes", design: sample.design)
    try cases.holdDifference(
      "tt", sums, .rate([false, true, nil]), in: &ledger, first: { $0 == 1 }, second: { $0 == 0 })
    try cases.holdTable("chi", sums, rows: 2, columns: 2, in: &ledger) {
      $0.code == 2 ? nil : Int($0.code * 2 + $0.cell)
    }
  }
}
