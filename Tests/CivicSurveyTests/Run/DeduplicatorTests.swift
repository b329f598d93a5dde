import SurveyCSV
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Ids seen before, against a dictionary.
@Suite struct DeduplicatorTests {
  @Test func itFindsWhatADictionaryFinds() {
    var random = SeededRandom(seed: 11)
    var table = Deduplicator()
    var known: [XXH128Digest: UInt32] = [:]
    for _ in 0..<30_000 {
      // Few shards and few low words, so that places collide and shards grow.
      let id = XXH128Digest(
        high: UInt64(random.below(3)) << 56 | UInt64(random.below(40)),
        low: UInt64(random.below(90)) &* 0x9E37_79B9_7F4A_7C15)
      let answers = UInt32(random.below(2))
      let finding = table.look(id: id, answers: answers)
      // Of the id count the low word, and of the high one its lower half and its shard.
      switch known[id] {
      case nil: #expect(finding == .new)
      case answers: #expect(finding == .identical)
      default: #expect(finding == .conflicting)
      }
      if known[id] == nil { known[id] = answers }
    }
    #expect(known.count > 5_000)
  }

  @Test func aZeroHashIsAnIDLikeAnyOther() {
    var table = Deduplicator()
    let zero = XXH128Digest(high: 0, low: 0)
    #expect(table.look(id: zero, answers: 0) == .new)
    #expect(table.look(id: zero, answers: 0) == .identical)
    #expect(table.look(id: XXH128Digest(high: 7, low: 0), answers: 0) == .new)
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
}
