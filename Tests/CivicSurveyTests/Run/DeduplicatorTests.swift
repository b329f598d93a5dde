import SurveyCSV
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Ids seen before, against a dictionary.
@Suite struct DeduplicatorTests {
  /// How the keys of ids lie in the table.
  enum Keys: CaseIterable {
    case spread, atTheBeginning, atTheEnd, atBothEnds

    func key(_ number: UInt64) -> UInt64 {
      switch self {
      case .spread: number &* 0x9E37_79B9_7F4A_7C15
      case .atTheBeginning: number + 1
      case .atTheEnd: UInt64.max - number
      case .atBothEnds: number % 2 == 0 ? number : UInt64.max - number
      }
    }
  }

  /// Each key is that of many ids, so that lines are full and ids go on in the next, from the end of
  /// the table at its beginning; the table grows three times.
  @Test(arguments: Keys.allCases) func itFindsWhatADictionaryFinds(keys: Keys) {
    var random = SeededRandom(seed: 11)
    var table = Deduplicator()
    var known: [XXH128Digest: UInt32] = [:]
    for _ in 0..<300 {
      let batch = (0..<100).map { _ in
        XXH128Digest(high: UInt64(random.below(60)), low: keys.key(UInt64(random.below(300))))
      }
      let hasRoom = table.prepare(batch)
      #expect(hasRoom)
      for id in batch {
        let answers = UInt32(random.below(2))
        let finding = table.look(id: id, answers: answers)
        switch known[id] {
        case nil: #expect(finding == .new)
        case answers: #expect(finding == .identical)
        default: #expect(finding == .conflicting)
        }
        if known[id] == nil { known[id] = answers }
      }
    }
    #expect(known.count > 12_000)
  }

  @Test func ofAnIDCountTheLowWordAndTheLowerHalfOfTheHigh() {
    let ids = [5, 5 | 1 << 32, 5 | 1 << 31].map { XXH128Digest(high: $0, low: 9) }
    let found = findings(ids)
    #expect(found == [.new, .identical, .new])
  }

  @Test func segmentsOfPagesAreZerosAndKeepWhatIsWritten() {
    var pages = ZeroedPages()
    var words = 0
    for more in [1, 300_000, 5_000_000] {
      let hasGrown = pages.grow(to: more)
      #expect(hasGrown)
      for number in stride(from: 0, to: more, by: 997) {
        // SAFETY: there are so many words.
        #expect(unsafe pages[number].pointee == (number < words ? UInt64(number) : 0))
        unsafe pages[number].pointee = UInt64(number)
      }
      words = more
    }
  }

  @Test func aZeroHashIsAnIDLikeAnyOther() {
    let ids = [0, 0, 7].map { XXH128Digest(high: $0, low: 0) }
    let found = findings(ids)
    #expect(found == [.new, .identical, .new])
  }

  /// What is found of ids in a table of their own.
  private func findings(_ ids: [XXH128Digest]) -> [Deduplicator.Finding] {
    var table = Deduplicator()
    let hasRoom = table.prepare(ids)
    #expect(hasRoom)
    return ids.map { table.look(id: $0, answers: 1) }
  }

  /// 2⁵⁰ bytes are more than a process has addresses for.
  @Test func withoutMemoryTheRunEndsWithAMessage() throws {
    var pages = ZeroedPages()
    let grown = [1 << 47, 1].map { pages.grow(to: $0) }
    #expect(grown == [false, true])
    var table = Deduplicator(lines: 1 << 44)
    let hasRoom = table.prepare([])
    #expect(!hasRoom && table.count == 0)
    let plan = try Fixture.plan(Fixture.small + "\nduplicates: keepFirst\n")
    let feed = DuplicateSink(plan, lines: 1 << 44).makeFeed()
    var responses = ResponseBatch()
    let error = #expect(throws: RunError.self) { try feed.take(&responses) }
    #expect(error?.kind == .readFailed)
    #expect(error?.messages.map(\.code) == ["response.no-memory-for-ids"])
  }

  private static let header = "id,date,field,unit,overall\n"

  private func accounting(_ texts: String...) throws -> Accounting {
    let plan = try Fixture.plan(Fixture.small + "\nduplicates: keepFirst\n")
    let inputs = texts.enumerated().map {
      Fixture.input(Self.header + $0.element, name: "\($0.offset)")
    }
    return try Tabulator(plan).run(inputs).part.accounting
  }

  @Test func onlyAcceptedRecordsAreRemembered() throws {
    // The first 1 is rejected, so the second counts; the third says something else, the fourth the
    // same but for spaces round the answer.
    let accounting = try accounting(
      "1,x,land,A,5\n1,,land,A,5\n1,,land,A,4\n 1 ,,build,B, 5 \n1,,land\n")
    #expect(accounting.accepted == 1 && accounting.rejected == 2)
    #expect(accounting.conflictingDuplicates == 1 && accounting.identicalDuplicates == 1)
    #expect(accounting.closes)
  }

  @Test func aResponseWithoutIDIsNoDuplicate() throws {
    let accounting = try accounting(",,land,A,5\n,,land,A,5\nN/A,,land,A,5\n")
    #expect(accounting.accepted == 3 && accounting.withoutID == 3)
  }

  @Test func theFirstInTheOrderOfTheFilesCounts() throws {
    let plan = try Fixture.plan(Fixture.small + "\nduplicates: keepFirst\n")
    let (good, bad) = (Self.header + "1,,land,A,5\n", Self.header + "1,,land,A,1\n")
    #expect(try Fixture.part(plan, good, bad).report(ReportQuery()).estimates[0].satisfied == 1)
    #expect(try Fixture.part(plan, bad, good).report(ReportQuery()).estimates[0].satisfied == 0)
  }

  @Test func partsOfAKeyDoNotRunIntoEachOther() throws {
    let yaml =
      Fixture.small.replacing(
        "responseID: { columns: [id] }", with: "responseID: { key: [[id], [round]] }")
      + "\nduplicates: keepFirst\n"
    let part = try Fixture.part(
      Fixture.plan(yaml),
      "id,round,date,field,unit,overall\na,bc,,land,A,5\nab,c,,land,A,5\na,bc,,land,A,5\n"
        + "a,,,land,A,5\n")
    #expect(part.accounting.accepted == 3 && part.accounting.identicalDuplicates == 1)
    #expect(part.accounting.withoutID == 1)
  }

  @Test func textIsComparedAsItIsMeant() throws {
    let yaml =
      Fixture.small.replacing(
        "questions:\n",
        with: "questions:\n  why: { text: { en: Why }, columns: [why], type: text }\n")
      + "\nduplicates: keepFirst\n"
    // The same in quotes, with a space, within a record that has doubled quotes elsewhere; then less
    // by a quote, and a letter else.
    let part = try Fixture.part(
      Fixture.plan(yaml),
      #"""
      id,date,field,unit,overall,why
      1,,land,A,5,"says ""no"""
      1,,land,A,5," says ""no"" "
      1,,land,"A ""B""",5,"says ""no"""
      1,,land,A,5,"says ""no"
      1,,land,A,5,says no
      1,,land,A,5,"says ""on"""

      """#)
    #expect(part.accounting.accepted == 1)
    #expect(part.accounting.identicalDuplicates == 2)
    #expect(part.accounting.conflictingDuplicates == 3)
  }
}
