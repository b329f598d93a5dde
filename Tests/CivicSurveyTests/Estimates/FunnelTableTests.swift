import SurveyDefinition
import SurveyStatistics
import Testing

@testable import CivicSurvey

/// Which units a funnel holds, of which period, and how wide it is.
@Suite struct FunnelTableTests {
  private static func yaml(_ more: String = "", coverage: String = "self-selected") -> String {
    """
    survey: communes
    version: "1"
    title: { en: Communes }
    coverage: \(coverage)
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
      - { id: t, measure: overall, atLeast: 85%, from: 2020-01-01, every: [quarter] }
    """

  private static func rows(
    _ units: [(String, Int, Int)], _ day: String = "2025-02-05"
  ) -> String {
    units.map { unit, good, n in
      "\(day),\(unit),land,good,\(good)\n\(day),\(unit),build,bad,\(n - good)\n"
    }.joined()
  }

  private static let eight = [
    ("A", 344, 400), ("B", 327, 400), ("C", 280, 400), ("D", 385, 400), ("E", 17, 20),
    ("G", 43, 50),
    ("H", 180, 210), ("I", 9, 10),
  ]

  private func funnel(
    _ yaml: String, _ rows: String, by: [String] = ["commune"],
    _ change: (inout ReportQuery) -> Void = { _ in }
  ) throws -> FunnelTable? {
    var query = ReportQuery()
    query.by = by
    change(&query)
    let plan = try TabulationPlan(Fixture.survey(yaml), for: query)
    return try Fixture.part(plan, "day,commune,field,overall,count\n" + rows).report(query).funnel
  }

  /// The pooled rate is 1,585 of 1,890.
  ///
  /// R: `p.adjust(c(2 * pbinom(280, 400, p), 2 * pbinom(384, 400, p,
  /// lower = FALSE), 1, 1, 1, 1, 1, 1), "holm")`.
  @Test func aUnitIsHeldAgainstTheRateOfAll() throws {
    let table = try #require(try funnel(Self.yaml(Self.target), Self.rows(Self.eight)))
    #expect(table.dimension == "commune" && table.period?.id == "2025Q1")
    let funnel = try #require(table.funnel(of: "overall"))
    #expect(funnel.center == 1585.0 / 1890 && funnel.phi == 1)
    #expect(funnel.rows.map(\.category) == ["A", "B", "C", "D", "E", "G", "H", "I"])
    let outside = funnel.rows.filter { $0.outside != nil }
    #expect(outside.map(\.category) == ["C", "D"])
    #expect(outside.map(\.outside) == [.farBelow, .farAbove])
    #expect(abs(outside[0].adjustedPValue / 4.9523540518260489e-11 - 1) < 1e-9)
    #expect(abs(outside[1].adjustedPValue / 6.1700546642038058e-14 - 1) < 1e-6)
    #expect(funnel.rows[0].adjustedPValue == 1)
  }

  /// By hand, at a rate of 0.9: of one answer neither count is rare enough (0.1 and 0.9), of two none
  /// satisfied is (0.01, and both 0.81); of three none or one: 0.001 + 3 · 0.9 · 0.01 = 0.028 is too much.
  @Test func whatChanceAloneLeavesOutsideIsExact() throws {
    let funnel = try #require(Funnel(rate: 0.9, phi: 1))
    #expect(funnel.chanceOutside(at: 1) == 0)
    #expect(abs(try #require(funnel.chanceOutside(at: 2)) - 0.01) < 1e-12)
    #expect(abs(try #require(funnel.chanceOutside(at: 3)) - 0.001) < 1e-12)
    #expect(try #require(funnel.chanceOutside(at: 100_000)) > 0.049)
    #expect(try #require(Funnel(rate: 0.9, phi: 1.2)).chanceOutside(at: 3) == nil)
    #expect(funnel.chanceOutside(at: 0) == nil)
  }

  @Test func fewUnitsACensusAndNoUnitHaveNone() throws {
    let rows = Self.rows(Self.eight)
    #expect(try funnel(Self.yaml(), Self.rows(Array(Self.eight.prefix(5)))) == nil)
    #expect(try funnel(Self.yaml(coverage: "census"), rows) == nil)
    #expect(try funnel(Self.yaml(), rows, by: ["field"]) == nil)
    // Nothing sets units apart whose answers are all alike.
    #expect(try funnel(Self.yaml(), Self.rows(Self.eight.map { ($0.0, $0.2, $0.2) })) == nil)
    // Who answered nothing is no unit; a condition leaves fewer.
    let few = try funnel(Self.yaml(), rows) {
      $0.filters = [CategoryFilter(dimension: "commune", categories: ["A", "B", "C"])]
    }
    #expect(few == nil)
  }

  /// Without periods it is about everything, with them about the newest complete one that the report shows.
  @Test func itIsOfTheNewestPeriod() throws {
    let old = Self.rows(Self.eight.map { ($0.0, $0.2 - $0.1, $0.2) }, "2024-11-05")
    let rows = Self.rows(Self.eight) + old
    let all = try #require(try funnel(Self.yaml(), rows))
    #expect(all.period == nil && all.measures[0].rows[0].n == 800)
    let open = try #require(try funnel(Self.yaml(Self.target), rows))
    #expect(open.period?.id == "2024Q4")
    let ended = CalendarDay(year: 2025, month: 12, day: 31)
    let newest = try #require(try funnel(Self.yaml(Self.target), rows) { $0.asOf = ended })
    #expect(newest.period?.id == "2025Q1" && newest.measures[0].rows[0].n == 400)
    let year = try #require(
      try funnel(Self.yaml(), rows, by: ["commune", "year"]) { $0.asOf = ended })
    #expect(year.period?.id == "2025")
  }

  /// A flagged φ moves the limits √φ times as far from the pooled rate.
  @Test func whereAnswersAreAlikeTheLimitsAreWider() throws {
    let units = ["A", "B", "C", "D", "E", "G", "H"]
    let rows =
      Self.rows(units.map { ($0, 60, 100) }, "2025-01-05")
      + Self.rows(units.map { ($0, 90, 100) }, "2025-02-20")
    let table = try #require(try funnel(Self.yaml(Self.target), rows))
    let funnel = try #require(table.funnel(of: "overall"))
    // By hand: p = 0.75, each cell 15 off its 75: 14 · 225 / (100 · 0.75 · 0.25) over 14 − 7.
    #expect(abs(funnel.phi - 24) < 1e-12)
    let plain = try #require(Funnel(pooled: RateSample(successes: 1050, trials: 1400)))
    let narrow = try #require(plain.limits(at: 200))
    #expect(
      abs(
        (0.75 - funnel.rows[0].limits.lower95) / (24.0.squareRoot() * (0.75 - narrow.lower95)) - 1)
        < 1e-9)
  }

  /// By hand: of 14 clusters each unit has two, 15 off its 75, so that its variance is 14/13 · 450 / 200²,
  /// over 0.1875 / 199 of as many answers drawn simply.
  @Test func withADesignTheLimitsAllowForIt() throws {
    let units = ["A", "B", "C", "D", "E", "G", "H"]
    let design = "design: { clusters: { columns: [commune], by: day } }\n"
    let rows =
      Self.rows(units.map { ($0, 60, 100) }, "2025-01-05")
      + Self.rows(units.map { ($0, 90, 100) }, "2025-02-20")
    var query = ReportQuery()
    query.by = ["commune"]
    let plan = try TabulationPlan(Fixture.survey(Self.yaml(design)), for: query)
    let report = try Fixture.part(plan, "day,commune,field,overall,count\n" + rows).report(query)
    let funnel = try #require(report.funnel?.funnel(of: "overall"))
    let effects = report.estimates.filter { !$0.domain.entries.isEmpty }
      .compactMap { $0.design?.designEffect }
    #expect(effects.count == 7 && funnel.center == 0.75)
    #expect(abs(funnel.phi / (effects.reduce(0, +) / 7) - 1) < 1e-12)
    #expect(abs(funnel.phi - 14.0 / 13 * 450 / 200 * 199 / 200 / 0.1875) < 1e-9)
    #expect(funnel.rows[0].satisfied == 150)
  }
}
