import SurveyCSV
import Testing

@testable import CivicSurvey

/// Lines directly below the header that go with it are no responses.
@Suite struct FurtherHeaderTests {
  private static let survey = Fixture.small
    .replacing("columns: [field]\n", with: "columns: [field]\n    optional: true\n")
    .replacing("open: true", with: "open: true, optional: true")
  private static let header = "id,date,field,unit,overall,note\n"
  private static let records = "1,2025-01-02,land,A,5,x\n2,2025-01-03,build,B,4,y\n"

  private func run(
    _ text: String, _ yaml: String = FurtherHeaderTests.survey,
    _ change: (inout Tabulator.Options) -> Void = { _ in }
  ) throws -> Tabulator.Result {
    var options = Tabulator.Options()
    change(&options)
    return try Tabulator(Fixture.plan(yaml), options: options).run([Fixture.input(text)])
  }

  @Test(arguments: [
    // SurveyMonkey: blank below the columns of the first line.
    ",,,Unit name,Response,Open-Ended Response\n",
    // Qualtrics: the questions, with a line break, and ids of its own.
    "I D,Date,Field,Unit name,\"How was\nit?\",Notes\n",
    "\"{\"\"ImportId\"\":\"\"_id2\"\"}\",\"{\"\"ImportId\"\":\"\"date\"\"}\",a,b,\"{\"\"ImportId\"\":\"\"Q1\"\"}\",c\n",
  ])
  func theyAreSetAside(_ line: String) throws {
    for (blockSize, threads, engine) in [
      (1, 1, RecordReader.Engine.best), (1 << 17, 2, .best), (60, 1, .libcsv),
    ] {
      let result = try run(Self.header + line + Self.records) {
        $0.blockSize = blockSize
        $0.threads = threads
        $0.engine = engine
      }
      let accounting = result.part.accounting
      #expect(accounting.accepted == 2 && accounting.read == 2 && accounting.notResponse == 1)
      let warning = try #require(result.messages.first { $0.code == "csv.further-headers" })
      #expect(warning.severity == .warning && warning.place?.line == 2)
      #expect(warning.arguments["example"] == "header: { lines: 2, names: first }")
    }
    // Below the header that comes again they are known again.
    let again = try run(Self.header + line + Self.records + Self.header + line)
    #expect(again.part.accounting.read == 2 && again.part.accounting.notResponse == 3)
  }

  @Test(arguments: [
    // An id, a date, a known answer or category, a number, too little, no name of the date.
    "1,,,,bad luck,\n", "abc,,x,y,Exellent,\n", ",2025-01-02,,,?,x\n", ",,,A,Good,x\n",
    ",,land,A,Response,\n", ",,,A,Response,12\n", ",,,,,x\n", ",,,A,,x\n", ",,,,Response,\n",
    ",not a date,elsewhere,A,lovely,x\n", "x,some day,elsewhere,A,lovely,x\n", ",,a,b,lovely,c\n",
  ])
  func whatMayBeAResponseIsOne(_ line: String) throws {
    let result = try run(Self.header + line + Self.records)
    #expect(result.part.accounting.read == 3 && result.part.accounting.notResponse == 0)
  }

  /// What follows must be responses.
  @Test func aLineAboveWhatCannotBeReadIsNone() throws {
    let result = try run(
      Self.header + ",,,Unit name,Response,Open-Ended Response\nx,some day,a,b,c,d\n"
        + Self.records)
    #expect(result.part.accounting.read == 4 && result.part.accounting.notResponse == 0)
  }

  /// A file without ids and dates may begin with any answer.
  @Test func withoutIDsAndDatesNothingIsTaken() throws {
    let yaml = Self.survey
      .replacing("responseID: { columns: [id] }\n", with: "")
      .replacing("source:\n    submittedAt: { columns: [date] }\n", with: "")
    let result = try run("field,unit,overall\nsea,A,lovely\nland,A,5\n", yaml)
    #expect(result.part.accounting.accepted == 2)
  }
}
