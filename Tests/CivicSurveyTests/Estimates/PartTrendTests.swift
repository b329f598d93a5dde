import SurveyDefinition
import Testing

@testable import CivicSurvey

/// The series of other parts of a tally: beside the report's own, never added to it.
@Suite struct PartTrendTests {
  private static func yaml(
    survey: String = "s", version: String, satisfied: String = "yes", measure: String = "rate"
  ) -> String {
    """
    survey: \(survey)
    version: "\(version)"
    title: { en: Trend }
    coverage: self-selected
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }, frequency: { columns: [n] } }
    dimensions:
      desk: { columns: [desk], optional: true, categories: { \(version == "1" ? "a" : "b"): { en: A } } }
    questions:
      q: { text: { en: Q }, columns: [q], choices: { yes: { en: Good }, no: { en: Bad } } }
    measures: { \(measure): { question: q, satisfied: [\(satisfied)] } }
    """
  }

  private static func part(_ yaml: String, _ rows: String) throws -> TallyPart {
    try Fixture.part(Fixture.plan(yaml), "date,n,desk,q\n" + rows)
  }

  private static let own = """
    2025-01-10,3,,yes
    2025-01-10,1,,no

    """
  private static let other = """
    2024-07-01,4,,yes
    2024-10-01,5,,yes
    2024-10-01,5,,no
    ,7,,yes

    """

  private static func report(
    beside others: [TallyPart], _ change: (inout ReportQuery) -> Void = { _ in }
  ) throws -> Report {
    var query = ReportQuery()
    query.by = ["quarter"]
    change(&query)
    return try part(yaml(version: "2"), own).report(query, beside: others)
  }

  @Test func theOtherPartHasASeriesOfItsOwn() throws {
    let report = try Self.report(beside: [
      Self.part(Self.yaml(version: "1"), Self.other), Self.part(Self.yaml(version: "2"), Self.own),
    ])
    let trend = try #require(report.otherParts.first)
    #expect(report.otherParts.count == 1 && trend.version == "1")
    // Undated responses lie in no period.
    let rows = trend.estimates.map { row in
      guard case .period(let period) = row.domain.entries[0].value else { return "none" }
      return "\(period.id) \(row.satisfied ?? -1)/\(row.n)"
    }
    #expect(rows == ["2024Q3 4/4", "2024Q4 5/10"])
    #expect(report.estimates.first?.n == 4 && report.accounting.responses == 4)
  }

  @Test func anotherSurveyOrMeasureIsNoSeries() throws {
    let others = try [
      Self.part(Self.yaml(survey: "t", version: "1"), Self.other),
      Self.part(Self.yaml(version: "1", measure: "other"), Self.other),
      Self.part(Self.yaml(version: "1"), ",7,,yes\n"),
    ]
    #expect(try Self.report(beside: others).otherParts.isEmpty)
    let part = try Self.part(Self.yaml(version: "1"), Self.other)
    #expect(try Self.report(beside: [part]) { $0.by = [] }.otherParts.isEmpty)
    // The part has no category of that name, so that it cannot be limited to it.
    let filtered = try Self.report(beside: [part]) {
      $0.filters = [CategoryFilter(dimension: "desk", categories: ["b"])]
    }
    #expect(filtered.otherParts.isEmpty)
  }

  @Test func theFormulaIsThatOfThePart() throws {
    let part = try Self.part(Self.yaml(version: "1", satisfied: "no"), Self.other)
    let trend = try #require(try Self.report(beside: [part]).otherParts.first)
    #expect(trend.measure.satisfied == ["no"])
    #expect(trend.estimates.map(\.satisfied) == [0, 5])
  }
}
