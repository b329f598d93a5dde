import SurveyDefinition
import SurveyStatistics
import Testing

@testable import CivicSurvey

/// Which cells φ is made of, and of which periods it is told.
@Suite struct OverDispersionTableTests {
  private static func yaml(_ more: String = "") -> String {
    """
    survey: communes
    version: "1"
    title: { en: Communes }
    coverage: self-selected
    timeZone: "+07:00"
    source:
      submittedAt: { columns: [day], formats: [yyyy-MM-dd] }
      frequency: { columns: [count] }
    dimensions:
      commune: { columns: [commune], open: true, role: unit }
      field: { columns: [field], categories: { land: { en: Land }, build: { en: Building } } }
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: two }
    scales:
      two: { choices: { good: { en: Good }, bad: { en: Bad } }, satisfied: [good] }

    """ + more
  }

  private static let target = """
    targets:
      - { id: t, measure: overall, atLeast: 85%, from: 2020-01-01, every: [quarter, year] }
    """

  /// `good` and `bad` of land, and as many of building, of one unit and day.
  private static func cell(_ day: String, _ unit: String, _ good: Int, _ bad: Int) -> String {
    "\(day),\(unit),land,good,\(good)\n\(day),\(unit),land,bad,\(bad)\n"
  }

  /// Five units, each 7 of 10 in one half-month and 9 of 10 in the next: φ = 10 · 0.625 / 5 = 1.25.
  private static func tame(_ first: String, _ second: String) -> String {
    ["a", "b", "c", "d", "e"].map { cell(first, $0, 7, 3) + cell(second, $0, 9, 1) }.joined()
  }

  private func report(
    _ yaml: String, _ rows: String, by: [String] = ["commune"],
    _ change: (inout ReportQuery) -> Void = { _ in }
  ) throws -> Report {
    var query = ReportQuery()
    query.by = by
    change(&query)
    let plan = try TabulationPlan(Fixture.survey(yaml), for: query)
    return try Fixture.part(plan, "day,commune,field,overall,count\n" + rows).report(query)
  }

  private func told(_ report: Report) throws -> [String] {
    try #require(report.overDispersion).rows.map { row in
      "\(row.measure) \(row.period.id) \(row.dispersion.phiText) \(row.dispersion.cells) "
        + "\(row.dispersion.units)"
    }
  }

  @Test func aCellIsAUnitInAHalfMonth() throws {
    // Two days of a half-month are one cell, as are fields; without a unit there is no cell.
    let split = Self.tame("2025-01-05", "2025-01-20")
      .replacing(
        "2025-01-05,a,land,good,7", with: "2025-01-01,a,build,good,4\n2025-01-14,a,land,good,3")
    let nobody = Self.cell("2025-01-05", "", 0, 90) + Self.cell("2025-01-20", "", 90, 0)
    #expect(
      try told(report(Self.yaml(), split + nobody)) == ["overall 2025Q1 1.25 10 5"])
  }

  @Test func periodsAreThoseOfTargets() throws {
    let rows = Self.tame("2025-01-05", "2025-02-20") + Self.tame("2025-04-05", "2025-05-20")
    // Over the year each unit has 7, 9, 7, 9: twice the sum, over 20 − 5.
    let wanted = ["overall 2025Q1 1.25 10 5", "overall 2025Q2 1.25 10 5", "overall 2025 0.83 20 5"]
    let report = try report(Self.yaml(Self.target), rows)
    #expect(try told(report) == wanted)
    #expect(report.overDispersion?.newest?.id == "2025Q2")
    // By the state's calendar February's second half is of March.
    let state = try self.report(Self.yaml(), Self.tame("2025-02-28", "2025-03-20")) {
      $0.calendar = .stateReport15
    }
    #expect(try told(state) == [])
    #expect(state.overDispersion?.newest?.id == "2025Q2")
  }

  @Test func breakdownsAndConditionsChangeNothing() throws {
    let rows = Self.tame("2025-01-05", "2025-02-20")
    for by in [["commune"], ["commune", "field", "quarter"]] {
      let report = try report(Self.yaml(), rows, by: by) {
        $0.filters = [CategoryFilter(dimension: "field", categories: ["build"])]
      }
      #expect(try told(report) == ["overall 2025Q1 1.25 10 5"])
    }
  }

  @Test func strayDatesMakeNone() throws {
    let report = try report(
      Self.yaml(), Self.tame("2025-01-05", "2025-02-20") + "2000-01-01,a,land,good,1\n")
    #expect(try told(report) == ["overall 2025Q1 1.25 10 5"])
  }

  @Test func withoutAUnitItIsNotLookedFor() throws {
    let rows = Self.tame("2025-01-05", "2025-02-20")
    #expect(try report(Self.yaml(), rows, by: ["field"]).overDispersion == nil)
    let noRole = Self.yaml().replacing(", role: unit", with: "")
    #expect(try report(noRole, rows).overDispersion == nil)
    // A census has no interval that could be too narrow.
    let census = Self.yaml().replacing("self-selected", with: "census")
    #expect(try report(census, rows).overDispersion == nil)
  }

  /// 70 and 90 of 100 in place of 7 and 9 of 10: ten times the φ.
  @Test func theNewestPeriodIsToldOf() throws {
    let wild = Self.tame("2025-01-05", "2025-02-20").replacing(",7\n", with: ",70\n")
      .replacing(",3\n", with: ",30\n").replacing(",9\n", with: ",90\n")
      .replacing(",1\n", with: ",10\n")
    let alone = try report(Self.yaml(), wild)
    #expect(try told(alone) == ["overall 2025Q1 12.50 10 5"])
    let message = try #require(alone.diagnostics.first { $0.code == "response.over-dispersed" })
    #expect(message.severity == .warning)
    #expect(message.arguments["phiFactor"] == "12.50" && message.arguments["widerFactor"] == "3.5")
    // A quiet quarter after it, or one of too few answers: of an old one nothing is said first.
    let quiet = Self.tame("2025-04-05", "2025-05-20")
    for later in [quiet, Self.cell("2025-04-05", "a", 7, 3)] {
      let report = try report(Self.yaml(), wild + later, by: ["commune", "quarter"])
      #expect(try told(report)[0] == "overall 2025Q1 12.50 10 5")
      #expect(report.overDispersion?.newest?.id == "2025Q2")
      #expect(report.diagnostics.isEmpty)
      let earlier = try self.report(Self.yaml(), wild + later) {
        $0.period = PeriodRange(id: "2025Q1", calendar: .civil)
      }
      #expect(earlier.diagnostics.map(\.code) == ["response.over-dispersed"])
    }
  }
}
