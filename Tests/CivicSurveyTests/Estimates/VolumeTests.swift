import SurveyDefinition
import SurveyStatistics
import Testing

@testable import CivicSurvey

/// Who took part: what of a file of volumes speaks of a row, and what does not.
@Suite struct VolumeTests {
  private static let yaml = """
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
    """

  /// 60 responses of A and 40 of B in the first quarter, 30 of A in the second, 10 of nobody knows whom.
  private static let rows = """
    day,commune,field,overall,count
    2025-01-05,A,land,good,60
    2025-03-20,B,build,good,40
    2025-04-10,A,land,bad,30
    2025-02-20,,land,bad,10

    """

  private let june = CalendarDay(year: 2025, month: 6, day: 30)
  private let december = CalendarDay(year: 2025, month: 12, day: 31)

  private func report(
    _ volumes: String..., by: [String] = ["commune", "quarter"], rows: String = rows,
    yaml: String = yaml, asOf: CalendarDay? = nil, _ change: (inout ReportQuery) -> Void = { _ in }
  ) throws -> Report {
    let survey = try Fixture.survey(yaml)
    var query = ReportQuery()
    query.by = by
    query.asOf = asOf
    change(&query)
    query.volumes = try volumes.enumerated().map { place, text in
      try CountTable(
        reading: Fixture.input(text, name: "v\(place).csv"), of: survey,
        values: [.served, .offered, .answered], calendar: .civil)
    }
    let plan = try TabulationPlan(survey, forOneReport: query)
    return try Tabulator(plan).run([Fixture.input(rows)]).part.report(query)
  }

  /// Of each row with volumes: its places, the responses, what they are of.
  private func told(_ report: Report) throws -> [String] {
    let volumes = try #require(report.volumes)
    return report.estimates.compactMap { estimate in
      let participation = volumes.participation(of: estimate)
      guard participation.served != nil || participation.offered != nil else { return nil }
      let places = estimate.domain.entries.map { entry in
        switch entry.value {
        case .category(let id): id
        case .period(let period): period.id
        default: "-"
        }
      }
      let counts = [participation.served, participation.offered].map { $0.map(String.init) ?? "-" }
      return places.joined(separator: " ") + ": \(participation.accepted) of "
        + counts.joined(separator: ", ")
    }
  }

  private func codes(_ report: Report) -> [String] {
    report.diagnostics.map(\.code).filter { $0.contains("volume") }
  }

  @Test func rowsOfAFileAddUpToThoseOfAReport() throws {
    let report = try report(
      """
      commune,period,served,offered
      A,2025Q1,100,80
      B,2025Q1,50,
      a,2025Q2,60,30
      B,2025Q2,0,0
      """, asOf: june)
    // Whose unit nobody knows was served too; of B nobody says how many were asked.
    #expect(
      try told(report) == [
        ": 140 of 210, -", "A: 90 of 160, 110", "B: 40 of 50, -", "2025Q1: 110 of 150, -",
        "2025Q2: 30 of 60, 30", "A 2025Q1: 60 of 100, 80", "A 2025Q2: 30 of 60, 30",
        "B 2025Q1: 40 of 50, -",
      ])
    #expect(codes(report) == [])
    let whole = try #require(report.volumes).participation(of: report.estimates[0])
    #expect(whole.rate == 140.0 / 210)
  }

  /// Months make up a quarter if all are there; days are told apart by from and until.
  @Test func aPeriodIsKnownWhereEveryDayOfItIs() throws {
    let months = """
      commune,from,until,served
      A,2025-01-01,2025-02-01,40
      A,2025-02-01,2025-03-01,30
      A,1/3/2025,1/4/2025,30
      B,2025-01-01,2025-02-15,30
      B,2025-03-01,2025-04-01,20
      """
    // The second quarter of A is not said, nor half of B's February.
    #expect(try told(report(months)) == ["A 2025Q1: 60 of 100, -"])
    // A month reaches out of the other calendar's quarter.
    let state = try report(months) { $0.calendar = .stateReport15 }
    #expect(try told(state) == [])
    // Days before the first response and after the last need not be there.
    let days = "commune,from,until,served\nA,2025-01-02,2025-04-11,90\nB,2025-01-05,2025-04-26,80\n"
    #expect(
      try told(report(days, by: ["commune", "year"])) == [
        ": 140 of 170, -", "A: 90 of 90, -", "B: 40 of 80, -", "2025: 140 of 170, -",
        "A 2025: 90 of 90, -", "B 2025: 40 of 80, -",
      ])
  }

  @Test func aFileSpeaksOfNothingThatItDoesNotDivideBy() throws {
    let volumes = """
      commune,period,served
      A,2025,160
      B,2025,50
      """
    #expect(try told(report(volumes, by: ["field"], asOf: december)) == [": 140 of 210, -"])
    #expect(try told(report(volumes, by: ["quarter"], asOf: december)) == [": 140 of 210, -"])
    let half = try report(volumes, by: ["year"], asOf: december) {
      $0.filters = [CategoryFilter(dimension: "commune", categories: ["a"])]
    }
    #expect(try told(half) == [": 90 of 160, -", "2025: 90 of 160, -"])
    let land = try report(volumes, by: ["commune"], asOf: december) {
      $0.filters = [CategoryFilter(dimension: "field", categories: ["land"])]
    }
    #expect(try told(land) == [])
    #expect(codes(land) == ["response.volumes-nowhere"])
    let first = try report(volumes, by: ["commune"]) {
      $0.period = PeriodRange(id: "2025Q1", calendar: .civil)
    }
    #expect(try told(first) == [])
  }

  /// Without days a file speaks of everything, and of no period; a unit that it lacks makes the whole unknown.
  @Test func withoutDaysItIsOfEverything() throws {
    #expect(
      try told(report("commune,served\nA,160\nB,50\n")) == [
        ": 140 of 210, -", "A: 90 of 160, -", "B: 40 of 50, -",
      ])
    #expect(try told(report("commune,served\nA,160\n")) == ["A: 90 of 160, -"])
    // The first file that knows tells.
    #expect(
      try told(report("served\n300\n", "commune,offered\nA,120\n", by: ["commune"])) == [
        ": 140 of 300, -", "A: 90 of -, 120",
      ])
  }

  @Test func moreThanThereWereIsToldAndNoRate() throws {
    let report = try report(
      "commune,period,served\nA,2025,80\nB,2025,80\n", by: ["commune"], asOf: december)
    let volumes = try #require(report.volumes)
    #expect(
      report.estimates.map { volumes.participation(of: $0).rate } == [140.0 / 160, nil, 0.5, nil])
    #expect(codes(report) == ["response.volumes-too-small"])
    let message = try #require(report.diagnostics.first { $0.code == "response.volumes-too-small" })
    #expect(message.arguments["row"] == "A" && message.arguments["servedCount"] == "80")
    #expect(
      try codes(self.report("served\n139\n", by: [])) == ["response.volumes-too-small-in-all"])
    #expect(Participation(accepted: 0, served: 0, offered: nil, isOfOffered: false).rate == nil)
    #expect(!Participation(accepted: 0, served: 0, offered: nil, isOfOffered: false).isOver)
  }

  /// A year's served over a quarter's responses would be far too few.
  @Test func whatReachesBeyondTheResponsesIsTold() throws {
    let year = "commune,period,served\nA,2025,1600\nB,2025,500\n"
    let report = try report(year, by: ["commune"])
    #expect(try told(report) == [])
    #expect(codes(report) == ["response.volumes-beyond"])
    let message = try #require(report.diagnostics.first { $0.code == "response.volumes-beyond" })
    #expect(message.place?.line == 2 && message.arguments["rowsCount"] == "2")
    #expect(message.arguments["last"] == "2025-04-10")
    // What lies wholly elsewhere speaks of something else.
    let quarters = "commune,period,served\nA,2025Q1,100\nB,2025Q1,50\nA,2024Q1,7\nA,2025Q3,7\n"
    let first = try self.report(quarters, by: ["quarter"])
    #expect(try told(first) == ["2025Q1: 110 of 150, -"])
    #expect(codes(first) == [])
    // Before the first response: 16 days are too many, 15 are not.
    let early = """
      commune,from,until,served
      A,2024-12-20,2025-04-11,9
      B,2024-12-21,2025-04-11,90
      """
    let told = try self.report(early, by: ["commune"])
    #expect(try self.told(told) == ["B: 40 of 90, -"])
    #expect(codes(told) == ["response.volumes-beyond"])
  }

  /// Files of the same dimensions are one.
  @Test func filesOfOneKindAddUp() throws {
    let first = "commune,period,served\nA,2025Q1,100\nB,2025Q1,50\n"
    let second = "commune,period,served\nA,2025Q2,60\nB,2025Q2,0\n"
    let asked = "period,commune,offered\n2025Q1,a,90\n2025Q1,B,45\n2025Q2,A,40\n2025Q2,B,0\n"
    let report = try report(first, second, asked, by: ["commune"], asOf: june)
    #expect(
      try told(report) == [": 140 of 210, 175", "A: 90 of 160, 130", "B: 40 of 50, 45"])
    #expect(codes(report) == [])
    #expect(try #require(report.volumes).areOfOffered)
    // The same once more counts once.
    let again = try self.report(first, second, first, by: ["commune"], asOf: june)
    #expect(try told(again) == [": 140 of 210, -", "A: 90 of 160, -", "B: 40 of 50, -"])
    #expect(codes(again) == ["response.volumes-twice"])
    let message = try #require(again.diagnostics.first { $0.code == "response.volumes-twice" })
    #expect(message.arguments["rowsCount"] == "2" && message.place?.file == "v2.csv")
  }

  @Test func filesThatContradictOneAnotherStop() throws {
    let survey = try Fixture.survey(Self.yaml)
    func faults(_ texts: String...) -> [String] {
      do throws(RunError) {
        var tables: [CountTable] = []
        for (place, text) in texts.enumerated() {
          tables.append(
            try CountTable(
              reading: Fixture.input(text, name: "v\(place).csv"), of: survey,
              values: [.served, .offered, .answered], calendar: .civil))
        }
        try CountTable.checkVolumes(tables, of: survey)
        return []
      } catch {
        return error.messages.map {
          "\($0.place?.file ?? "")@\($0.place?.line ?? 0) \($0.code) \($0.arguments["first"] ?? "")"
        }
      }
    }
    let first = "commune,period,served\nA,2025Q1,100\nB,2025Q1,50\n"
    #expect(
      faults(first, "commune,period,served\na,2025Q1,120\nB,2025-03,1\n") == [
        "v1.csv@2 response.counts-contradict 2", "v1.csv@3 response.counts-overlap 3",
      ])
    #expect(faults(first, "commune,served\nA,100\n") == ["v1.csv@2 response.counts-overlap 2"])
    #expect(faults(first, "commune,period,answered\nA,2025,7\n") == [])
  }

  /// C served 500 and collected nothing; “Bb” is no third office.
  @Test func whereNothingCameIsTold() throws {
    let report = try report(
      """
      commune,period,served
      A,2025Q1,100
      B,2025Q1,50
      C,2025Q1,400
      D,2025Q1,0
      E,2024Q1,9
      c,2025Q2,100
      """,
      by: ["commune"], asOf: june)
    let message = try #require(
      report.diagnostics.first { $0.code == "response.volumes-unanswered" })
    #expect(message.arguments["names"] == "C (500)")
    #expect(message.arguments["categoriesCount"] == "1" && message.place?.line == 4)
    let rows = "day,commune,field,overall,count\n2025-01-05,An Hưng,land,good,60\n"
    let misspelt = try self.report(
      "commune,served\nAn Hùng,100\n", by: ["commune"], rows: rows)
    #expect(codes(misspelt).first == "response.volumes-label-like")
    #expect(misspelt.diagnostics.first?.arguments["suggestion"] == "An Hưng")
    // Near to one that the file has it is another office.
    let other = try self.report(
      "commune,served\nAn Hưng,100\nAn Hùng,100\n", by: ["commune"], rows: rows)
    #expect(codes(other) == ["response.volumes-unanswered"])
    #expect(try told(other) == [": 60 of 200, -", "An Hưng: 60 of 100, -"])
  }

  /// By other dimensions nobody sees it until a row is worked out.
  @Test func filesThatDifferInARowLeaveItOpen() throws {
    let report = try report(
      "commune,served\nA,160\nB,50\n", "served\n300\n", by: ["commune"])
    #expect(try told(report) == ["A: 90 of 160, -", "B: 40 of 50, -"])
    #expect(codes(report) == ["response.volumes-contradict-in-all"])
    let message = try #require(
      report.diagnostics.first { $0.code == "response.volumes-contradict-in-all" })
    #expect(message.arguments["oneCount"] == "210" && message.arguments["otherCount"] == "300")
  }

  /// 30 responses of an office that is A or B: the people were counted under one of both.
  @Test func whoIsOfOneOfSeveralIsOfAllOfThem() throws {
    let yaml = Self.yaml.replacing(
      "open: true,",
      with: "categories: { a: { en: A }, b: { en: B }, ab: { en: AB, within: [a, b] }, "
        + "c: { en: C } },")
    let rows = """
      day,commune,field,overall,count
      2025-01-05,A,land,good,60
      2025-01-05,B,land,good,40
      2025-01-05,AB,land,good,30
      2025-01-05,C,land,good,5

      """
    let volumes = "commune,served\na,100\nb,50\nc,10\n"
    let report = try report(volumes, by: ["commune"], rows: rows, yaml: yaml)
    #expect(try told(report) == [": 135 of 160, -", "c: 5 of 10, -"])
    let pool = try self.report(volumes, by: [], rows: rows, yaml: yaml) {
      $0.filters = [CategoryFilter(dimension: "commune", categories: ["a", "b"])]
    }
    #expect(try told(pool) == [": 130 of 150, -"])
    // Counted by themselves they take nothing from the others.
    let own = try self.report(volumes + "ab,40\n", by: ["commune"], rows: rows, yaml: yaml)
    #expect(
      try told(own) == [
        ": 135 of 200, -", "a: 60 of 100, -", "b: 40 of 50, -", "ab: 30 of 40, -", "c: 5 of 10, -",
      ])
    // Of one of the parts nobody says.
    let half = try self.report("commune,served\na,100\nc,10\n", by: [], rows: rows, yaml: yaml)
    #expect(try told(half) == [])
  }

  /// What a kiosk counted is compared where days end with half-months.
  @Test func kiosksThatCountedOtherwiseAreTold() throws {
    let report = try report(
      """
      commune,period,served,answered
      A,2025Q1,100,60
      B,2025Q1,50,41
      A,2025-04-01,9,3
      A,2025Q3,60,5
      """)
    let message = try #require(
      report.diagnostics.first { $0.code == "response.volumes-answered-differ" })
    #expect(message.place?.line == 3)
    #expect(message.arguments["rowsCount"] == "2")
    #expect(
      message.arguments["answeredCount"] == "41" && message.arguments["acceptedCount"] == "40")
  }

  // MARK: - Low volume

  private static let quarters = [
    "2024-04-05", "2024-07-05", "2024-10-05", "2025-01-05", "2025-04-05",
  ]

  private func sent(_ units: [(String, [Int])], last: String = "2025-06-30") -> String {
    "day,commune,field,overall,count\n\(last),Z,land,good,1\n2024-04-01,Z,land,good,1\n"
      + units.map { unit, counts in
        zip(Self.quarters, counts).filter { $1 > 0 }.map { day, n in
          "\(day),\(unit),land,good,\(n)\n"
        }.joined()
      }.joined()
  }

  /// By hand: A's 400 in 366 days lead to expect 400 · 91 / 365 = 99.7 in the second quarter of 91.
  @Test func aUnitThatSendsFarLessIsTold() throws {
    let report = try report(
      by: ["commune", "quarter"],
      rows: sent([
        ("A", [100, 100, 100, 100, 3]), ("B", [100, 100, 100, 100, 30]), ("C", [4, 4, 4, 4, 0]),
        ("D", [0, 0, 0, 100, 1]), ("E", [0, 0, 100, 100, 0]),
      ]))
    #expect(report.lowVolume.map(\.category) == ["A", "E"])
    let unit = try #require(report.lowVolume.first)
    #expect(unit.period.id == "2025Q2" && unit.drop.count == 3)
    #expect(abs(unit.drop.expected - 400.0 * 91 / 365) < 1e-9)
    #expect(codes(report) == ["response.low-volume"])
  }

  /// A period that has begun is held to the days that have passed.
  @Test func anOpenPeriodIsHeldToItsDays() throws {
    // 14 days of 91 lead to expect 15.
    let units = [("A", [100, 100, 100, 100, 12]), ("B", [100, 100, 100, 100, 0])]
    let report = try report(rows: sent(units, last: "2025-04-14"))
    #expect(report.lowVolume.map(\.category) == ["B"])
    let end = CalendarDay(year: 2025, month: 6, day: 30)
    let steady = [("C", [100, 100, 100, 100, 100]), ("D", [100, 100, 100, 100, 100])]
    let ended = try self.report(rows: sent(units + steady, last: "2025-04-14")) { $0.asOf = end }
    #expect(ended.lowVolume.map(\.category) == ["A", "B"])
    // Where most fall together it is no unit's own: a holiday, or one response of a later day.
    let together = try self.report(rows: sent(units, last: "2025-04-14")) { $0.asOf = end }
    #expect(together.lowVolume.isEmpty)
    // Of too few days nothing is said but of the period before.
    let early = try self.report(rows: sent(units, last: "2025-04-10"))
    #expect(early.lowVolume.isEmpty)
  }

  /// An office that served fewer sends fewer.
  @Test func peopleCountWhereTheyAreKnown() throws {
    let volumes =
      "commune,period,served\n"
      + zip(["2024Q2", "2024Q3", "2024Q4", "2025Q1"], [1000, 1000, 1000, 1000]).map {
        "A,\($0),\($1)\n"
      }.joined()
    let rows = sent([("A", [100, 100, 100, 100, 3])])
    #expect(try report(volumes + "A,2025Q2,40\n", rows: rows).lowVolume.isEmpty)
    #expect(try report(volumes + "A,2025Q2,900\n", rows: rows).lowVolume.map(\.category) == ["A"])
  }
}
