import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Differences of figures that are weighted to margins, against R's `svyttest` and `svychisq`: the numbers of
/// `margins.R`.
@Suite struct MarginComparisonTests {
  /// The figures of a change from the third quarter to the fourth, by measure: the difference with its
  /// standard error, or F with its p-value.
  private static func reference(_ name: String) throws -> [String: (Double, Double)] {
    let rows = try ReferenceTable("margin-changes", rows: 64).rows.filter {
      try $0.text("case") == name
    }
    return Dictionary(
      uniqueKeysWithValues: try rows.map {
        try ($0.text("measure"), ($0.figure("value"), $0.figure("se")))
      })
  }

  @Test(
    arguments: ["plain", "clus", "answers", "groups"],
    ["post", "rake", "postQuarter", "rakeQuarter"])
  func changesByR(design: String, way: String) throws {
    let quarters = ["2025Q4", "2025Q3"].compactMap { Period(id: $0, calendar: .civil) }
    var query = ComparisonQuery(.periods(quarters[0], with: quarters[1]))
    query.measures = ["good", "m100", "indexMeanOfRates"]
    query.questions = ["overall"]
    query.report.margins = try MarginReportTests.margins(by: way)
    let plan = try TabulationPlan(MarginReportTests.survey(design), for: query)
    let input = SurveyInput.bytes(
      Array(try MarginReportTests.datedKiosks().utf8), name: "kiosk.csv")
    let rows = try query.compared(in: Tabulator(plan).run([input]).part).rows
    let expected = try Self.reference("\(design).\(way)")
    for (row, name) in zip(rows, ["yes", "m100", "rates", "answers"]) {
      let (first, second) = try #require(expected[name])
      let comparison = row.comparison
      let found =
        try name == "answers"
        ? (#require(comparison.test?.statistic), #require(comparison.test?.pValue))
        : (#require(comparison.difference), #require(comparison.limits?.standardError))
      #expect(abs(found.0 / first - 1) < 1e-8, "\(name): \(found.0) \(first)")
      // `svychisq` takes the degrees of freedom of all rows that a calibrated design keeps, also those with
      // a weight of 0: where each response is its own unit there are more than those that answered.
      let isOther = name == "answers" && design == "plain"
      #expect(abs(found.1 / second - 1) < (isOther ? 1e-3 : 1e-8), "\(name): \(found.1) \(second)")
    }
    #expect(rows.count == 4)
  }

  /// The parts of the mix and of the rates are those of weighted shares, and add up to the difference.
  @Test func theMixIsThatOfWeights() throws {
    let quarters = ["2025Q4", "2025Q3"].compactMap { Period(id: $0, calendar: .civil) }
    var query = ComparisonQuery(.periods(quarters[0], with: quarters[1]))
    query.report.margins = try MarginReportTests.margins(by: "rake")
    let plan = try TabulationPlan(MarginReportTests.survey("plain"), for: query)
    let input = SurveyInput.bytes(
      Array(try MarginReportTests.datedKiosks().utf8), name: "kiosk.csv")
    let report = try query.compared(in: Tabulator(plan).run([input]).part)
    let mix = try #require(report.mixes.first { $0.dimension == "field" })
    let difference = try #require(report.rows[0].comparison.difference)
    #expect(abs(mix.mix + mix.rate - difference) < 1e-12)
    #expect(abs(mix.difference - difference) < 1e-12)
  }

  /// A report's own change since the period before is that of the comparison.
  @Test func theReportTellsItsChange() throws {
    var query = ReportQuery()
    query.by = ["quarter"]
    query.margins = try MarginReportTests.margins(by: "postQuarter")
    let plan = try TabulationPlan(MarginReportTests.survey("clus"), for: query)
    let input = SurveyInput.bytes(
      Array(try MarginReportTests.datedKiosks().utf8), name: "kiosk.csv")
    let report = try Tabulator(plan).run([input]).part.report(query)
    let (value, error) = try #require(Self.reference("clus.postQuarter")["yes"])
    let change = try #require(report.change?.comparison)
    #expect(abs(try #require(change.difference) / value - 1) < 1e-8)
    #expect(abs(try #require(change.limits?.standardError) / error - 1) < 1e-8)
  }
}
