import Testing

@testable import SurveyDefinition

/// What is written as an export would have it reads as what it was.
@Suite struct TimestampWritingTests {
  private func time(_ day: Int, _ second: Int) -> LocalTimestamp {
    LocalTimestamp(day: CalendarDay(number: Int32(day)), secondOfDay: second)
  }

  @Test(arguments: [
    ("d/M/yyyy H:mm", "1/7/2025 8:05"), ("dd/MM/yyyy HH:mm:ss", "01/07/2025 08:05:09"),
    ("M/d/yyyy hh:mm:ss a", "7/1/2025 08:05:09 AM"), ("yyyy.MM.dd", "2025.07.01"),
    ("iso8601", "2025-07-01T08:05:09"), ("excelSerial", "45839.3369097222"),
    ("d–M–yyyy", "1–7–2025"), ("EEE, d MMM yy", "Tue, 1 Jul 25"), ("MMMM d, yyyy", "July 1, 2025"),
  ])
  func timesAreWritten(pattern: String, text: String) throws {
    let format = try #require(TimestampFormat(pattern))
    #expect(format.text(of: time(20_270, 8 * 3600 + 309)) == text)
  }

  @Test(arguments: [
    "dd/MM/yyyy HH:mm:ss", "d/M/yyyy h:mm:ss a", "iso8601", "excelSerial", "yyyyMMdd HH:mm:ss",
  ])
  func whatIsWrittenIsReadAgain(pattern: String) throws {
    let format = try #require(TimestampFormat(pattern))
    for day in stride(from: -25_508, to: 84_005, by: 997) {
      for second in [0, 1, 43_199, 43_200, 50_461, 86_399] {
        let text = Array(format.text(of: time(day, second)).utf8)
        #expect(format.read(text.span) == time(day, second))
      }
    }
  }

  /// The first format that keeps the time is taken, and a day is never written as another.
  @Test func ofSeveralFormatsTheOneThatKeepsTheTime() throws {
    let formats = ["M/d/yyyy", "d/M/yyyy H:mm", "d/M/yyyy"].compactMap { TimestampFormat($0) }
    #expect(TimestampFormat.text(of: time(20_270, 0), in: formats) == "7/1/2025")
    #expect(TimestampFormat.text(of: time(20_270, 28_800), in: formats) == "1/7/2025 8:00")
    #expect(TimestampFormat.text(of: time(20_270, 28_801), in: formats) == "7/1/2025")
    #expect(TimestampFormat.text(of: time(20_270, 0), in: []) == nil)
  }
}
