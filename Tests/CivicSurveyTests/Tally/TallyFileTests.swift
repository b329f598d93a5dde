import SurveyCSV
import Testing

@testable import CivicSurvey

/// What a tally file holds, and what it is when it is damaged.
@Suite struct TallyFileTests {
  private static let text = """
    id,date,field,unit,overall
    1,2025-03-15,land,An Thắng,5
    2,2025-03-14,lạ,B,9
    3,,both,,x
    4,2025-13-01,land,B,4

    """

  static func example() throws -> TallyPart {
    try Fixture.part(Fixture.plan(Fixture.small), text)
  }

  /// The bytes with a checksum that fits, so that only the content can be wrong.
  static func sealed(_ body: some Collection<UInt8>) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(Array(body))
    writer.append(Array("ENDS".utf8))
    writer.writeFixed(XXH3.hash64(writer.bytes))
    return writer.bytes
  }

  static func codes(_ bytes: [UInt8]) -> [String] {
    Fixture.codes { () throws(RunError) in _ = try TallyFile.decode(bytes, name: "t") }
  }

  @Test func aRoundTripKeepsEverything() throws {
    let part = try Self.example()
    let bytes = Fixture.bytes(part)
    let read = try TallyFile.decode(bytes, name: "t").part(named: "small@1")
    #expect(TallyFile.isTally(bytes))
    #expect(Fixture.bytes(read) == bytes)
    #expect(read.accounting == part.accounting)
    #expect(read.sources == part.sources)
    #expect(read.keptDimensions == ["field", "unit"])
    #expect(read.plan.survey.definition == Array(Fixture.small.utf8))
    var query = ReportQuery()
    query.by = ["field", "unit", "quarter"]
    let (before, after) = (try part.report(query), try read.report(query))
    #expect(before.estimates.map(\.domain) == after.estimates.map(\.domain))
    #expect(before.estimates.map(\.counts) == after.estimates.map(\.counts))
    #expect(after.losses.map(\.label) == ["lạ", "x"])
    #expect(after.losses.map { $0.first?.line } == [3, 4])
  }

  @Test func everyFlippedByteAndEveryTruncationIsRefused() throws {
    let bytes = Fixture.bytes(try Self.example())
    let known = ["tally.damaged", "tally.not-a-tally", "tally.newer-format"]
    for place in bytes.indices {
      for bit: UInt8 in [1, 0x80] {
        var damaged = bytes
        damaged[place] ^= bit
        let codes = Self.codes(damaged)
        #expect(codes.count == 1 && known.contains(codes[0]), "byte \(place): \(codes)")
      }
      let codes = Self.codes(Array(bytes[..<place]))
      #expect(codes == [place < TallyFile.magic.count ? known[1] : known[0]], "\(place) bytes")
    }
    #expect(Self.codes(bytes + [0]) == ["tally.damaged"])
  }

  @Test func everyTallyHasItsOwnDefinition() throws {
    let revised = Fixture.small.replacing("title: { en: Small }", with: "title: { en: New }")
    var definitions = KnownDefinitions()
    for yaml in [Fixture.small, revised, Fixture.small, revised] {
      let bytes = Fixture.bytes(try Fixture.part(Fixture.plan(yaml), Self.text))
      let part = try TallyFile.decode(bytes, name: "t", &definitions).part(named: nil)
      #expect(part.plan.survey.definition == Array(yaml.utf8))
      #expect(Fixture.bytes(part) == bytes)
    }
  }

  @Test func otherFilesAreNoTallies() {
    for text in ["", "CIVTALL", "id,date\n1,2\n", "PK\u{3}\u{4}"] {
      #expect(Self.codes(Array(text.utf8)) == ["tally.not-a-tally"])
    }
  }

  @Test func aNewerFormatIsRefusedByName() throws {
    let bytes = Fixture.bytes(try Self.example())
    var body = Array(bytes.dropLast(12))
    body[TallyFile.magic.count] = UInt8(TallyFile.formatVersion + 1)
    #expect(Self.codes(Self.sealed(body)) == ["tally.newer-format"])
    body[TallyFile.magic.count] = 0
    #expect(Self.codes(Self.sealed(body)) == ["tally.damaged"])
  }

  @Test func anUnknownSectionIsRefusedWhereItIsRequired() throws {
    let bytes = Fixture.bytes(try Self.example())
    for (isRequired, wanted) in [(1, ["tally.unknown-section"]), (0, [])] as [(UInt8, [String])] {
      let section = Array("NEWS".utf8) + [isRequired, 3] + Array("abc".utf8)
      // At the end of the file's sections, and at the end of the part's.
      let outside = Array(bytes.dropLast(12)) + section
      #expect(Self.codes(Self.sealed(outside)) == wanted)
      let inside = try Self.withSectionInPart(bytes, section)
      #expect(Self.codes(inside) == wanted)
      if wanted.isEmpty {
        let read = try TallyFile.decode(inside, name: "t")
        #expect(TallyFile.encode(read) == bytes)
      }
    }
  }

  private static func withSectionInPart(_ bytes: [UInt8], _ section: [UInt8]) throws -> [UInt8] {
    let start = TallyFile.magic.count + 1
    var reader = ByteReader(bytes[start..<(bytes.count - 12)])
    let part = try reader.section()
    #expect(part.tag == "PART" && reader.isAtEnd)
    var writer = ByteWriter()
    writer.append(Array(bytes[..<start]) + Array("PART".utf8) + [1])
    writer.write(Array(part.payload) + section)
    return sealed(writer.bytes)
  }

  @Test func onePartTwiceIsDamage() throws {
    let bytes = Fixture.bytes(try Self.example())
    let start = TallyFile.magic.count + 1
    let part = Array(bytes[start..<(bytes.count - 12)])
    #expect(Self.codes(Self.sealed(Array(bytes[..<start]) + part + part)) == ["tally.damaged"])
  }
}
