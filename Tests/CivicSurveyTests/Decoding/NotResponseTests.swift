import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Titles, headers that come again and totals are no responses.
@Suite struct NotResponseTests {
  private static let header = "id,date,field,unit,overall"

  private func run(
    _ text: String, _ change: (inout Tabulator.Options) -> Void = { _ in }
  ) throws -> Tabulator.Result {
    var options = Tabulator.Options()
    change(&options)
    return try Tabulator(Fixture.plan(Fixture.small), options: options).run([Fixture.input(text)])
  }

  private func bytes(_ values: [String]) -> [[UInt8]] { values.map { Array($0.utf8) } }

  @Test(arguments: [
    (["Tổng cộng", "", "200", "", ""], [200]), (["TỔNG SỐ: 1.234 phiếu"], [1_234]),
    (["", "Total", "1,234", "86.5%"], [1_234]), (["Cộng", "12", "7"], [12, 7]),
    (["tổng số phiếu = 5"], [5]),
  ])
  func aTotalIsAWordAndNumbers(_ values: [String], _ numbers: [Int]) throws {
    let recogniser = NotResponseRecogniser(header: ["id", "date"], above: [])
    let kind = try #require(recogniser.kind(of: bytes(values)))
    guard case .total(let found) = kind else {
      Issue.record("\(values) is \(kind)")
      return
    }
    #expect(found == numbers)
  }

  @Test(arguments: [
    ["Tổng cộng"], ["Tổng đài trả lời nhanh", "5"], ["Tổng cộng", "5", "Đất đai"],
    ["Totally fine", "5"], ["A1", "Tổng cộng", "5"], ["", ""], ["id", "dates"],
  ])
  func whatSaysMoreIsNone(_ values: [String]) {
    let recogniser = NotResponseRecogniser(header: ["id", "date"], above: [])
    #expect(recogniser.kind(of: bytes(values)) == nil)
  }

  @Test func theHeaderIsFoundBelowTitles() throws {
    let result = try run(
      "Report,,\n\n\"Two\nlines\"\n\(Self.header)\n1,2025-01-02,land,A,5\nReport,,\n"
        + "\(Self.header)\n2,2025-01-03,land,A,4\nTotal,1\n")
    let accounting = result.part.accounting
    #expect(accounting.accepted == 2 && accounting.rejected == 0 && accounting.read == 2)
    #expect(accounting.blank == 1)
    // Three lines of titles above, one below, a header, a total.
    #expect(accounting.notResponse == 6)
    #expect(
      result.messages.map(\.code) == ["csv.title-lines", "csv.repeated-headers", "csv.total-lines"])
    #expect(result.messages[0].arguments["lines"] == "1, 3, 4, 7")
    #expect(result.messages[1].arguments["lines"] == "8")
    #expect(result.messages[2].arguments["lines"] == "10")
    #expect(accounting.closes)
  }

  @Test func aTotalThatIsNotTheCountIsWarnedOf() throws {
    let result = try run(
      "\(Self.header)\n1,2025-01-02,land,A,5\n2,x,land,A,5\n3,2025-01-02\nTotal,4\n")
    // Three records stand above it, rejected ones among them.
    #expect(result.part.accounting.read == 3)
    let warning = try #require(result.messages.first { $0.code == "csv.total-differs" })
    #expect(warning.arguments == ["total": "4", "count": "3"])
    #expect(warning.place?.line == 5)
  }

  @Test func excelsFirstLineNamesTheSeparator() throws {
    let text = "\"sep=|\"\nid|date|field|unit|overall\n1|2025-01-02|land|A;B,C|5\n"
    let result = try run(text)
    #expect(result.part.accounting.accepted == 1 && result.part.accounting.notResponse == 1)
    #expect(result.part.openLabels.flatMap { $0 } == ["A;B,C"])
  }

  /// Where no line is a header, the first is taken, and what it lacks is told.
  @Test func withoutAHeaderTheFirstLineIsOne() {
    #expect(
      Fixture.codes { () throws(RunError) in
        do { _ = try run("a,b\n1,2\n") } catch let error as RunError { throw error } catch {}
      }.allSatisfy { $0.hasPrefix("header.") })
  }

  /// Blocks and threads do not show, and neither does the engine.
  @Test(arguments: [RecordReader.Engine.best, .libcsv])
  func theSameForAnyBlocksAndThreads(engine: RecordReader.Engine) throws {
    var random = SeededRandom(seed: 5)
    var text = "Title,,\n\(Self.header)\n"
    for number in 0..<300 {
      switch random.below(12) {
      case 0: text += "\(Self.header)\n"
      case 1: text += "Total,\(random.below(9))\n"
      case 2: text += "Total,,,,\(random.below(9))\n"
      case 3: text += "Title,,\n"
      case 4: text += "\(number),,land,A,5\n"
      case 5: text += "\(number),2025-01-02,land\n"
      default: text += "\(number),2025-01-02,land,A,\(random.below(7))\n"
      }
    }
    let whole = try run(text) { $0.engine = .libcsv }
    #expect(whole.part.accounting.notResponse > 50 && whole.part.accounting.closes)
    #expect(whole.messages.contains { $0.code == "csv.total-differs" })
    for (blockSize, threads) in [(1, 1), (50, 3), (700, 2)] {
      let other = try run(text) {
        $0.engine = engine
        $0.blockSize = blockSize
        $0.threads = threads
      }
      #expect(Fixture.bytes(other.part) == Fixture.bytes(whole.part))
      #expect(other.messages == whole.messages)
    }
  }
}
