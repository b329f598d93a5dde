import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Who comes back within a year, a quarter or a file counts once.
@Suite struct DuplicateWindowTests {
  private static func yaml(_ within: String, calendar: String = "civil") -> String {
    """
    survey: training
    version: "1"
    title: { en: Training }
    coverage: census
    timeZone: "+07:00"
    calendar: \(calendar)
    duplicates: { keep: first, within: \(within) }
    source: { responseID: { columns: [id] }, submittedAt: { columns: [date] } }
    dimensions:
      unit: { columns: [unit], open: true }
    questions:
      trained: { text: { en: Trained }, type: yesNo, columns: [trained] }
    measures:
      trained: { rule: topbox, question: trained, satisfied: [yes] }
    """
  }
  private static let header = "id,date,unit,trained\n"

  private func run(
    _ yaml: String, _ files: String..., options: Tabulator.Options = .init()
  ) throws -> Tabulator.Result {
    let inputs = files.enumerated().map {
      Fixture.input(Self.header + $0.element, name: "\($0.offset).csv")
    }
    return try Tabulator(try Fixture.plan(yaml), options: options).run(inputs)
  }

  private func accepted(_ yaml: String, _ rows: String) throws -> Int {
    try run(yaml, rows).part.accounting.accepted
  }

  private static let rows = """
    1,2025-01-10,A,yes
    1,2025-02-10,A,yes
    1,2025-12-14,A,yes
    1,2025-12-15,A,yes
    1,2026-01-01,A,yes

    """

  /// By hand: 2025 and 2026; in quarters 2025Q1, 2025Q4 and 2026Q1; the state's year 2026 begins on
  /// 15 December 2025.
  @Test(arguments: [
    ("year", "civil", 2), ("quarter", "civil", 3), ("year", "state-report-15", 2),
    ("quarter", "state-report-15", 3), ("file", "civil", 1),
  ])
  func anIDCountsOnceInEach(_ within: String, _ calendar: String, _ count: Int) throws {
    let accounting = try run(Self.yaml(within, calendar: calendar), Self.rows).part.accounting
    #expect(accounting.accepted == count && accounting.identicalDuplicates == 5 - count)
  }

  @Test func theCalendarSaysWhereAYearEnds() throws {
    let rows = "1,2025-12-14,A,yes\n1,2025-12-15,A,yes\n"
    #expect(try accepted(Self.yaml("year"), rows) == 1)
    #expect(try accepted(Self.yaml("year", calendar: "state-report-15"), rows) == 2)
  }

  @Test func undatedRecordsCompeteWithEachOther() throws {
    let rows = "1,,A,yes\n1,2025-02-10,A,yes\n1,,A,yes\n"
    #expect(try accepted(Self.yaml("year"), rows) == 2)
  }

  @Test func withinAFileTheNextOneBeginsAnew() throws {
    let yaml = Self.yaml("file")
    let accounting = try run(yaml, "1,,A,yes\n1,,A,yes\n", "1,,A,yes\n2,,A,no\n").part.accounting
    #expect(accounting.accepted == 3 && accounting.identicalDuplicates == 1)
  }

  /// Somebody trained every year is no repeated id; twice in one year is.
  @Test func idsOfAnotherYearAreNotRepeated() throws {
    let rows = "1,2024-01-10,A,yes\n1,2025-02-10,A,yes\n2,2025-02-10,A,yes\n2,2025-03-10,A,yes\n"
    let ids = try #require(try run(Self.yaml("year"), rows).repeatedIDs)
    #expect(ids.ids == 1 && ids.records == 1)
  }

  /// However the unit is spelt; a record without a unit is in no other one.
  @Test func aPersonInTwoUnitsIsTold() throws {
    let rows = """
      1,2025-01-10,An Thắng,yes
      1,2025-02-10,  an thắng,yes
      1,2025-03-10,,yes
      2,2025-01-10,An Thắng,yes
      2,2025-02-10,Bát Trang,no
      2,2026-02-10,Bát Trang,no

      """
    let result = try run(Self.yaml("year"), rows)
    let told = try #require(result.messages.first { $0.code == "response.ids-in-two-units" })
    #expect(told.severity == .warning && told.arguments["recordsCount"] == "1")
    #expect(result.part.accounting.accepted == 3 && result.part.accounting.closes)
    let alone = try run(Self.yaml("year"), "1,2025-01-10,A,yes\n1,2025-02-10,A,yes\n")
    #expect(alone.messages.allSatisfy { $0.code != "response.ids-in-two-units" })
  }

  /// Against a dictionary, on one thread and on three.
  @Test(arguments: ["year", "quarter"])
  func itFindsWhatADictionaryFinds(_ within: String) throws {
    var random = SeededRandom(seed: 23)
    var (rows, seen) = ("", Set<String>())
    for _ in 0..<3_000 {
      let (id, year, month) = (random.below(400), 2023 + random.below(3), 1 + random.below(12))
      rows += "\(id),\(year)-\(month < 10 ? "0" : "")\(month)-05,A,yes\n"
      seen.insert("\(id) \(year) \(within == "year" ? 0 : (month - 1) / 3)")
    }
    var options = Tabulator.Options()
    options.blockSize = 4096
    for threads in [1, 3] {
      options.threads = threads
      let part = try run(Self.yaml(within), rows, options: options).part
      #expect(part.accounting.accepted == seen.count)
    }
  }
}
