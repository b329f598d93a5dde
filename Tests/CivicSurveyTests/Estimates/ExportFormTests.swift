import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The figures that Samples/README.md promises of exports in other forms, counted there by hand.
@Suite struct ExportFormTests {
  /// `satisfied/answered` by domain, for one measure.
  private func rates(_ part: TallyPart, by axes: [String]) throws -> [String: String] {
    var query = ReportQuery()
    query.by = axes
    var rates: [String: String] = [:]
    for row in try part.report(query).estimates where row.measure == "overall" {
      rates[row.domain.oracleName] = "\(row.satisfied ?? -1)/\(row.counts.answered)"
    }
    return rates
  }

  private func needs(_ part: TallyPart) throws -> OracleCounts {
    let row = try #require(
      try part.report(ReportQuery()).distributions.first { $0.question == "needs" })
    return OracleCounts(row.counts, row.answers)
  }

  @Test func serialsAndDecimalCommas() throws {
    let part = try SampleFile.part("counter/2025", "excel-serials")
    #expect(part.accounting.accepted == 5)
    #expect(
      try rates(part, by: ["quarter"]) == [
        "": "3/4", "quarter=2025Q1": "1/1", "quarter=2025Q2": "2/3",
      ])
    #expect(
      try rates(part, by: ["procedure"]) == [
        "": "3/4", "procedure=1.002425": "2/2", "procedure=2.000294": "1/2",
      ])
    let overall = part.losses[part.plan.dimensions.count]
    #expect(overall.entries.mapValues(\.count) == ["4,5": 1])
  }

  @Test func aTwelveHourClock() throws {
    let file = PackageFile.path("Samples/twelve-hours.csv")
    let plan = try Fixture.plan(PackageFile.text("Surveys/counter/2025.yaml"))
    let result = try Tabulator(plan).run([.path(file)])
    #expect(result.part.accounting.byCode == ["response.swapped-date": 1])
    #expect(result.messages.map(\.code) == ["response.mixed-date-orders"])
    #expect(
      try rates(result.part, by: ["quarter"]) == [
        "": "2/4", "quarter=2025Q1": "2/2", "quarter=2025Q2": "0/2",
      ])
    var wanted = OracleCounts(
      accepted: 4, answered: 3, noOpinion: 0, missing: 1, notApplicable: 0, invalid: 0)
    wanted.choices = ["online": 1, "home": 2, "counter": 2]
    #expect(try needs(result.part) == wanted)
  }

  @Test func universalTime() throws {
    let part = try SampleFile.part("counter/2025", "utc-stamps")
    #expect(
      try rates(part, by: ["quarter"]) == [
        "": "2/4", "quarter=2025Q1": "1/2", "quarter=2025Q2": "1/2",
      ])
  }

  @Test func aColumnForEachChoice() throws {
    let part = try SampleFile.part("counter/2025", "choice-columns")
    var wanted = OracleCounts(
      accepted: 6, answered: 4, noOpinion: 0, missing: 1, notApplicable: 0, invalid: 1)
    wanted.choices = ["online": 3, "home": 1, "counter": 1]
    #expect(try needs(part) == wanted)
  }

  @Test func aRowForEachRating() throws {
    let part = try SampleFile.part("counter/2025", "frequency-rows")
    #expect(part.accounting.accepted == 6 && part.accounting.responses == 63)
    #expect(
      try rates(part, by: ["quarter"]) == [
        "": "57/63", "quarter=2025Q1": "49/53", "quarter=2025Q2": "8/10",
      ])
  }

  @Test func aColumnForEachLevel() throws {
    let part = try SampleFile.part("ballots/2025", "level-columns")
    #expect(part.accounting.accepted == 3 && part.accounting.responses == 100)
    #expect(part.accounting.byCode == ["response.unreadable-frequency": 1])
    #expect(
      try rates(part, by: ["quarter", "unit"]) == [
        "": "92/100", "quarter=2025Q1": "74/79", "quarter=2025Q2": "18/21",
        "unit=Đất đai": "67/75", "unit=Hộ tịch": "25/25", "quarter=2025Q1&unit=Đất đai": "49/54",
        "quarter=2025Q1&unit=Hộ tịch": "25/25", "quarter=2025Q2&unit=Đất đai": "18/21",
      ])
    let attitude = try #require(
      try part.report(ReportQuery()).distributions.first { $0.question == "attitude" })
    #expect(attitude.counts.notApplicable == 100 && attitude.counts.answered == 0)
  }
}
