import Testing

@testable import CivicSurvey

/// How many cells a run may have, and what is said of one that has more.
@Suite struct CellLimitTests {
  private static let header = "id,date,field,unit,overall\n"

  /// Six finest domains of one question: 3 units × 2 half-months; spellings of B fold alike.
  private static let text =
    header + """
      1,2025-03-01,land,A,5
      2,2025-03-01,land,B,5
      3,2025-03-01,land,b,5
      4,2025-03-01,land,C,5
      5,2025-03-20,land,A,5
      6,2025-03-20,land,B,5
      7,2025-03-20,land,C,5
      8,2025-03-20,land,C,4

      """

  private func codes(
    _ text: String = text, limit: Int, threads: Int = 1, blockSize: Int = 256 << 10
  ) throws -> [Message] {
    var options = Tabulator.Options()
    options.maxCells = limit
    options.threads = threads
    options.blockSize = blockSize
    let plan = try Fixture.plan(Fixture.small)
    do throws(RunError) {
      _ = try Tabulator(plan, options: options).run([Fixture.input(text)])
      return []
    } catch {
      #expect(error.kind == .data)
      return error.messages
    }
  }

  @Test func aCellIsOneQuestionInOneFinestDomain() throws {
    #expect(try Fixture.part(Fixture.plan(Fixture.small), Self.text).cellCount == 6)
    let access = "  access: { text: { en: A }, columns: [access], scale: five, optional: true }\n"
    let two = Fixture.small.replacing("  overall:\n", with: access + "  overall:\n")
    #expect(try Fixture.part(Fixture.plan(two), Self.text).cellCount == 12)
    #expect(TallyPart(try Fixture.plan(Fixture.small)).cellCount == 0)
  }

  /// Small blocks give each thread a share; spellings that fold alike are one category.
  @Test(arguments: [1, 2, 5], [1, 40, 256 << 10])
  func theLimitIsOfTheWhole(threads: Int, blockSize: Int) throws {
    #expect(try codes(limit: 6, threads: threads, blockSize: blockSize).isEmpty)
    let messages = try codes(limit: 5, threads: threads, blockSize: blockSize)
    #expect(messages.map(\.code) == ["tally.too-many-cells"])
    #expect(messages.first?.arguments["name"] == "unit")
    #expect(messages.first?.arguments["limit"] == "5")
  }

  @Test func whereNoDimensionVariesThePeriodsAreNamed() throws {
    let text = Self.header + "1,2025-03-01,land,A,5\n2,2025-03-20,land,A,5\n"
    #expect(try codes(text, limit: 1).map(\.code) == ["tally.too-many-periods"])
  }

  @Test func aRejectedRecordMakesNoCell() throws {
    let text = Self.header + "1,2025-13-01,land,A,5\n2,2025-03-20,land,B,5\n"
    #expect(try codes(text, limit: 1).isEmpty)
  }

  /// However often counts are made compact on the way, the tally is the same to the byte.
  @Test(arguments: MergeLawTests.seeds)
  func compactingOnTheWayShowsNowhere(_ seed: UInt64) throws {
    var draw = OracleDraw(seed: seed)
    let survey = draw.survey()
    let files = (0..<2).map { draw.file($0, of: survey) }
    let inputs = files.map { SurveyInput.bytes($0.written.bytes, name: $0.name) }
    let plan = try Fixture.plan(survey.yaml)
    let expected = Fixture.bytes(try Tabulator(plan).run(inputs).part)
    for threads in [1, 3] {
      var options = Tabulator.Options()
      options.openSumsBytes = 0
      options.blockSize = 100
      options.threads = threads
      let part = try Tabulator(plan, options: options).run(inputs).part
      try PartInvariants(part).check()
      #expect(Fixture.bytes(part) == expected)
    }
  }
}
