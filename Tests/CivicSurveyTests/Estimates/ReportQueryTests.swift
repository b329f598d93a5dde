import SurveyDefinition
import Testing

@testable import CivicSurvey

/// What a report may be asked for, and in which order it answers.
@Suite struct ReportQueryTests {
  private static let text = """
    id,date,field,unit,overall
    1,2025-01-02,build,b,5
    2,2025-02-02,land,_a,1
    3,,lạ,,9
    4,2024-12-31,land,B,4
    5,2025-02-02,,A,

    """

  private func part(_ yaml: String = Fixture.small) throws -> TallyPart {
    try Fixture.part(Fixture.plan(yaml), Self.text)
  }

  private func codes(_ part: TallyPart, _ change: (inout ReportQuery) -> Void) -> [String] {
    var query = ReportQuery()
    change(&query)
    return Fixture.codes { () throws(RunError) in _ = try part.report(query) }
  }

  @Test func rowsComeInOneOrder() throws {
    var query = ReportQuery()
    query.by = ["quarter", "field"]
    // The whole, then single axes in the order asked for, then both; periods in time, categories as
    // the survey lists them, what is none last.
    #expect(
      try part().report(query).estimates.map(\.domain.oracleName) == [
        "", "quarter=2024Q4", "quarter=2025Q1", "quarter=_missing", "field=land", "field=build",
        "field=_missing", "field=_unmapped", "quarter=2024Q4&field=land",
        "quarter=2025Q1&field=land", "quarter=2025Q1&field=build", "quarter=2025Q1&field=_missing",
        "quarter=_missing&field=_unmapped",
      ])
  }

  @Test func openLabelsComeByTheirBytes() throws {
    var query = ReportQuery()
    query.by = ["unit"]
    // 0x41 A, 0x42 B (which is smaller than b), 0x5F _.
    #expect(
      try part().report(query).estimates.dropFirst().map(\.domain)
        == [
          .category("A"), .category("B"), .category("_a"), .missing,
        ].map { Domain(entries: [Domain.Entry(axis: "unit", value: $0)]) })
  }

  @Test func aQuestionMayServeAsADimension() throws {
    var query = ReportQuery()
    query.by = ["overall"]
    let plan = try TabulationPlan(Fixture.survey(Fixture.small), for: query)
    let part = try Fixture.part(plan, Self.text)
    #expect(part.keptDimensions == ["overall"])
    #expect(
      try part.report(query).estimates.map { "\($0.domain.oracleName) \($0.counts.accepted)" } == [
        " 5", "overall=5 1", "overall=4 1", "overall=1 1", "overall=_missing 1",
        "overall=_noOpinion 1",
      ])
  }

  @Test func nobodyAnsweredMeansNoRate() throws {
    let empty = try Fixture.part(Fixture.plan(Fixture.small), "id,date,field,unit,overall\n")
    let report = try empty.report(ReportQuery())
    let estimate = try #require(report.estimates.first)
    #expect(report.estimates.count == 1)
    #expect(estimate.value == nil && estimate.interval == nil && estimate.reason == .noAnswers)
    #expect(report.diagnostics.map(\.code) == ["response.none-accepted"])
    #expect(report.asOf == nil && report.lossShare == LossShare(lost: 0, base: 0))
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let part = try part()
    #expect(codes(part) { $0.by = ["nobody"] } == ["tally.unknown-dimension"])
    #expect(codes(part) { $0.by = ["overall"] } == ["tally.dimension-not-kept"])
    #expect(codes(part) { $0.by = ["field", "field"] } == ["tally.axis-twice"])
    #expect(codes(part) { $0.by = ["day"] } == ["tally.period-too-fine"])
    #expect(
      codes(part) {
        $0.by = ["month", "quarter", "half", "nineMonths", "year", "field", "unit", "day", "x"]
      } == ["tally.too-many-axes", "tally.period-too-fine", "tally.unknown-dimension"])
    let undated = try Fixture.part(
      Fixture.plan(
        Fixture.small.split(separator: "\n").filter { !$0.contains("submittedAt") }
          .joined(separator: "\n")), Self.text)
    #expect(codes(undated) { $0.by = ["quarter"] } == ["tally.no-dates"])
    #expect(
      codes(undated) { $0.period = PeriodRange(id: "2025", calendar: .civil) } == ["tally.no-dates"]
    )
  }

  @Test func conditionsAreNamedByIDOrSpelling() throws {
    let part = try part()
    func selected(_ dimension: String, _ categories: String...) throws -> Int {
      var query = ReportQuery()
      query.filters = [CategoryFilter(dimension: dimension, categories: categories)]
      return try part.report(query).selected
    }
    #expect(try selected("field", "land") == 2)
    #expect(try selected("field", "ĐẤT  ĐAI") == 2)
    #expect(try selected("field", "land", "build") == 3)
    #expect(try selected("field", "_missing") == 1)
    #expect(try selected("field", "_unmapped", "land") == 3)
    #expect(try selected("unit", "b") == 2)
    #expect(try selected("unit", "nowhere") == 0)
    func problem(_ dimension: String, _ category: String) -> [String] {
      codes(part) { $0.filters = [CategoryFilter(dimension: dimension, categories: [category])] }
    }
    #expect(problem("field", "qqqqqqq") == ["tally.unknown-category"])
    #expect(problem("field", "lande") == ["tally.unknown-category-like"])
    #expect(problem("nobody", "x") == ["tally.dimension-not-kept"])
    var query = ReportQuery()
    query.filters = [CategoryFilter(dimension: "unit", categories: ["nowhere"])]
    let told = try part.report(query).diagnostics
    #expect(told.map(\.code) == ["tally.where-empty"])
    #expect(told.first?.arguments["condition"] == "unit=nowhere")
    query.filters = [CategoryFilter(dimension: "unit", categories: ["nowhere", "b"])]
    #expect(
      try part.report(query).diagnostics.map(\.code) == ["tally.category-not-in-data"])
  }
}
