import SurveyDefinition
import Testing

@testable import CivicSurvey

/// What arrived when, and who was expected and sent nothing; counted by hand.
@Suite struct ArrivalTests {
  private static let yaml = """
    survey: arrivals
    version: "1"
    title: { en: Arrivals }
    coverage: self-selected
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }, frequency: { columns: [n] } }
    dimensions:
      unit:
        columns: [unit]
        open: true
        expected:
          - { category: An Thắng, from: 2025-01-01, until: 2025-07-01 }
          - { category: QUANG  TRUNG }
          - { category: Tân Dân, from: 2025-04-01 }
      desk:
        columns: [desk]
        optional: true
        categories: { one: { en: One }, two: { en: Two }, three: { en: Three } }
        expected: [{ category: two }]
    questions:
      q: { text: { en: Q }, columns: [q], choices: { yes: { en: Good }, no: { en: Bad } } }
    measures: { rate: { question: q, satisfied: [yes] } }
    targets:
      - { id: all, measure: rate, atLeast: 50%, from: 2025-01-01, every: [quarter] }
      - { id: one, measure: rate, where: { unit: [quang trung] }, atLeast: 50%, from: 2025-01-01, every: [quarter] }
    """

  /// One quarter after the other.
  ///
  /// Q1: Quang Trung alone, 3 on 14 January and 2 on 15 January, and 1 of no unit on 31 March. Q2:
  /// Tân Dân, 4 on 30 June. Without a date: Quang Trung, 5.
  private static let csv = """
    date,n,unit,desk,q
    2025-01-14,3,Quang Trung,one,yes
    2025-01-15,2,quang trung,two,yes
    2025-03-31,1,,one,no
    2025-06-30,4,Tân Dân,two,yes
    ,5,Quang Trung,one,yes

    """

  private static func report(
    _ csv: String = csv, _ change: (inout ReportQuery) -> Void = { _ in }
  ) throws -> Report {
    var query = ReportQuery()
    query.arrivals = "unit"
    change(&query)
    return try Fixture.part(Fixture.plan(yaml), csv).report(query)
  }

  @Test func halfMonthsFollowOneAnotherWithoutAGap() throws {
    let table = try #require(try Self.report().arrivals)
    #expect(table.dimension == "unit")
    let days = table.halfMonths.map { "\($0.first)/\($0.last)" }
    #expect(days.count == 12)
    #expect(
      days.prefix(5) == [
        "2025-01-01/2025-01-14", "2025-01-15/2025-01-31", "2025-02-01/2025-02-14",
        "2025-02-15/2025-02-28", "2025-03-01/2025-03-14",
      ])
    #expect(days.last == "2025-06-15/2025-06-30")
  }

  @Test func everyCategoryHasItsCountsAndThoseThatNeverCameStandAmongThem() throws {
    let table = try #require(try Self.report().arrivals)
    var rows: [String: [Int]] = [:]
    for row in table.rows {
      let name = if case .category(let label) = row.value { label } else { "none" }
      rows[name] =
        row.responses.enumerated().filter { $0.element > 0 }
        .flatMap { [$0.offset, $0.element] } + [-1, row.undated]
    }
    #expect(
      rows == [
        "An Thắng": [-1, 0], "Quang Trung": [0, 3, 1, 2, -1, 5], "Tân Dân": [11, 4, -1, 0],
        "none": [5, 1, -1, 0],
      ])
    #expect(
      table.rows.map(\.value) == [
        .category("An Thắng"), .category("Quang Trung"), .category("Tân Dân"), .missing,
      ])
    #expect(table.rows.map(\.expected.count) == [1, 1, 1, 0])
  }

  @Test func whoSentNothingIsNamedForEachPeriodInWhichItWasExpected() throws {
    let silences = try Self.report().silences.map { "\($0.period?.id ?? "-") \($0.category)" }
    // Tân Dân is expected from the second quarter on, An Thắng until its end.
    #expect(silences == ["2025Q1 An Thắng", "2025Q2 An Thắng", "2025Q2 QUANG  TRUNG"])
  }

  @Test func verdictsOfSuchPeriodsAreProvisional() throws {
    let verdicts = try Self.report().verdicts.map {
      "\($0.target.id) \($0.period?.id ?? "-") \($0.provisional?.rawValue ?? "final")"
    }
    // Of the unit that the second target is about, only the second quarter has nothing.
    #expect(
      verdicts == [
        "all 2025Q1 incomplete-coverage", "all 2025Q2 incomplete-coverage",
        "one 2025Q1 final", "one 2025Q2 incomplete-coverage",
      ])
    let early = try Self.report { $0.asOf = CalendarDay(year: 2025, month: 6, day: 29) }
    #expect(
      early.verdicts.filter { $0.period?.id == "2025Q2" }.allSatisfy {
        $0.provisional == .incompletePeriod
      })
  }

  @Test func withoutDatesTheWholeDataIsOnePeriod() throws {
    let report = try Self.report("date,n,unit,desk,q\n,1,Tân Dân,one,yes\n")
    #expect(
      report.silences == [
        Silence(dimension: "unit", category: "An Thắng", period: nil),
        Silence(dimension: "unit", category: "QUANG  TRUNG", period: nil),
        Silence(dimension: "desk", category: "two", period: nil),
      ])
    let table = try #require(report.arrivals)
    #expect(table.halfMonths.isEmpty)
    #expect(table.rows.map(\.undated) == [0, 0, 1])
  }

  @Test func conditionsOfAReportDoNotSilenceAnybody() throws {
    let report = try Self.report {
      $0.filters = [CategoryFilter(dimension: "desk", categories: ["two"])]
    }
    #expect(report.silences.count == 3)
    #expect(report.arrivals?.rows.count == 4)
  }

  @Test func aReportKeepsWhatIsExpectedWithoutBeingAsked() throws {
    let plan = try TabulationPlan(Fixture.survey(Self.yaml), for: ReportQuery())
    #expect(plan.dimensions.map(\.id) == ["unit", "desk"])
    let report = try Fixture.part(plan, Self.csv).report(ReportQuery())
    #expect(report.silences.count == 3 && report.arrivals == nil)
  }

  @Test func combinationsCanBeLimited() throws {
    let report = try Self.report {
      $0.by = ["unit", "desk", "quarter"]
      $0.mostAxes = 2
    }
    let axes = report.estimates.runs.map { $0.axes.joined(separator: "+") }
    #expect(
      axes == [
        "", "unit", "desk", "quarter", "unit+desk", "unit+quarter", "desk+quarter",
      ])
  }
}
