import Testing

@testable import SurveyDefinition

@Suite struct CalendarDayTests {
  /// Years of fewer digits are filled up with zeros, those of more are written whole (ISO 8601).
  @Test(arguments: [
    (2025, 3, 31, "2025-03-31"), (1, 1, 1, "0001-01-01"), (9999, 12, 31, "9999-12-31"),
    (0, 2, 29, "0000-02-29"), (12_345, 10, 9, "12345-10-09"), (987, 6, 5, "0987-06-05"),
  ])
  func isWrittenAsItsNumbersAre(_ year: Int, _ month: Int, _ day: Int, _ text: String) throws {
    let date = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(date.description == text)
  }
}
