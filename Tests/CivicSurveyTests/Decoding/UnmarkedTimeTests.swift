import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Times without an offset are those of the zone that the definition names for the export.
@Suite struct UnmarkedTimeTests {
  private func survey(_ zone: String, _ formats: String, own: String = "+07:00") -> String {
    Fixture.small.replacing("\"+07:00\"", with: "\"\(own)\"").replacing(
      "submittedAt: { columns: [date] }",
      with: "submittedAt: { columns: [date], formats: [\(formats)]\(zone) }"
    ).replacing("version: \"1\"", with: "version: \"1\"\nfinestPeriod: day")
  }

  private func days(_ yaml: String, _ dates: [String]) throws -> [String] {
    try dates.map { date in
      let part = try Fixture.part(
        Fixture.plan(yaml), "id,date,field,unit,overall\n1,\(date),land,A,5\n")
      return part.firstDay?.description ?? "–"
    }
  }

  /// 17:00 in universal time is midnight in Hà Nội; counted by hand.
  @Test func timesAreConverted() throws {
    let dates = [
      "2025-03-31 16:59:59", "2025-03-31 17:00:00", "2025-03-31T23:30:00", "2025-04-01 01:00:00",
      // What is marked, and a day alone, is what it was.
      "2025-03-31T23:30:00+07:00", "2025-03-31",
    ]
    let wanted = [
      "2025-03-31", "2025-04-01", "2025-04-01", "2025-04-01", "2025-03-31", "2025-03-31",
    ]
    #expect(try days(survey(", timeZone: UTC", "iso8601"), dates) == wanted)
    let local = dates.map { String($0.prefix(10)) }
    #expect(try days(survey("", "iso8601"), dates) == local)
    #expect(try days(survey(", timeZone: \"+07:00\"", "iso8601"), dates) == local)
    // West of Greenwich a day alone stays a day too.
    #expect(
      try days(
        survey(", timeZone: UTC", "iso8601", own: "-05:00"), ["2025-03-31", "2025-03-31 03:00"])
        == ["2025-03-31", "2025-03-30"])
  }

  /// A zone with a summer time: 00:30 of Berlin is 22:30 before in summer and 23:30 in winter.
  @Test func aZoneHasItsOwnSummer() throws {
    let yaml = survey(", timeZone: Europe/Berlin", "d/M/yyyy H:mm", own: "+01:00")
    #expect(
      try days(yaml, ["1/7/2025 0:30", "1/1/2025 0:30", "30/3/2025 3:00"])
        == ["2025-06-30", "2025-01-01", "2025-03-30"])
  }

  /// Every hour of a year, whatever was read before it.
  @Test func everyHourIsConvertedByItself() throws {
    var random = SeededRandom(seed: 7)
    var text = "id,date,field,unit,overall\n"
    var wanted: [String: Int] = [:]
    let start = try #require(CalendarDay(year: 2025, month: 1, day: 1))
    for id in 0..<600 {
      let (day, hour) = (start.advanced(by: random.below(20)), random.below(24))
      text += "\(id),\(day) \(hour < 10 ? "0" : "")\(hour):00:00,land,A,5\n"
      wanted[day.advanced(by: hour >= 17 ? 1 : 0).description, default: 0] += 1
    }
    for threads in [1, 3] {
      var options = Tabulator.Options()
      options.threads = threads
      options.blockSize = 512
      let part = try Fixture.part(
        Fixture.plan(survey(", timeZone: Z", "iso8601")), text, options: options)
      var found: [String: Int] = [:]
      for domain in 0..<part.sums.count {
        let day = PeriodCode.firstDay(of: part.sums.period(of: domain))
        found[day?.description ?? "–", default: 0] += Int(part.sums.responses(of: domain))
      }
      #expect(found == wanted)
    }
  }

  /// It says only how a file writes the same thing.
  @Test func itIsNotInTheShape() throws {
    let plain = try Fixture.plan(survey("", "iso8601")).shapeHash
    #expect(try Fixture.plan(survey(", timeZone: UTC", "iso8601")).shapeHash == plain)
  }
}
