import Glibc
import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// Blocks that are left where a record seems to end, before anybody has looked for records in them.
@Suite struct BlockTests {
  private static let regular = (0..<30).map { number in
    number % 7 == 3 ? "\(number),\"a \"\"b\"\"\nc\",x\n" : "\(number),abc,\"d,e\"\n"
  }

  /// Each with what is wrong in it.
  private static let files: [(name: String, text: String)] = [
    ("regular", regular.joined()),
    ("an irregular record at the end", regular.joined() + "31,a \"b\" c,d\n"),
    ("one that is never closed at the end", regular.joined() + "31,\"b,c\n"),
    ("no line end at the end", regular.joined() + "31,b,c"),
    ("a CR at the end", regular.joined() + "31,b,c\r"),
    ("only CR", regular.joined().replacing("\n", with: "\r")),
    ("CR LF", regular.joined().replacing("\n", with: "\r\n")),
    // One quote too many: up to the next of them, what is outside seems inside.
    (
      "irregular records everywhere",
      regular.enumerated().map { $0 % 3 == 1 ? "x\",\(0),z\n" + $1 : $1 }.joined()
    ),
    ("a wrong end", "1,a\"b,c\n" + regular.joined()),
    ("a wrong end in the middle", regular[..<15].joined() + "1,\"a\"b,c\n" + regular.joined()),
    ("widths", regular.enumerated().map { $0 % 4 == 1 ? "a,b\n\na,b,c,d\n" + $1 : $1 }.joined()),
    (
      "blanks and quoted beginnings",
      regular.enumerated().map { $0 % 4 == 1 ? "\n,,\n\"q\",\"\",\n" + $1 : $1 }.joined()
    ),
    ("a long record", regular[..<9].joined() + "1,\"\(String(repeating: "ab\n", count: 90))\",2\n"),
    ("too long a record", regular.joined() + "1,\(String(repeating: "c", count: 700)),2\nx,y,z\n"),
    ("bytes that are no text", regular.joined() + "1,\u{FFFD},c\n"),
  ]

  private static func bytes(_ text: String) -> [UInt8] {
    Array("a,b,c\n".utf8) + Array(text.utf8).map { $0 == 0xBD ? 0xFF : $0 }
  }

  @Test(arguments: files.map(\.name), InstructionSet.allCases.filter(\.isSupported))
  func areReadAsLibCSVReads(name: String, set: InstructionSet) throws {
    let bytes = Self.bytes(try #require(Self.files.first { $0.name == name }).text)
    let dialect = CSVDialect(separator: 0x2C, limits: CSVLimits(recordBytes: 600, fields: 8))
    var plain = try Transcript(reading: bytes, dialect: dialect, engine: .libcsv)
    plain.bytesFed = 0
    for blockSize in Array(1...40) + [64, 99, 200, 333, 1 << 16] {
      for ahead in [1, 2, 5] {
        var found = try Transcript(
          reading: bytes, dialect: dialect, readSize: blockSize % 3 == 0 ? 7 : .max,
          blockSize: blockSize, engine: .scan(set), blocksAhead: ahead)
        found.bytesFed = 0
        found.forgetBlocks()
        #expect(found == plain, "\(name), blocks of \(blockSize), \(ahead)")
      }
    }
  }

  @Test func aRegularFileComesBackNowhere() throws {
    for text in [Self.files[0], Self.files[3], Self.files[4], Self.files[5], Self.files[6]] {
      let found = try Transcript(
        reading: Self.bytes(text.text), blockSize: 50, blocksAhead: 3)
      #expect(found.returnedCount == 0 && found.confirmedCount >= 8, "\(text.name)")
    }
  }

  @Test func oneIrregularRecordBringsOneBlockBack() throws {
    let found = try Transcript(
      reading: Self.bytes(Self.files[1].text), blockSize: 50, blocksAhead: 3)
    #expect(found.returnedCount == 1 && found.confirmedCount >= 7)
  }

  /// Where every block comes back, most are not handed out at all.
  @Test func pausesGrow() throws {
    let lines = (0..<4_000).map { $0 % 2 == 0 ? "1,a\"b,c\n" : "1,b,c\n" }.joined()
    let found = try Transcript(reading: Self.bytes(lines), blockSize: 50, blocksAhead: 3)
    #expect(found.returnedCount > 3 && found.returnedCount < 30)
  }

  @Test(arguments: [1, 3, 1_000])
  func aReadThatFailsLeavesWhatCameBefore(readSize: Int) throws {
    let source = ByteSource(
      bytes: Self.bytes(Self.regular.joined()), name: "t", maximalRead: readSize,
      errorAtEnd: EIO, cancellation: nil)
    var reader = try RecordReader(source, blockSize: 40)
    var blocks = BlocksAhead(3)
    var count = 0
    let error = #expect(throws: ByteSourceError.self) {
      _ = try blocks.read(&reader) { count += $0.recordCount }
    }
    #expect(error?.code == .readFailed)
    #expect(count >= 25 && count <= 30 && blocks.confirmedCount > 5)
  }
}
