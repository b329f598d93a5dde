import SurveyCSV
import SurveyDefinition
import Testing

@testable import CivicSurvey

/// What a tally keeps of the counts of records, and what is supposed where it says nothing.
@Suite struct CountSectionTests {
  private static let counted = Fixture.small.replacing(
    "submittedAt: { columns: [date] }", with: "frequency: { columns: [date] }")
  private static let header = "id,date,field,unit,overall\n"

  private func part(_ rows: String, yaml: String = counted) throws -> TallyPart {
    try Fixture.part(Fixture.plan(yaml), Self.header + rows)
  }

  /// The tags of the sections of a tally's one part, and the file without one of them.
  private func sections(
    _ bytes: [UInt8], without tag: String = ""
  ) throws -> (tags: [String], rest: [UInt8]) {
    let start = TallyFile.magic.count + 1
    var file = ByteReader(bytes[start..<(bytes.count - 12)])
    var reader = ByteReader(try file.section().payload)
    var tags: [String] = []
    var rest = ByteWriter()
    while !reader.isAtEnd {
      let section = try reader.section()
      tags.append(section.tag + (section.isRequired ? "!" : ""))
      guard section.tag != tag else { continue }
      rest.append(Array(section.tag.utf8) + [section.isRequired ? 1 : 0])
      rest.write(Array(section.payload))
    }
    var writer = ByteWriter()
    writer.append(Array(bytes[..<start]) + Array("PART".utf8) + [1])
    writer.write(rest.bytes)
    return (tags, TallyFileTests.sealed(writer.bytes))
  }

  private func read(_ bytes: [UInt8]) throws -> TallyPart {
    try TallyFile.decode(bytes, name: "t").part(named: nil)
  }

  @Test func theSectionIsThereOnlyWhereItSaysSomething() throws {
    let plain = ["SHAP!", "DEFN!", "LABL!", "CELL!", "LOSS!", "SRCS!"]
    let rows = "1,,land,A,5\n2,x,land,A,4\n3,,land,A,4,5\n"
    #expect(try sections(Fixture.bytes(part(rows, yaml: Fixture.small))).tags == plain)
    // Records of one response each say nothing either.
    #expect(try sections(Fixture.bytes(part("1,1,land,A,5\n2,1,land,A,5\n"))).tags == plain)
    // An older reader's losses are right as long as nothing is rejected.
    #expect(try sections(Fixture.bytes(part("1,2,land,A,5\n"))).tags == plain + ["CNTS"])
    #expect(try sections(Fixture.bytes(part("1,1,land,A,5\n2,x,,,\n"))).tags == plain + ["CNTS!"])
  }

  @Test func mergingAddsTheUnknownAndKeepsTheLargest() throws {
    var first = try part("1,20,land,A,5\n2,x,land,A,4\n3,9,y,A,4\n")
    let second = try part("1,30,land,A,5\n2,x,land,A,4\n3,7,land,A,4,8\n")
    let third = try part("1,1,land,A,5\n")
    try first.merge(second)
    try first.merge(third)
    let wanted = [0, 3, 30]
    for part in [first, try read(Fixture.bytes(first))] {
      let accounting = part.accounting
      #expect(
        [accounting.rejectedResponses, accounting.unknownCounts, accounting.largestCount] == wanted)
    }
    var other = third
    try other.merge(second)
    try other.merge(part("1,20,land,A,5\n2,x,land,A,4\n3,9,y,A,4\n"))
    #expect(Fixture.bytes(other) == Fixture.bytes(first))
    #expect(try read(Fixture.bytes(first)).sources == first.sources)
  }

  /// The same figures have the same hash, other counts of what was lost have another.
  @Test func theCountsAreAmongTheFigures() throws {
    func hash(_ rows: String) throws -> XXH128Digest { TallyFile.figuresHash(of: try part(rows)) }
    #expect(try hash("1,20,land,A,5\n2,x,land,A,4\n") == hash("1,20,land,A,5\n2,xx,land,A,4\n"))
    #expect(try hash("1,20,land,A,5\n2,3,land,A,4,\n") == hash("1,20,land,A,5\n2,x,land,A,4,\n"))
    #expect(
      try hash("1,20,land,A,5\n2,20,land,A,5\n3,x,land,A,4\n")
        != hash("1,30,land,A,5\n2,10,land,A,5\n3,x,land,A,4\n"))
  }

  /// A tally of the time before: what rejected records stand for is not in it.
  @Test func aTallyWithoutTheSectionIsRead() throws {
    // 20 + 5 responses of 2 records, 1 rejected: an accepted record may have all 25, for another may
    // stand for none.
    let bytes = Fixture.bytes(try part("1,20,land,A,5\n2,5,land,A,4\n3,x,land,A,4\n"))
    let old = try read(sections(bytes, without: "CNTS").rest)
    let accounting = old.accounting
    #expect([accounting.rejectedResponses, accounting.unknownCounts] == [0, 1])
    #expect(accounting.largestCount == 25)
    let report = try old.report(ReportQuery())
    #expect(report.estimates.map(\.losses) == [LossShare(lost: 1, base: 26, unknown: 24)])
    // Where each record is one response, nothing was missing.
    let plain = try part("1,,land,A,5\n2,x,land,A,4\n", yaml: Fixture.small)
    #expect(try read(Fixture.bytes(plain)).accounting == plain.accounting)
    #expect(plain.accounting.rejectedResponses == 1 && plain.accounting.unknownCounts == 0)
    // Nothing but zeros: no more than all of them.
    let zeros = Fixture.bytes(try part("1,0,land,A,5\n2,0,land,A,4\n3,1,land,A,4\n"))
    #expect(try read(sections(zeros, without: "CNTS").rest).accounting.largestCount == 1)
  }

  @Test func countsThatNoRecordsCanHaveAreDamage() throws {
    let part = try part("1,20,land,A,5\n2,5,land,A,4\n3,x,land,A,4\n")
    func codes(_ change: (inout Accounting) -> Void) -> [String] {
      var forged = part
      change(&forged.sources[0].accounting)
      return TallyFileTests.codes(Fixture.bytes(forged))
    }
    #expect(codes { _ in }.isEmpty)
    #expect(codes { $0.unknownCounts = 2 } == ["tally.damaged"])
    // 2 · 12 responses are fewer than 25, and none has more than all.
    #expect(codes { $0.largestCount = 13 }.isEmpty)
    #expect(codes { $0.largestCount = 12 } == ["tally.damaged"])
    #expect(codes { $0.largestCount = 26 } == ["tally.damaged"])
  }

  /// The unknown counts of made-up data do not leave 64 bits.
  @Test func enormousUnknownCountsDoNotOverflow() throws {
    var part = try part("1,1000000000,land,A,5\n2,x,land,A,4\n")
    part.sources[0].accounting.read += 1 << 50
    part.sources[0].accounting.rejected += 1 << 50
    part.sources[0].accounting.unknownCounts += 1 << 50
    let report = try part.report(ReportQuery())
    #expect(report.lossesExceedLimit)
    #expect(report.lossShare.atMost.lost > report.lossShare.lost)
  }
}
