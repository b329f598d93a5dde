import SurveyDefinition
import Testing

@testable import CivicSurvey

/// The day by which periods are complete, where a stray date stands behind it.
@Suite struct LastDaysTests {
  private static func rows(_ day: String, _ count: Int) -> String {
    (0..<count).map { "\($0)-\(day),\(day),land,An,5\n" }.joined()
  }

  private static let header = "id,date,field,unit,overall\n"
  private static let stray =
    header + rows("2025-01-06", 40) + rows("2199-12-31", 1)
    + rows("2025-03-28", 3) + rows("2025-03-16", 2)

  private static func part(_ texts: [String], finest: String = "") throws -> TallyPart {
    let plan = try Fixture.plan(Fixture.small + finest)
    let parts = try texts.map { try Fixture.part(plan, $0) }
    return try parts.dropFirst().reduce(into: parts[0]) { try $0.merge($1) }
  }

  private static func reread(_ part: TallyPart) throws -> TallyPart {
    try TallyFile.decode(Fixture.bytes(part), name: "t").part(named: nil)
  }

  @Test func periodsAreCompleteByTheLastBelievedDay() throws {
    for finest in ["", "\nfinestPeriod: day\n"] {
      let part = try Self.part([Self.stray], finest: finest)
      #expect(part.dates.lastDay?.description == "2025-03-28")
      #expect(part.dates.strayDates().map(\.n) == [1])
      #expect(part.lastDay?.description == "2199-12-31")
      let again = try Self.reread(part)
      #expect(again.dates.lastDay?.description == "2025-03-28")
      #expect(Fixture.bytes(again) == Fixture.bytes(part))
    }
  }

  @Test func aSourceWithoutAStrayDateKeepsNothing() throws {
    let part = try Self.part([Self.header + Self.rows("2025-03-20", 5) + Self.rows("2025-03-28", 3)]
    )
    #expect(PartCoding.lastDays(part) == [])
    #expect(part.dates.lastDay?.description == "2025-03-28")
  }

  /// Of a tally of 0.1.0 nothing is known of the half-month's days but that there are some.
  @Test func ofAnOldTallyTheFirstDayOfTheNewestOtherHalfMonth() throws {
    var old = try Self.part([Self.stray])
    old.lastDays = LastDays.known(of: old)
    #expect(PartCoding.lastDays(old) == [])
    old = try Self.reread(old)
    #expect(old.dates.lastDay?.description == "2025-03-15")
    // A newer one knows more: the later of two days.
    let more = try Self.part([Self.header + Self.rows("2025-03-17", 5)])
    var sum = old
    try sum.merge(more)
    #expect(sum.dates.lastDay?.description == "2025-03-17")
    var other = more
    try other.merge(old)
    #expect(Fixture.bytes(other) == Fixture.bytes(sum))
  }

  /// Alone, three responses of 2199 are stray, four are not; together, of 4,000 five are not.
  @Test func whatIsStrayIsAskedOfTheWhole() throws {
    let plan = try Fixture.plan(Fixture.small)
    let late = {
      try Fixture.part(
        plan, Self.header + Self.rows("2025-02-03", $0) + Self.rows("2199-12-31", $1))
    }
    #expect(try late(20, 3).dates.strayDates().map(\.n) == [3])
    #expect(try late(20, 4).dates.strayDates().isEmpty)
    var sum = try late(20, 3)
    try sum.merge(late(21, 2))
    #expect(sum.dates.strayDates().isEmpty)
  }

  @Test func whereTheFirstStands() throws {
    let plan = try Fixture.plan(Fixture.small)
    let day = try #require(CalendarDay(year: 2199, month: 12, day: 15))
    for threads in [1, 3] {
      var options = Tabulator.Options()
      options.threads = threads
      options.blockSize = 64
      let result = try Tabulator(plan, options: options).run([
        Fixture.input(Self.stray, name: "a.csv")
      ])
      // The header and 40 rows stand above it.
      #expect(result.places[day]?.line == 42)
      let warnings = result.part.dates.warnings(places: result.places, names: result.names)
      #expect(warnings.map(\.code) == ["response.stray-dates"])
      #expect(warnings.map(\.place?.line) == [42])
    }
  }

  @Test func lastDaysThatLieElsewhereAreDamage() throws {
    func codes(_ change: (inout TallyPart) -> Void) throws -> [String] {
      var part = try Self.part([Self.stray])
      change(&part)
      return TallyFileTests.codes(Fixture.bytes(part))
    }
    let january = try #require(CalendarDay(year: 2025, month: 1, day: 6))
    let halfMonth = HalfMonth(containing: january)
    #expect(try codes { $0.lastDays[halfMonth] = january.advanced(by: 1) } == [])
    #expect(try codes { $0.lastDays[halfMonth] = january.advanced(by: 9) } == ["tally.damaged"])
    #expect(try codes { $0.lastDays[halfMonth] = nil } == ["tally.damaged"])
    let none = HalfMonth(number: halfMonth.number + 2)
    #expect(try codes { $0.lastDays[none] = none.first } == ["tally.damaged"])
  }
}
