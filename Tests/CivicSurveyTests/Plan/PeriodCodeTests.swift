import SurveyDefinition
import Testing

@testable import CivicSurvey

/// The finest periods that sums are kept by.
@Suite struct PeriodCodeTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  @Test func halfMonthsBeginOnTheFirstAndTheFifteenth() throws {
    for (day, first) in [(1, 1), (14, 1), (15, 15), (28, 15), (29, 15)] {
      let code = try PeriodCode.code(of: Self.day(2024, 2, day), finest: .halfMonth)
      #expect(try PeriodCode.firstDay(of: code) == Self.day(2024, 2, first))
    }
  }

  /// Years 1900 to 2199, and a day to either side for time zones.
  @Test func everyDayHasACodeOfItsOwnThatIsNotThatOfNoDate() throws {
    let first = try Self.day(1899, 12, 31)
    let last = try Self.day(2200, 1, 1)
    for number in first.number...last.number {
      let day = CalendarDay(number: number)
      let code = PeriodCode.code(of: day, finest: .day)
      if code == PeriodCode.none || PeriodCode.firstDay(of: code) != day {
        Issue.record("\(day) reads as no date")
      }
    }
  }

  @Test(arguments: ["day", "half-month"])
  func theLastDayOfTheSixtiesIsADate(_ finest: String) throws {
    let yaml = Fixture.small + "\nfinestPeriod: \(finest)\n"
    let part = try Fixture.part(
      Fixture.plan(yaml),
      "id,date,field,unit,overall\n1,1969-12-31,land,A,5\n2,1970-01-01,land,A,5\n3,,land,A,5\n")
    var query = ReportQuery()
    query.by = ["year"]
    let years = try part.report(query).estimates.dropFirst()
    #expect(years.map(\.domain.oracleName) == ["year=1969", "year=1970", "year=_missing"])
    #expect(years.map(\.n) == [1, 1, 1])
    let read = try TallyFile.decode(Fixture.bytes(part), name: "t").parts[0]
    #expect(try read.report(query).estimates.map(\.n) == [3, 1, 1, 1])
  }
}
