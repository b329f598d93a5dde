import SurveyDefinition
import Testing

@testable import CivicSurvey

/// Both calendars, checked by hand and day by day.
@Suite struct PeriodTests {
  private static func day(_ text: String) throws -> CalendarDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    return try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
  }

  /// First and last days, by hand from Decree 09/2019, article 12: by the state's calendar a month,
  /// quarter, half or year runs from the 15th of the month before it to the 14th of its last month.
  @Test(arguments: [
    ("2025", ReportCalendar.civil, "2025-01-01", "2025-12-31"),
    ("2025H1", .civil, "2025-01-01", "2025-06-30"),
    ("2025H2", .civil, "2025-07-01", "2025-12-31"),
    ("2025Q1", .civil, "2025-01-01", "2025-03-31"),
    ("2025Q4", .civil, "2025-10-01", "2025-12-31"),
    ("2025-9M", .civil, "2025-01-01", "2025-09-30"),
    ("2025-07", .civil, "2025-07-01", "2025-07-31"),
    ("2024-02", .civil, "2024-02-01", "2024-02-29"),
    ("2025-02", .civil, "2025-02-01", "2025-02-28"),
    ("2000-02", .civil, "2000-02-01", "2000-02-29"),
    ("1900-02", .civil, "1900-02-01", "1900-02-28"),
    ("2025-07-14", .civil, "2025-07-14", "2025-07-14"),
    ("2025", .stateReport15, "2024-12-15", "2025-12-14"),
    ("2025H1", .stateReport15, "2024-12-15", "2025-06-14"),
    ("2025H2", .stateReport15, "2025-06-15", "2025-12-14"),
    ("2025Q1", .stateReport15, "2024-12-15", "2025-03-14"),
    ("2025Q2", .stateReport15, "2025-03-15", "2025-06-14"),
    ("2025Q3", .stateReport15, "2025-06-15", "2025-09-14"),
    ("2025Q4", .stateReport15, "2025-09-15", "2025-12-14"),
    ("2025-9M", .stateReport15, "2024-12-15", "2025-09-14"),
    ("2025-01", .stateReport15, "2024-12-15", "2025-01-14"),
    ("2024-03", .stateReport15, "2024-02-15", "2024-03-14"),
    ("2025-12", .stateReport15, "2025-11-15", "2025-12-14"),
    ("2025-07-14", .stateReport15, "2025-07-14", "2025-07-14"),
  ])
  func anIDNamesItsDays(
    _ id: String, _ calendar: ReportCalendar, _ first: String, _ last: String
  ) throws {
    let period = try #require(Period(id: id, calendar: calendar))
    #expect(period.id == id)
    #expect(period.first.description == first)
    #expect(period.last.description == last)
    let containing = [period.first, period.last].map {
      Period(containing: $0, kind: period.kind, calendar: calendar)
    }
    #expect(containing == [period, period])
  }

  @Test(arguments: [
    "", "25", "2025Q0", "2025Q5", "2025H3", "2025-13", "2025-00", "2025-7", "2025-8M", "2025Q",
    "2025-02-29", "2025-07-32", "2025-07-14 ", " 2025", "2025q3", "1899", "2200", "２０２５",
    "2025-07-1x", "2025/07", "2025Q3..2025Q4",
  ])
  func whatIsNoIDIsRefused(_ id: String) {
    #expect(Period(id: id, calendar: .civil) == nil)
  }

  @Test(arguments: [
    ("2024-12-14", "2024", "2024Q4", "2024-12"), ("2024-12-15", "2025", "2025Q1", "2025-01"),
    ("2024-12-31", "2025", "2025Q1", "2025-01"), ("2025-01-14", "2025", "2025Q1", "2025-01"),
    ("2025-01-15", "2025", "2025Q1", "2025-02"), ("2025-03-14", "2025", "2025Q1", "2025-03"),
    ("2025-03-15", "2025", "2025Q2", "2025-04"), ("2024-02-29", "2024", "2024Q1", "2024-03"),
    ("2025-06-14", "2025", "2025Q2", "2025-06"), ("2025-06-15", "2025", "2025Q3", "2025-07"),
    ("2025-12-14", "2025", "2025Q4", "2025-12"), ("2025-12-15", "2026", "2026Q1", "2026-01"),
  ])
  func theStatesPeriodsEndOnTheFourteenth(
    _ text: String, _ year: String, _ quarter: String, _ month: String
  ) throws {
    let day = try Self.day(text)
    let kinds: [PeriodKind] = [.year, .quarter, .month]
    let ids = kinds.map { Period(containing: day, kind: $0, calendar: .stateReport15)?.id }
    #expect(ids == [year, quarter, month])
  }

  /// Four years and more, against a calendar that only knows tomorrow.
  @Test(arguments: ReportCalendar.allCases, PeriodKind.allCases)
  func everyDayLiesInThePeriodThatTheOracleNames(
    _ calendar: ReportCalendar, _ kind: PeriodKind
  ) throws {
    var plain = OracleDay(year: 2023, month: 11, day: 1)
    var day = try Self.day("2023-11-01")
    var last: Period?
    for _ in 0..<1_600 {
      let period = Period(containing: day, kind: kind, calendar: calendar)
      #expect(day.description == plain.id)
      #expect(
        period?.id == plain.period(kind.rawValue, isStateReport: calendar == .stateReport15))
      if let period {
        #expect(period.first <= day && day <= period.last)
        if let before = last, before != period {
          #expect(before.next == period)
          #expect(before < period)
          if kind != .nineMonths { #expect(before.last.advanced(by: 1) == period.first) }
        }
        last = period
      }
      plain = plain.next
      day = day.advanced(by: 1)
    }
  }

  @Test func nineMonthsEndInSeptember() throws {
    #expect(
      try Period(containing: Self.day("2025-10-01"), kind: .nineMonths, calendar: .civil) == nil)
    let state = try [Self.day("2025-09-14"), Self.day("2025-09-15"), Self.day("2025-12-15")].map {
      Period(containing: $0, kind: .nineMonths, calendar: .stateReport15)?.id
    }
    #expect(state == ["2025-9M", nil, "2026-9M"])
  }

  @Test(arguments: [
    ("2025Q3", "2025-07-01", "2025-09-30"), ("2024Q1..2025Q3", "2024-01-01", "2025-09-30"),
    ("2024..2025-02-14", "2024-01-01", "2025-02-14"),
    ("2025-07-14..2025-07-14", "2025-07-14", "2025-07-14"),
    ("2025Q1..2025", "2025-01-01", "2025-12-31"),
  ])
  func aRangeRunsFromFirstToLast(_ id: String, _ first: String, _ last: String) throws {
    let range = try #require(PeriodRange(id: id, calendar: .civil))
    #expect(range.first.description == first)
    #expect(range.last.description == last)
    #expect(range.id == id)
  }

  @Test(arguments: [
    "..", "2025..", "..2025", "2025Q3..2024Q1", "2024..2025..2026", "2025Q3...2025Q4", "x..y",
  ])
  func whatIsNoRangeIsRefused(_ id: String) {
    #expect(PeriodRange(id: id, calendar: .civil) == nil)
  }

  @Test func aRangeFollowsTheCalendar() throws {
    let range = try #require(PeriodRange(id: "2025Q1..2025Q2", calendar: .stateReport15))
    #expect(range.first.description == "2024-12-15" && range.last.description == "2025-06-14")
    let quarter = try #require(Period(id: "2025Q2", calendar: .stateReport15))
    let civil = try #require(Period(id: "2025Q2", calendar: .civil))
    #expect(range.contains(quarter) && !range.contains(civil))
  }

  @Test func aPeriodIsCompleteOnItsLastDay() throws {
    let quarter = try #require(Period(id: "2025Q2", calendar: .stateReport15))
    #expect(try !quarter.isComplete(asOf: Self.day("2025-06-13")))
    #expect(try quarter.isComplete(asOf: Self.day("2025-06-14")))
    #expect(!quarter.isComplete(asOf: nil))
  }

  /// A stamp with an offset is turned to local time, one without is local already.
  @Test(arguments: [
    ("2025-03-31T17:30Z", "2025-04-01"), ("2025-03-31T16:59:59Z", "2025-03-31"),
    ("2025-03-31T17:00:00+00:00", "2025-04-01"), ("2025-03-31T23:30", "2025-03-31"),
    ("2025-04-01T00:30+08:00", "2025-03-31"), ("2024-12-31T12:00-05:00", "2025-01-01"),
    ("2024-02-28T17:00Z", "2024-02-29"), ("2025-04-01", "2025-04-01"),
  ])
  func stampsBecomeLocalDays(_ stamp: String, _ local: String) throws {
    let yaml = Fixture.small + "\nfinestPeriod: day\n"
    let part = try Fixture.part(
      Fixture.plan(yaml), "id,date,field,unit,overall\n1,\(stamp),land,A,5\n")
    #expect(part.firstDay?.description == local)
    var query = ReportQuery()
    query.by = ["day"]
    #expect(try part.report(query).estimates.last?.domain.oracleName == "day=\(local)")
  }
}
