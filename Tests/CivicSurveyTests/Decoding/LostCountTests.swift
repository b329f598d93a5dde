import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// What rejected records stand for where counts lie in several columns, or in a cell of text, and
/// where rejects come back; counted by hand.
@Suite struct LostCountTests {
  private static let levels = """
    survey: ballots
    version: "1"
    title: { en: Ballots }
    coverage: sample
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] } }
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        levelColumns: { 3: [good], 2: [fair], 1: [bad] }
        scale: three
      attitude:
        text: { en: Attitude }
        levelColumns: { 3: [kind], 2: [cool], 1: [rude] }
        scale: three
        optional: true
    scales:
      three: { choices: { 3: { en: Good }, 2: { en: Fair }, 1: { en: Bad } }, satisfied: [3] }
    """

  /// Rejected records, responses that they stand for, records of which that is unknown, the largest.
  private func counts(_ accounting: Accounting) -> [Int] {
    #expect(accounting.closes)
    return [
      accounting.rejected, accounting.rejectedResponses, accounting.unknownCounts,
      accounting.largestCount,
    ]
  }

  @Test func aRecordOfLevelsStandsForTheSumOfAll() throws {
    let header = "date,good,fair,bad,kind,cool,rude\n"
    let part = try Fixture.part(
      Fixture.plan(Self.levels),
      header + "2025-03-31,37,12,0,20,,5\n2025-03-31,1,2,3,0,0,0\n"
        // 100 + 200 + 300 + 4 + 5 + 6, and nothing at all.
        + "31/02/2025,100,200,300,4,5,6\nx,,,,,,\n"
        // One count of six is enough, the first or the last, with a date or without.
        + "2025-03-31,x,2,3,0,0,0\n2025-03-31,1,2,3,0,0,x\nx,1,2,x,0,0,0\n2025-03-31,1\n")
    #expect(counts(part.accounting) == [6, 615, 4, 74])
    #expect(part.accounting.responses == 74 + 6)
  }

  /// An export with counts, and one without them pasted below it.
  @Test(arguments: [64, 128 << 10])
  func theLargestCountStays(blockSize: Int) throws {
    let plan = try Fixture.plan(
      """
      survey: pasted
      version: "1"
      title: { en: Pasted }
      coverage: sample
      timeZone: "+07:00"
      source:
        responseID: { columns: [id] }
        submittedAt: { columns: [date] }
        frequency: { columns: [count] }
      questions:
        overall:
          text: { en: Overall }
          columns: [overall]
          choices: { 1: { en: Bad }, 2: { en: Good } }
      """)
    var options = Tabulator.Options()
    options.blockSize = blockSize
    let part = try Fixture.part(
      plan,
      "id,date,count,overall\n1,2025-03-31,500,2\nid,overall,date\n2,1,2025-03-31\n3,2,2025-03-31\n",
      options: options)
    #expect(counts(part.accounting) == [0, 0, 0, 500])
    #expect(part.accounting.responses == 502)
  }

  @Test func aCellOfTextStandsForItsCount() throws {
    let sample = try SampleFile.part("done-page/2025", "counted-in-text")
    // "Rating of 6: 4" is on no scale; the largest is 37 times 5.
    #expect(counts(sample.accounting) == [1, 4, 0, 37])
  }

  // MARK: - Rejects that come back

  private static let yaml = """
    survey: counted
    version: "1"
    title: { en: Counted }
    coverage: self-selected
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }, frequency: { columns: [count] } }
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: two }
    scales:
      two: { choices: { good: { en: Good }, bad: { en: Bad } }, satisfied: [good] }
    """

  private static let export = """
    date,count,overall
    2025-01-02,100,good
    31/02/2025,500,bad
    2025-01-03,x,bad
    2025-01-04,7,bad,bad

    """

  private func run(_ inputs: [SurveyInput]) throws -> (accounting: Accounting, rejects: String) {
    let rejects = Gathered<[UInt8]>()
    let result = try Tabulator(Fixture.plan(Self.yaml)).run(inputs, rejects: rejects.add)
    return (result.part.accounting, String(decoding: rejects.bytes, as: UTF8.self))
  }

  @Test func whatComesBackIsLostNoMore() throws {
    let export = Fixture.input(Self.export)
    let first = try run([export])
    #expect(counts(first.accounting) == [3, 500, 2, 100])
    // As they were, they are lost as before.
    #expect(
      try counts(run([export, Fixture.input(first.rejects, name: "r.csv")]).accounting)
        == [3, 500, 2, 100])
    // The date is mended, then the count as well, then the record that could not be split.
    var rejects = first.rejects.replacing("31/02/2025,500", with: "2025-02-28,500")
    var second = try run([export, Fixture.input(rejects, name: "r.csv")])
    #expect(counts(second.accounting) == [2, 0, 2, 500])
    #expect(second.accounting.corrected == 1 && second.accounting.responses == 600)
    rejects = rejects.replacing("2025-01-03,x", with: "2025-01-03,40")
    second = try run([export, Fixture.input(rejects, name: "r.csv")])
    #expect(counts(second.accounting) == [1, 0, 1, 500])
    rejects = rejects.replacing("\r\n,,,", with: "\r\n2025-01-04,7,bad,")
    second = try run([export, Fixture.input(rejects, name: "r.csv")])
    #expect(counts(second.accounting) == [0, 0, 0, 500])
    #expect(second.accounting.corrected == 3 && second.accounting.responses == 647)
    // Without their export, rows that are not filled in are as unknown as they were.
    #expect(
      try counts(run([Fixture.input(first.rejects, name: "r.csv")]).accounting) == [3, 500, 2, 0])
  }

  /// A row that has come back with its count, but is still wrong, is lost with that count.
  @Test func whatComesBackStillWrongIsLostWithItsCount() throws {
    let export = Fixture.input(Self.export)
    let rejects = try run([export]).rejects.replacing("\r\n,,,", with: "\r\nx,7,bad,")
    let second = try run([export, Fixture.input(rejects, name: "r.csv")])
    #expect(counts(second.accounting) == [3, 507, 1, 100])
  }
}
