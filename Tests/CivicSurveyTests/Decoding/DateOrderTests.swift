import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Day first or month first: never guessed, always told.
@Suite struct DateOrderTests {
  private static func yaml(_ formats: String) -> String {
    """
    survey: dates
    version: "1"
    title: { en: Dates }
    coverage: sample
    timeZone: "+07:00"
    finestPeriod: day
    source: { submittedAt: { columns: [date], formats: \(formats) } }
    questions:
      q: { text: { en: Q }, columns: [q], choices: { a: { en: A } } }
    """
  }

  private func run(
    _ dates: [String], formats: String = "[dd/MM/yyyy]", threads: Int = 1
  ) throws -> Tabulator.Result {
    let plan = try Fixture.plan(Self.yaml(formats))
    var options = Tabulator.Options()
    options.threads = threads
    options.blockSize = 4096
    return try Tabulator(plan, options: options).run([
      Fixture.input("date,q\n" + dates.map { "\($0),a\n" }.joined())
    ])
  }

  struct Case: Sendable {
    let dates: [String]
    let codes: [String]
    let swapped: Int
    let unreadable: Int

    init(_ dates: [String], _ codes: [String], swapped: Int = 0, unreadable: Int = 0) {
      self.dates = dates
      self.codes = codes
      self.swapped = swapped
      self.unreadable = unreadable
    }
  }

  @Test(arguments: [
    Case(["31/03/2025", "01/02/2025"], []), Case(["05/05/2025", ""], []),
    Case(["01/02/2025", "03/04/2025"], ["response.undecided-date-order"]),
    Case(["01/02/2025", "03/31/2025"], ["response.other-date-order"], swapped: 1),
    Case(
      ["31/03/2025", "03/31/2025", "04/30/2025", "x"], ["response.mixed-date-orders"], swapped: 2,
      unreadable: 1),
    Case(["31/02/2025", "13/13/2025", "99/12/2025", "31/03/2025"], [], unreadable: 3),
  ])
  func whatDatesLeaveOpenIsTold(_ wanted: Case) throws {
    let result = try run(wanted.dates)
    #expect(result.messages.map(\.code) == wanted.codes)
    #expect(result.messages.allSatisfy { $0.arguments["count"] == String(wanted.swapped) })
    let codes = result.part.accounting.byCode
    #expect(codes["response.swapped-date", default: 0] == wanted.swapped)
    #expect(codes["response.unreadable-date", default: 0] == wanted.unreadable)
    #expect(result.part.accounting.closes)
  }

  @Test func aDefinitionMaySayMonthFirst() throws {
    let result = try run(["03/31/2025", "31/03/2025"], formats: "[M/d/yyyy]")
    #expect(result.messages.map(\.code) == ["response.mixed-date-orders"])
    #expect(result.part.firstDay?.description == "2025-03-31")
  }

  @Test func otherFormatsHaveNoOrderToDecide() throws {
    #expect(try run(["2025-03-04"], formats: "[iso8601]").messages.isEmpty)
    #expect(try run(["45747,5"], formats: "[excelSerial, iso8601]").messages.isEmpty)
  }

  @Test func whatIsToldDoesNotDependOnThreads() throws {
    var random = SeededRandom(seed: 9)
    let dates = (0..<4_000).map { _ in "0\(1 + random.below(9))/0\(1 + random.below(9))/2025" }
    let one = try run(dates)
    #expect(one.messages.map(\.code) == ["response.undecided-date-order"])
    #expect(try run(dates, threads: 3).messages == one.messages)
    #expect(try run(dates + ["13/09/2025"], threads: 3).messages.isEmpty)
  }

  /// What one file shows says nothing about the next.
  @Test func eachFileIsJudgedAlone() throws {
    let plan = try Fixture.plan(Self.yaml("[dd/MM/yyyy]"))
    let result = try Tabulator(plan).run([
      Fixture.input("date,q\n31/03/2025,a\n02/01/2025,a\n", name: "a.csv"),
      Fixture.input("date,q\n02/01/2025,a\n", name: "b.csv"),
    ])
    #expect(result.messages.map { $0.arguments["file"] } == ["b.csv"])
  }
}
