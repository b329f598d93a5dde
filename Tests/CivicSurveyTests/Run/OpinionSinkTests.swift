import Foundation
import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Only opinions that are marked and accepted leave the records, the newest of them, and the same ones
/// for any number of threads, size of block and order of files.
@Suite struct OpinionSinkTests {
  static let definition = """
    survey: so
    version: "1"
    title: { en: Register }
    coverage: census
    timeZone: "+07:00"
    duplicates: keepFirst
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [received], formats: [dd/MM/yyyy] }
    dimensions:
      unit: { columns: [unit], open: true }
      open: { columns: [shown], categories: { yes: { en: "Yes" }, no: { en: "No" } } }
    questions:
      words: { text: { en: Words }, columns: [words], type: text }
      reply: { text: { en: Reply }, columns: [reply], type: text }
    opinions:
      words: words
      answer: reply
      answered: { columns: [answered] }
      due: { days: 10 }
      publish: { where: { open: [yes] } }
    """
  static let header = "id,received,unit,shown,words,reply,answered\n"

  private static func published(
    _ texts: [String], period: String? = nil, filters: [CategoryFilter] = [],
    _ change: (inout Tabulator.Options) -> Void = { _ in }
  ) throws -> (PublishedOpinions, Tabulator.Result) {
    let plan = try Fixture.plan(definition)
    var options = Tabulator.Options()
    change(&options)
    var query = ReportQuery()
    query.filters = filters
    query.period = period.flatMap { PeriodRange(id: $0, calendar: .civil) }
    let publication = try #require(plan.survey.opinions?.publish)
    let inputs = texts.enumerated().map { Fixture.input($0.element, name: "\($0.offset).csv") }
    let result = try Tabulator(plan, options: options)
      .run(inputs, opinions: OpinionQuery(publication, query))
    return (try #require(result.opinions), result)
  }

  private static func words(_ published: PublishedOpinions) -> [String] {
    published.opinions.map { $0[.words].text { "[\($0.rawValue)]" } }
  }

  @Test func onlyWhatIsMarkedAndAccepted() throws {
    let (published, _) = try Self.published([
      Self.header + """
        1,05/01/2025,A,yes,old,,
        2,06/01/2025,B,yes,new,thanks,09/01/2025
        3,07/01/2025,A,no,SECRET unmarked,,
        4,07/01/2025,A,,SECRET blank,,
        5,07/01/2025,A,maybe,SECRET unmapped,,
        1,05/01/2025,A,yes,SECRET duplicate,,
        6,32/01/2025,A,yes,SECRET rejected,,
        Người lập biểu,,,,,,

        """
    ])
    #expect(Self.words(published) == ["new", "old"])
    #expect(published.admitted == 2)
    let first = published.opinions[0]
    #expect(first.days == [.answered: CalendarDay(year: 2025, month: 1, day: 9)])
    #expect(first.due == CalendarDay(year: 2025, month: 1, day: 16))
    #expect(first.unit == "B")
    #expect(first.place == OpinionPlace(file: "0.csv", line: 3))
  }

  @Test func daysAndConditionsOfTheReport() throws {
    let text =
      Self.header
      + "1,05/01/2025,A,yes,one,,\n2,05/04/2025,A,yes,two,,\n3,06/04/2025,B,yes,three,,\n"
    let (quarter, _) = try Self.published([text], period: "2025Q2")
    #expect(Self.words(quarter) == ["three", "two"])
    let (unit, _) = try Self.published(
      [text], filters: [CategoryFilter(dimension: "unit", categories: ["a"])])
    #expect(Self.words(unit) == ["two", "one"])
    let blank = Self.header + "1,05/01/2025,,yes,one,,\n2,05/04/2025,A,yes,two,,\n"
    let (missing, _) = try Self.published(
      [blank], filters: [CategoryFilter(dimension: "unit", categories: ["_missing"])])
    #expect(Self.words(missing) == ["one"])
  }

  @Test func theSameForAnyThreadsBlocksAndOrder() throws {
    var random = SeededRandom(seed: 20)
    let files = (0..<3).map { file in
      Self.header
        + (0..<900).map { line in
          let day = Int.random(in: 1...28, using: &random)
          let month = Int.random(in: 1...12, using: &random)
          let shown = Bool.random(using: &random) ? "yes" : "no"
          let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
          return "\(file)-\(line),\(two(day))/\(two(month))/2025,U\(line % 7),\(shown),"
            + "\"ý kiến \(Int.random(in: 0...99_999, using: &random)),\nhai dòng\",,\n"
        }.joined()
    }
    let (reference, _) = try Self.published(files)
    #expect(reference.admitted > OpinionQuery.mostOpinions)
    #expect(reference.opinions.count == OpinionQuery.mostOpinions)
    #expect(reference.leftOut == reference.admitted - OpinionQuery.mostOpinions)
    for (threads, block) in [(2, 128 << 10), (3, 4_096), (1, 4_096)] {
      let (other, _) = try Self.published(files) {
        $0.threads = threads
        $0.blockSize = block
      }
      #expect(Self.words(other) == Self.words(reference))
      #expect(other.opinions.map(\.place) == reference.opinions.map(\.place))
    }
    let (turned, _) = try Self.published(files.reversed())
    #expect(Self.words(turned) == Self.words(reference))
  }

  @Test func bytesThatAreNoTextAreToldWithTheirPlace() throws {
    let plan = try Fixture.plan(Self.definition)
    let publication = try #require(plan.survey.opinions?.publish)
    let bytes =
      Array((Self.header + "1,05/01/2025,A,yes,a").utf8) + [0xFF] + Array("b,,\n".utf8)
    let result = try Tabulator(plan).run(
      [.bytes(bytes, name: "a.csv", maximalRead: .max)],
      opinions: OpinionQuery(publication, ReportQuery()))
    let published = try #require(result.opinions)
    #expect(Self.words(published) == ["a\u{FFFD}b"])
    #expect(published.doubts.map(\.doubt.kind) == [.badText])
    let message = try #require(
      result.messages.first { $0.code == MessageCode.responseOpinionUnreadable.rawValue })
    #expect(message.place == Message.Place(file: "a.csv", line: 2))
  }

  /// Whatever stands at the place where a text is cut, nothing of a number before it is left.
  @Test(arguments: Array(stride(from: 1_600, to: 1_760, by: 5)), [false, true])
  func longTextIsCutBetweenWords(_ words: Int, _ isDecomposed: Bool) throws {
    var long =
      String(repeating: "dài ", count: words) + "0912 345 678 "
      + String(
        repeating: "lắm ", count: 3_000)
    if isDecomposed { long = long.decomposedStringWithCanonicalMapping }
    let (published, _) = try Self.published([Self.header + "1,05/01/2025,A,yes,\(long),,\n"])
    let shown = try #require(Self.words(published).first)
    #expect(shown.utf8.count <= 8 << 10)
    #expect(!shown.contains { $0.isNumber })
    #expect(shown.hasSuffix("dài") || shown.hasSuffix("[phone]") || shown.hasSuffix("lắm"))
    #expect(published.opinions[0].length(of: .words) == long.unicodeScalars.count)
    #expect(published.doubts.map(\.doubt.kind) == [.cut])
  }

  /// What there is room for does not depend on the order in which opinions come.
  @Test func roomKeepsTheNewest() {
    func opinion(_ day: Int) -> Opinion {
      Opinion(
        place: OpinionPlace(file: "a", line: UInt64(day)),
        received: CalendarDay(number: Int32(20_000 + day)), field: nil, unit: nil,
        words: OpinionText(Array("\(day)".utf8)), answer: .empty, improvement: .empty, days: [:],
        due: nil)
    }
    var random = SeededRandom(seed: 7)
    for _ in 0..<20 {
      var room = OpinionRoom(most: 10, mostBytes: 25)
      for day in (0..<100).shuffled(using: &random) { room.add(opinion(day)) }
      #expect(room.admitted == 100)
      #expect(room.finish().map(\.words.text) == (88...99).reversed().prefix(10).map(String.init))
    }
    var narrow = OpinionRoom(most: 10, mostBytes: 5)
    for day in 0..<100 { narrow.add(opinion(day)) }
    #expect(narrow.finish().map(\.words.text) == ["99", "98"])
  }
}
