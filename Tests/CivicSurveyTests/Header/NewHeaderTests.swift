import SurveyCSV
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A header among the records, where exports were pasted one after another: what follows it is read
/// by it.
@Suite struct NewHeaderTests {
  /// A survey whose dimensions a file may lack.
  private static let survey = Fixture.small
    .replacing("columns: [field]\n", with: "columns: [field, Lĩnh vực]\n    optional: true\n")
    .replacing("open: true", with: "open: true, optional: true")

  private func run(
    _ texts: [String], _ yaml: String = NewHeaderTests.survey,
    rejects: Gathered<[UInt8]>? = nil, _ change: (inout Tabulator.Options) -> Void = { _ in }
  ) throws -> Tabulator.Result {
    var options = Tabulator.Options()
    change(&options)
    let inputs = texts.enumerated().map { Fixture.input($0.element, name: "\($0.offset).csv") }
    let tabulator = try Tabulator(Fixture.plan(yaml), options: options)
    guard let rejects else { return try tabulator.run(inputs) }
    return try tabulator.run(inputs, rejects: rejects.add)
  }

  private static let first = "id,date,field,unit,overall\n1,2025-01-02,land,A,5\n"

  @Test(arguments: [
    // In another order; fewer columns; spelled otherwise; between quotes; with spaces; a name that
    // only the definition has; a column without a name.
    "overall,unit,id,date,field\n4,B,2,2025-01-03,build\n", "overall,id,date\n4,2,2025-01-03\n",
    "OVERALL,Date,ID\n4,2025-01-03,2\n", "\"overall\",\"date\",\"id\"\n4,2025-01-03,2\n",
    "overall  , date,id\n4,2025-01-03,2\n", "Lĩnh vực,overall,id,date\nland,4,2,2025-01-03\n",
    "LĨNH VỰC,overall,id,date\nland,4,2,2025-01-03\n", ",overall,date,id\n,4,2025-01-03,2\n",
  ])
  func whatFollowsIsReadByIt(_ second: String) throws {
    let pasted = try run([Self.first + second])
    #expect(pasted.part.accounting.accepted == 2 && pasted.part.accounting.notResponse == 1)
    let warning = try #require(pasted.messages.first { $0.code == "csv.new-headers" })
    #expect(warning.severity == .warning && warning.place?.line == 3)
    let apart = try run([Self.first, second])
    #expect(TallyFile.figuresHash(of: pasted.part) == TallyFile.figuresHash(of: apart.part))
  }

  @Test(arguments: [
    // The header as it is; too few names; a name twice; a word that is none; a rejected record.
    "id,date,field,unit,overall\n", "id,date,,,\n", "id,date,id,field,unit\n",
    "date,id,field,note,overall\n", "unit,2025-01-02,land,A,overall\n",
  ])
  func whatElseIsLikeOneIsNone(_ line: String) throws {
    let result = try run([Self.first + line + "2,2025-01-03,land,A,5\n"])
    #expect(result.part.accounting.accepted >= 2)
    #expect(!result.messages.contains { $0.code == "csv.new-headers" })
  }

  /// Where answers are called like columns, a response may consist of their names.
  @Test func answersAreNoHeader() throws {
    let yaml = """
      survey: words
      version: "1"
      title: { en: Words }
      coverage: self-selected
      questions:
        one: { text: { en: First }, columns: [first], scale: s, levelColumns: { a: [Good], b: [Fair], c: [Bad] } }
        two: { text: { en: Second }, columns: [second], scale: s }
        three: { text: { en: Third }, columns: [third], scale: s }
      scales:
        s: { choices: { a: { en: Good }, b: { en: Fair }, c: { en: Bad } } }
      """
    let result = try run(["first,second,third\nGood,Fair,Bad\nBad,Good,Fair\n"], yaml)
    #expect(result.part.accounting.accepted == 2 && result.part.accounting.notResponse == 0)
  }

  @Test func aNeededColumnThatItLacksStopsTheRun() throws {
    let text = Self.first + "date,field,unit,id\n2025-01-03,land,A,2\n"
    for blockSize in [1, 40, 4_096] {
      do {
        _ = try run([text]) { $0.blockSize = blockSize }
        Issue.record("it went on")
      } catch let error as RunError {
        #expect(error.messages.map(\.code) == ["header.missing-column"])
        #expect(error.messages[0].place?.line == 3)
      }
    }
  }

  /// The last line of a file may be one, and one may follow another.
  @Test func headersWithoutRecords() throws {
    let result = try run([
      Self.first + "overall,id,date\ndate,id,overall\n2025-01-03,2,4\nid,overall,date"
    ])
    #expect(result.part.accounting.accepted == 2 && result.part.accounting.notResponse == 3)
    #expect(
      result.messages.first { $0.code == "csv.new-headers" }?.arguments["lines"] == "3, 4, 6")
  }

  /// A total counts from the header above it.
  @Test func aTotalCountsFromTheNewHeader() throws {
    let text = "overall,id,date\n4,2,2025-01-03\n4,3,2025-01-03\nTotal,,2\n"
    let result = try run([Self.first + text])
    #expect(!result.messages.contains { $0.code == "csv.total-differs" })
    #expect(result.part.accounting.accepted == 3 && result.part.accounting.notResponse == 2)
  }

  /// Rows of the rejects file keep their content, however a second header calls its columns.
  @Test func rejectsKeepTheirColumns() throws {
    let rejects = Gathered<[UInt8]>()
    _ = try run(
      [Self.first + "overall,Lĩnh vực,ID,date\n4,land,2,never\n"], rejects: rejects)
    let text = String(decoding: rejects.bytes.dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 2 && lines[0].hasPrefix("id,date,field,unit,overall,civicsurvey_source"))
    #expect(lines[1].hasPrefix("2,never,land,,4,0.csv,4,"))
  }

  /// Duplicates are found by whatever column the id stands in.
  @Test func duplicatesAreFoundAcrossHeaders() throws {
    let yaml = Self.survey.replacing("timeZone:", with: "duplicates: keepFirst\ntimeZone:")
    let result = try run([Self.first + "overall,id,date\n4,1,2025-01-03\n"], yaml)
    #expect(result.part.accounting.accepted == 1)
    #expect(result.part.accounting.conflictingDuplicates == 1)
  }

  /// Pasted together or apart, the figures are the same, for any blocks, threads and engine.
  @Test(arguments: 0..<40)
  func pastedOrApartTheFiguresAreTheSame(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var number = 0
    let pieces = (0..<1 + random.below(6)).map { _ in
      var names = ["id", "date", "field", "unit", "overall", "note", ""]
      names.shuffle(using: &random)
      let isQuoted = random.below(3) == 0
      var text = line(names, isQuoted: isQuoted)
      for _ in 0..<random.below(30) {
        number += 1
        let values = [
          "id": "\(number)", "date": random.below(9) == 0 ? "never" : "2025-0\(1 + number % 9)-11",
          "field": ["land", "build", "sea"][random.below(3)], "unit": "U\(random.below(4))",
          "overall": "\(random.below(8))",
          "note": ["id", "unit", "a \"b\", c", "two\nlines"][random.below(4)],
        ]
        switch random.below(12) {
        case 0: text += "id,date,x\n"
        case 1: text += "\n"
        case 2: text += "id,\"dat\"e,x\n"
        case 3: text += line(names, isQuoted: false)
        default: text += line(names.map { values[$0] ?? "" }, isQuoted: isQuoted)
        }
      }
      return text
    }
    let apart = try run(pieces) { $0.engine = .libcsv }
    let whole = pieces.joined()
    let pasted = try run([whole]) { $0.engine = .libcsv }
    let hash = TallyFile.figuresHash(of: apart.part)
    #expect(TallyFile.figuresHash(of: pasted.part) == hash)
    for (blockSize, threads) in [(1, 1), (60, 3), (1_000, 2), (1 << 17, 2)] {
      let other = try run([whole]) {
        $0.blockSize = blockSize
        $0.threads = threads
      }
      #expect(Fixture.bytes(other.part) == Fixture.bytes(pasted.part))
      #expect(other.messages == pasted.messages)
    }
  }

  private func line(_ values: [String], isQuoted: Bool) -> String {
    values.map { value in
      guard isQuoted || value.contains(where: { "\",\n".contains($0) }) else { return value }
      return "\"\(value.replacing("\"", with: "\"\""))\""
    }.joined(separator: ",") + "\n"
  }
}
