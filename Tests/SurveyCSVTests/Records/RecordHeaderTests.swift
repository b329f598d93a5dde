import SurveyTestSupport
import Testing

@testable import SurveyCSV

@Suite struct RecordHeaderTests {
  private func error(
    _ bytes: [UInt8], limits: CSVLimits = CSVLimits()
  ) -> Set<CSVHeaderError?> {
    Set(
      [1, 3, 1_000].map { readSize in
        do {
          _ = try Transcript(
            reading: bytes, dialect: CSVDialect(limits: limits), readSize: readSize,
            blockSize: readSize)
          return nil
        } catch {
          return error as? CSVHeaderError
        }
      })
  }

  @Test func refusesAFileWithoutText() {
    #expect(error([]) == [CSVHeaderError(.emptyFile, line: 1)])
    #expect(error([0xEF, 0xBB, 0xBF]) == [CSVHeaderError(.emptyFile, line: 1)])
    #expect(error(Array("\n \t\n,,,\n".utf8)) == [CSVHeaderError(.emptyFile, line: 3)])
    #expect(error(Array(";;".utf8)) == [CSVHeaderError(.emptyFile, line: 1)])
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}...", CSVHeaderError.Content.zip), ("%PDF-1.7\n", .pdf),
    ("SQLite format 3\0", .sqlite), ("ab\0c,d\n", .binary), ("\"a\0b\"x\n", .binary),
    ("a,\"b\nc\0\"\n", .binary),
  ])
  func saysWhatTheFileIs(text: String, content: CSVHeaderError.Content) {
    #expect(error(Array(text.utf8)) == [CSVHeaderError(.notText, line: 1, content: content)])
  }

  @Test(arguments: [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], CSVHeaderError.Content.ole2),
    ([0xFF, 0xFE, 0x61, 0], .utf16), ([0xFE, 0xFF, 0, 0x61], .utf16),
  ])
  func saysWhatTheFileIsByItsMagic(bytes: [UInt8], content: CSVHeaderError.Content) {
    #expect(error(bytes) == [CSVHeaderError(.notText, line: 1, content: content)])
  }

  @Test func unpacksOnceAndNoMore() {
    let text = Array("a,b\n1,2\n".utf8)
    for (inner, content) in [
      (Compressed.gzip(text), CSVHeaderError.Content.gzip), (Compressed.zstd(text), .zstd),
      (Array("PK\u{3}\u{4}...".utf8), .zip),
    ] {
      for outer in [Compressed.gzip(inner), Compressed.zstd(inner)] {
        #expect(error(outer) == [CSVHeaderError(.notText, line: 1, content: content)])
      }
    }
  }

  @Test func knowsAFileByItsMagicUnderTinyLimits() {
    #expect(
      error(Array("SQLite format 3\0".utf8), limits: CSVLimits(recordBytes: 1))
        == [CSVHeaderError(.notText, line: 1, content: .sqlite)])
  }

  @Test func refusesAHeaderThatCannotBeSplit() {
    #expect(
      error(Array("\na,\"b\n1,2\n".utf8))
        == [CSVHeaderError(.unreadable, line: 2, fault: .unclosedQuote)])
    #expect(
      error(Array("abcdef\n".utf8), limits: CSVLimits(recordBytes: 5))
        == [CSVHeaderError(.tooLong, line: 1)])
  }

  /// A line that never ends is read up to the limit.
  @Test func aHeaderWithoutEndEndsAtTheLimit() throws {
    for isHeader in [nil, { _ in false }] as [(([String]) -> Bool)?] {
      #expect(throws: CSVHeaderError(.notText, line: 1, content: .binary)) {
        _ = try RecordReader(ByteSource(path: "/dev/zero"), isHeader: isHeader)
      }
    }
    let letters = [UInt8](repeating: 0x78, count: (1 << 20) + 1)
    #expect(throws: CSVHeaderError(.tooLong, line: 1)) {
      _ = try RecordReader(ByteSource(bytes: letters, name: "x"))
    }
    let most = Array(letters.dropFirst())
    let reader = try RecordReader(ByteSource(bytes: most, name: "x"))
    #expect(reader.header[0].utf8.count == 1 << 20)
  }

  @Test func refusesTooManyColumns() {
    #expect(
      error(Array("a,b,c\n".utf8), limits: CSVLimits(fields: 2))
        == [CSVHeaderError(.tooManyColumns, line: 1, fieldCount: 3)])
  }

  @Test func refusesNamesThatAreNoText() {
    #expect(
      error(Array("a,b".utf8) + [0xC3] + Array(",c\n".utf8))
        == [CSVHeaderError(.badText, line: 1, column: 2)])
  }

  @Test(
    arguments: [
      ("a,b;c;d\n", ";"), ("a\tb,c\td\n", "\t"), ("a\n", ","), ("a,b;c\n", ","), ("a;b\tc\n", ";"),
      ("a 5\" x;b\n", ";"), (" \"a,,\" ;b\n", ";"), ("\"a\n,,,\";b\n", ";"), (",,\n\na;b\n", ";"),
      ("a,b,c;\"d\n\";;;;\"x\n", ","),
    ] as [(String, Character)])
  func recognisesTheSeparator(input: String, separator: Character) throws {
    for readSize in [1, 3, 1_000] {
      let transcript = try Transcript(reading: Array(input.utf8), readSize: readSize, blockSize: 2)
      #expect(transcript.separator == separator.asciiValue)
    }
  }

  @Test func keepsNamesAsTheyAre() throws {
    let transcript = try Transcript(reading: Array(" a ,\"b\"\"c\",\n".utf8))
    #expect(transcript.header == [" a ", "b\"c", ""])
    #expect(transcript.separator == UInt8(ascii: ","))
    #expect(transcript.headerOffset == 0)
  }
}
