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
    for (one, next) in zip(estimates.runs, estimates.runs.dropFirst()) {
      #expect(one.measure != next.measure || one.axes != next.axes)
    }
  }

  @Test func whatIsSaidOfAllRowsIsWhatTheRowsSay() throws {
    let report = try report(["unit", "quarter"])
    func places(_ domains: [Domain], _ axis: String) -> Set<DomainValue> {
      Set(domains.flatMap(\.entries).filter { $0.axis == axis }.map(\.value))
    }
    for axis in ["unit", "quarter", "field"] {
      let rates = report.estimates.values(on: axis)
      #expect(Set(rates) == places(report.estimates.map(\.domain), axis))
      #expect(rates.count == Set(rates).count)
      let answers = report.distributions.values(on: axis)
      #expect(Set(answers) == places(report.distributions.map(\.domain), axis))
    }
    #expect(report.estimates.methods == [.wilson])
    #expect(report.worstLoss?.lost == report.estimates.map(\.losses.lost).max())
    #expect(report.distributions.ofTheWhole.map(\.question) == ["overall"])
  }
}
