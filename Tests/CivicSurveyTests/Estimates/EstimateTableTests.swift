import Testing

@testable import CivicSurvey

/// Rows that are worked out when they are asked for.
@Suite struct EstimateTableTests {
  private static let text = """
    id,date,field,unit,overall
    1,2025-03-15,land,An,5
    2,2025-06-14,build,Bình,1
    3,,,An,9
    4,2025-11-02,land,Bình,4

    """

  private func report(_ by: [String]) throws -> Report {
    var query = ReportQuery()
    query.by = by
    return try Fixture.part(Fixture.plan(Fixture.small), Self.text).report(query)
  }

  @Test(arguments: [[], ["field"], ["unit", "quarter"], ["nineMonths", "field", "unit"]])
  func runsHoldEveryRowOnce(_ by: [String]) throws {
    let estimates = try report(by).estimates
    #expect(estimates.runs.flatMap { Array($0.rows) } == Array(estimates.indices))
    for run in estimates.runs {
      for estimate in estimates[run.rows] {
        #expect(estimate.measure == run.measure)
        #expect(estimate.domain.entries.map(\.axis) == run.axes)
      }
    }
    #expect(EstimateTable(Array(estimates)).runs.map(\.rows) == estimates.runs.map(\.rows))
  }

  @Test func whatIsSaidOfAllRowsIsWhatTheRowsSay() throws {
    let report = try report(["unit", "quarter"])
    for axis in ["unit", "quarter", "field"] {
      let rows = EstimateTable(Array(report.estimates))
      #expect(Set(report.estimates.values(on: axis)) == Set(rows.values(on: axis)))
      let answers = DistributionTable(Array(report.distributions))
      #expect(Set(report.distributions.values(on: axis)) == Set(answers.values(on: axis)))
    }
    #expect(report.estimates.methods == [.wilson])
    #expect(Set(report.estimates.losses.map(\.lost)) == Set(report.estimates.map(\.losses.lost)))
    #expect(report.distributions.ofTheWhole.map(\.question) == ["overall"])
  }
}
