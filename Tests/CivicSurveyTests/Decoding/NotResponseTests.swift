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

  /// What a line is in a file with these columns, of which the survey has no id and no date.
  private func kind(
    _ values: [String], hasAnswer: Bool? = true, yaml: String = NotResponseTests.undated
  ) throws -> NotResponse.Kind? {
    let columns = try ResponsePlan(
      Fixture.survey(yaml), header: ["no", "field", "unit", "overall", "note"], file: "a", line: 1)
    return NotResponseRecogniser(columns, try Fixture.survey(yaml), above: [])
      .kind(of: bytes(values), hasAnswer: hasAnswer)
  }

  private static let undated = Fixture.small
    .replacing("responseID: { columns: [id] }\n", with: "")
    .replacing("source:\n    submittedAt: { columns: [date] }\n", with: "")
    .replacing("5: { en: Very good }", with: "5: { en: Very good, accepts: [Trung bình] }")

  @Test(arguments: [
    (["Tổng cộng", "", "", "200", ""], [200]), (["TỔNG SỐ: 1.234 phiếu", "", "", "", ""], [1_234]),
    (["", "Total", "", "1,234", "86.5%"], [1_234]), (["", "", "Cộng", "12", "7"], [12, 7]),
    (["tổng số phiếu = 5", "", "", "", ""], [5]), (["", "Cộng", "", "4", ""], [4]),
    // Of a group: a known one, or behind a colon.
    (["", "Cộng Đất đai", "", "4", ""], [4]), (["", "", "Cộng: xã An Thắng", "4", ""], [4]),
    (["Cộng dồn Đất đai", "", "", "4", ""], [4]), (["Subtotal", "", "", "4", ""], [4]),
  ])
  func aTotalIsAWordAndNumbers(_ values: [String], _ numbers: [Int]) throws {
    guard case .total(let found) = try kind(values) else {
      Issue.record("\(values) is none")
      return
    }
    #expect(found == numbers)
  }

  @Test func anAverageSaysNoAnswer() throws {
    for values in [
      ["Trung bình", "", "", "3,75", ""], ["", "Bình quân", "", "3.75", ""],
      ["", "", "Average:", "3.75", ""],
    ] {
      guard case .average = try kind(values, hasAnswer: false) else {
        Issue.record("\(values) is none")
        continue
      }
      // Where it could be an answer it is a response, and told.
      guard case .doubtful(nil) = try kind(values, hasAnswer: true) else {
        Issue.record("\(values) is not doubted")
        continue
      }
    }
  }

  @Test(arguments: [
    ["Tổng cộng", "", "", "", ""], ["Tổng cộng", "5", "Đất đai", "", ""],
    ["Totally fine", "5", "", "", ""], ["A1", "Tổng cộng", "5", "", ""], ["", "", "", "", ""],
    // A level of the scale, an answer that the scale lacks, two words.
    ["3", "", "", "Trung bình", "4"], ["3", "", "", "Average", "4"],
    ["Cộng", "", "Trung bình", "4", ""],
  ])
  func whatSaysMoreIsNone(_ values: [String]) throws {
    #expect(try kind(values) == nil)
    #expect(try kind(values, hasAnswer: false) == nil)
  }

  /// A place, a department, a hotline: any text may be a unit.
  @Test(arguments: ["Cộng Hòa", "Tổng hợp", "Tổng đài 1022", "Trung bình"])
  func inAnOpenColumnANameIsAResponse(_ unit: String) throws {
    guard case .doubtful = try kind(["7", "", unit, "4", ""]) else {
      Issue.record("\(unit) is set aside")
      return
    }
  }

  @Test func anIDMakesAResponse() throws {
    let yaml = Self.undated.replacing(
      "missing:", with: "source: { responseID: { columns: [no] } }\nmissing:")
    #expect(try kind(["7", "Cộng", "", "4", ""], yaml: yaml) == nil)
    guard case .total = try kind(["", "Cộng", "", "4", ""], yaml: yaml) else {
      Issue.record("a line without an id is a response")
      return
    }
    guard case .total = try kind(["Tổng cộng", "", "", "4", ""], yaml: yaml) else {
      Issue.record("the word is taken for an id")
      return
    }
  }

  /// By hand: 12 groups of 4 and a line for each, whatever column it stands in, and one for all.
  @Test(arguments: [",Cộng,,4,\n", "Cộng,,,4,\n", ",,Cộng,4,\n", ",Cộng Đất đai,,4,\n"])
  func subtotalsAreSetAside(_ line: String) throws {
    let group = "1,land,A,5,\n2,land,A,5,\n3,land,A,5,\n4,land,A,2,\n" + line
    let text = "no,field,unit,overall,note\n" + String(repeating: group, count: 12)
    let plan = try Fixture.plan(Self.undated)
    for (blockSize, threads) in [(1, 1), (90, 3), (1 << 17, 2)] {
      var options = Tabulator.Options()
      options.blockSize = blockSize
      options.threads = threads
      let result = try Tabulator(plan, options: options).run([
        Fixture.input(text + "Tổng cộng,,,48,\n")
      ])
      #expect(result.part.accounting.accepted == 48 && result.part.accounting.notResponse == 13)
      #expect(result.messages.map(\.code) == ["csv.total-lines"])
    }
  }

  /// A name behind the word is doubted only where it is one of the groups.
  @Test func aGroupThatThereIsIsTold() throws {
    let plan = try Fixture.plan(Self.undated)
    func codes(_ lines: String) throws -> [String] {
      try Tabulator(plan).run([Fixture.input("no,field,unit,overall,note\n" + lines)])
        .messages.map(\.code)
    }
    #expect(try codes("1,land,An Thắng,5,\n,,Cộng An Thắng,1,\n") == ["csv.lines-like-totals"])
    #expect(try codes("1,land,An Thắng,5,\n,,Cộng Hòa,1,\n") == [])
  }

  /// Labels that begin like totals lose no response.
  @Test(arguments: 0..<200)
  func noResponseIsLost(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let hasIDs = random.below(2) == 0
    let labels = [
      "Trung bình", "Cộng Hòa", "Tổng hợp", "Tổng đài", "Cộng đồng", "Bình quân đầu người",
      "Total Care", "Average",
    ]
    let scale = "  five:\n    choices: { 5: { vi: Tốt }, 3: { vi: Trung bình }, 1: { vi: Kém } }"
    let yaml = """
      survey: words
      version: "1"
      title: { en: Words }
      coverage: self-selected
      \(hasIDs ? "source: { responseID: { columns: [no] } }" : "")
      dimensions:
        kind: { columns: [kind], categories: { a: { vi: Cộng đồng }, b: { vi: Tổng hợp } } }
        unit: { columns: [unit], open: true }
      questions:
        one: { text: { vi: Một }, columns: [q1], scale: five }
        two: { text: { vi: Hai }, columns: [q2], scale: five }
        words: { text: { vi: Ý kiến }, columns: [words], type: text }
      scales:
      \(scale)
      """
    var text = "no,kind,unit,q1,q2,words\n"
    let count = 1 + random.below(60)
    for number in 0..<count {
      let answers = ["5", "3", "1", "Trung bình", "Tốt", "", "Cộng"]
      let fields = [
        hasIDs || random.below(2) == 0 ? "\(number)" : "",
        ["Cộng đồng", "Tổng hợp", "", "Cộng Hòa"][random.below(4)],
        random.below(3) == 0 ? "" : labels[random.below(labels.count)],
        ["5", "3", "Trung bình"][random.below(3)], answers[random.below(5)],
        random.below(4) == 0 ? labels[random.below(labels.count)] : "",
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    let part = try Fixture.part(Fixture.plan(yaml), text)
    #expect(part.accounting.accepted == count && part.accounting.notResponse == 0)
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
