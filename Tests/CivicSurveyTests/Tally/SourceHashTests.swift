import Testing

@testable import CivicSurvey

/// The SHA-256 of sources: taken on request, kept by tallies.
@Suite struct SourceHashTests {
  private static let text = "id,date,field,unit,overall\n1,2025-03-15,land,A,5\n"
  private static let empty = "id,date,field,unit,overall\n"

  private func part(_ text: String, hashed: Bool) throws -> TallyPart {
    var options = Tabulator.Options()
    options.computesSHA256 = hashed
    return try Fixture.part(Fixture.plan(Fixture.small), text, options: options)
  }

  private func read(_ part: TallyPart) throws -> TallyPart {
    try TallyFile.decode(Fixture.bytes(part), name: "t").part(named: nil)
  }

  /// What `sha256sum` of GNU coreutils 9.1 prints of the two texts.
  private static let textHash = "fd32826676c1189a75b4bf08bc949d2bdadff352fd41be0481e375741f1e581b"
  private static let emptyHash = "884e16739811e04b3922ecf5713c0203c315cd1a6af240852c5f518faa93e6cf"

  @Test func itIsOfTheWholeFileAndOnlyOnRequest() throws {
    #expect(try part(Self.text, hashed: true).sources[0].sha256?.description == Self.textHash)
    #expect(try part(Self.text, hashed: false).sources[0].sha256 == nil)
    let report = try part(Self.text, hashed: true).report(ReportQuery())
    #expect(report.sources.map(\.sha256) == [Self.textHash])
  }

  @Test func aTallyFileKeepsIt() throws {
    let part = try part(Self.text, hashed: true)
    #expect(try read(part).sources == part.sources)
    let without = try self.part(Self.text, hashed: false)
    #expect(TallyFile.figuresHash(of: part) == TallyFile.figuresHash(of: without))
  }

  @Test func aMergeKeepsThoseThatAreKnown() throws {
    var sum = try read(part(Self.text, hashed: true))
    try sum.merge(read(part(Self.empty, hashed: false)))
    #expect(try Set(read(sum).sources.map { $0.sha256?.description }) == [Self.textHash, nil])
  }

  /// Only a source without a record may come twice.
  @Test(arguments: [(true, false), (false, true), (true, true)])
  func ofTheSameContentItIsKeptIfEitherHasIt(first: Bool, second: Bool) throws {
    var sum = try part(Self.empty, hashed: first)
    try sum.merge(part(Self.empty, hashed: second))
    #expect(sum.sources.map { $0.sha256?.description } == [Self.emptyHash])
  }

  @Test func aCutSectionIsDamage() throws {
    let bytes = Array(Fixture.bytes(try part(Self.text, hashed: true)).dropLast(12))
    // The section is the part's last one, so that what is cut off is its end.
    let tag = try #require(bytes.firstRange(of: Array("SHAS".utf8)))
    #expect(bytes.count - tag.lowerBound == 4 + 1 + 1 + 33)
    var forged = bytes
    forged[tag.upperBound + 2] = 0
    #expect(TallyFileTests.codes(TallyFileTests.sealed(forged)) == ["tally.damaged"])
  }
}
