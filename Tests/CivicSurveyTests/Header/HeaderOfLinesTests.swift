import Testing

@testable import CivicSurvey
@testable import SurveyCSV

/// A header of several lines, as the definition says.
@Suite struct HeaderOfLinesTests {
  private static let yaml = """
    survey: lines
    version: "1"
    title: { en: Lines }
    coverage: self-selected
    timeZone: "+07:00"
    source:
      header: { lines: 2, names: joined }
      responseID: { columns: [id] }
      submittedAt: { columns: [date] }
    scales:
      two: { choices: { 2: { en: Good }, 1: { en: Bad } }, satisfied: [2] }
    questions:
      overall: { text: { en: Overall }, columns: [How / Response], scale: two }
      needs:
        text: { en: Needs }
        choiceColumns: { a: [What / One], b: [What / Two] }
        choices: { a: { en: One }, b: { en: Two } }
    measures:
      good: { rate: overall }
    """
  private static let header = "id,date,How,What,\n,,Response,One,Two\n"
  private static let records = "1,2025-01-02,Good,One,\n2,2025-01-03,Bad,,Two\n"

  private func run(
    _ text: String, _ yaml: String = HeaderOfLinesTests.yaml,
    _ change: (inout Tabulator.Options) -> Void = { _ in }
  ) throws -> Tabulator.Result {
    var options = Tabulator.Options()
    change(&options)
    return try Tabulator(Fixture.plan(yaml), options: options).run([Fixture.input(text)])
  }

  @Test func namesOfLines() {
    let lines = [["id", " Q ", "", "R", ""], ["", "a", " b ", "", ""], ["x", "", "c", "d", ""]]
    #expect(
      HeaderLines(count: 3, names: .joined).names(of: lines)
        == ["id / x", "Q / a", "Q / b / c", "R / d", ""])
    #expect(HeaderLines(count: 3, names: .first).names(of: lines) == lines[0])
    #expect(HeaderLines(count: 3, names: .last).names(of: lines) == lines[2])
  }

  /// By hand: two responses, one line of the header beside its first; below a title three lines are
  /// no responses, and with the header once more in the middle, or with its columns elsewhere, two
  /// more.
  @Test func itIsFoundTogether() throws {
    let other = "What,,How,id,date\nOne,Two,Response,,\n,Two,Good,3,2025-01-04\n"
    let cases: [(text: String, accepted: Int, aside: Int)] = [
      (Self.header + Self.records, 2, 1),
      ("A title,,,,\n\n" + Self.header + Self.records, 2, 2),
      (Self.header + Self.records + Self.header + "3,2025-01-04,Good,,Two\n", 3, 3),
      (Self.header + Self.header + Self.records, 2, 3),
      (Self.header + Self.records + other, 3, 3),
    ]
    for (text, accepted, aside) in cases {
      let once = try run(text).part
      for (blockSize, threads, engine) in [
        (1, 1, RecordReader.Engine.best), (1 << 17, 2, .best), (40, 1, .libcsv),
      ] {
        let result = try run(text) {
          $0.blockSize = blockSize
          $0.threads = threads
          $0.engine = engine
        }
        let accounting = result.part.accounting
        #expect(accounting.accepted == accepted && accounting.read == accepted)
        #expect(accounting.notResponse == aside)
        #expect(result.part.accounting == once.accounting)
      }
    }
  }

  /// A cell of the first line begins what is no header: it has not what stands below.
  @Test func aResponseThatBeginsLikeItStays() throws {
    let result = try run(Self.header + "id,2025-01-02,Good,One,\n" + Self.records)
    #expect(result.part.accounting.accepted == 3)
  }

  @Test(arguments: [
    // A date, an id, an answer, another width, the end of the file.
    "1,2025-01-02,Good,One,\n", "7,,,,\n", ",,Good,,\n", ",,Response,One\n", "",
  ])
  func whatIsNoLineOfItStops(_ line: String) throws {
    do {
      let first = "id,date,How,What,\n"
      _ = try run(first + line + (line.isEmpty ? "" : Self.records))
      Issue.record("\(line) is taken for a line of the header")
    } catch let error as RunError {
      #expect(error.messages.map(\.code) == ["header.too-few-lines"])
      #expect(error.messages[0].place?.line == 2)
    }
  }

  /// With the names of the first line the second is stepped over, whatever it says.
  @Test func theFirstLineMayNameAll() throws {
    let yaml = Fixture.small
      .replacing("source:\n", with: "source:\n  header: { lines: 2, names: first }\n")
    let text = "id,date,field,unit,overall,note\n,,a,b,c,d\n1,2025-01-02,land,A,5,x\n"
    let accounting = try run(text, yaml).part.accounting
    #expect(accounting.accepted == 1 && accounting.read == 1 && accounting.notResponse == 1)
  }
}
