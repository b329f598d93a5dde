import SurveyDefinition
import Testing

@testable import CivicSurvey

/// How much of the data a figure could not use.
@Suite struct LossTests {
  private static let header = "id,date,field,unit,overall\n"

  /// 19 answers, the last of them unreadable where `isLost`, all in a known field.
  private func report(lost: Int, of count: Int, limit: DecimalShare? = nil) throws -> Report {
    let rows = (0..<count).map { "\($0),2025-01-02,land,A,\($0 < lost ? "x" : "5")\n" }
    var query = ReportQuery()
    if let limit { query.lossLimit = limit }
    return try Fixture.part(Fixture.plan(Fixture.small), Self.header + rows.joined()).report(query)
  }

  @Test func exactlyTheLimitIsNotAboveIt() throws {
    // 1 of 20 is 5 %; 1 of 19 is 5.26 %.
    #expect(try !report(lost: 1, of: 20).lossesExceedLimit)
    let report = try report(lost: 1, of: 19)
    #expect(report.lossesExceedLimit)
    let message = try #require(report.diagnostics.first)
    #expect(message.code == "response.losses-over-limit")
    #expect(message.arguments["lost"] == "1" && message.arguments["base"] == "19")
    // Rounded up to hundredths: 1/19 = 0.052631…
    #expect(message.arguments["lostPercent"] == "5.26")
    #expect(message.arguments["limitPercent"] == "5")
    #expect(message.text(in: .vi).contains("5,26 %"))
  }

  @Test func theLimitIsTheQuerys() throws {
    #expect(
      try !report(lost: 1, of: 10, limit: DecimalShare(numerator: 1, denominator: 10))
        .lossesExceedLimit)
    #expect(
      try report(lost: 1, of: 20, limit: DecimalShare(numerator: 0, denominator: 1))
        .lossesExceedLimit)
  }

  @Test func aResponseIsLostOnceHoweverManyThingsAreWrong() throws {
    let part = try Fixture.part(
      Fixture.plan(Fixture.small),
      Self.header + "1,2025-01-02,x,A,y\n2,2025-01-02,x,A,5\n3,2025-01-02,land,A,y\n"
        + "4,2025-13-02,land,A,5\n5,2025-01-02,land,A,5\n")
    var query = ReportQuery()
    let whole = try part.report(query)
    // Rejected: 4. Invalid: 1 and 3. Of 4 accepted and 1 rejected.
    #expect(whole.estimates.map(\.losses) == [LossShare(lost: 3, base: 5)])
    query.by = ["field"]
    // Unmapped: 1 (lost already) and 2.
    let byField = try part.report(query).estimates
    #expect(byField[0].losses == LossShare(lost: 3, base: 5))
    #expect(byField[1].losses == LossShare(lost: 4, base: 5))
    query.by = []
    query.filters = [CategoryFilter(dimension: "field", categories: ["land"])]
    // A condition uses the dimension, and the losses are those of the whole tally.
    #expect(try part.report(query).estimates.map(\.losses) == [LossShare(lost: 4, base: 5)])
  }

  /// The largest count that a record may have, in records enough to pass 2⁶³ when multiplied.
  @Test func enormousCountsDoNotOverflow() throws {
    let yaml = Fixture.small.replacing(
      "submittedAt: { columns: [date] }", with: "frequency: { columns: [date] }")
    let rows = (0..<20).map { "\($0),1000000000,x,A,\($0 < 10 ? "x" : "5")\n" }
    var query = ReportQuery()
    query.by = ["field"]
    let part = try Fixture.part(Fixture.plan(yaml), Self.header + rows.joined())
    let report = try part.report(query)
    #expect(report.estimates.map(\.n) == [10_000_000_000, 10_000_000_000])
    #expect(
      report.estimates.map(\.losses) == [
        LossShare(lost: 10_000_000_000, base: 20_000_000_000),
        LossShare(lost: 20_000_000_000, base: 20_000_000_000),
      ])
    #expect(report.diagnostics.first?.arguments["lostPercent"] == "100")
    #expect(try TallyFile.decode(Fixture.bytes(part), name: "t").parts.count == 1)
  }

  @Test func lossesAreListedMostFrequentFirstWithASuggestion() throws {
    let part = try Fixture.part(
      Fixture.plan(Fixture.small),
      Self.header + "1,,Đất đia,A,9\n2,,Xây dung,A,Very god\n3,,Xây dung,A,Very god\n"
        + "4,,qqqqqqqq,A,Goood\n5,,both,A,1\n")
    var query = ReportQuery()
    query.by = ["field"]
    let losses = try part.report(query).losses
    #expect(losses.map(\.label) == ["Xây dung", "qqqqqqqq", "Đất đia", "Very god", "Goood"])
    #expect(losses.map(\.n) == [2, 1, 1, 2, 1])
    #expect(losses.map { $0.first?.line } == [3, 5, 2, 3, 5])
    #expect(losses.map(\.suggestion) == ["Xây dựng", nil, "Đất đai", "Very good", "Good"])
    // Nothing uses the field: its labels are no losses of this report.
    #expect(try part.report(ReportQuery()).losses.map(\.label) == ["Very god", "Goood"])
  }
}
