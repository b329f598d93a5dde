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
    ([0x1F, 0x8B, 8, 0], CSVHeaderError.Content.gzip), ([0x28, 0xB5, 0x2F, 0xFD, 4], .zstd),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .ole2), ([0xFF, 0xFE, 0x61, 0], .utf16),
    ([0xFE, 0xFF, 0, 0x61], .utf16),
  ])
  func saysWhatTheFileIsByItsMagic(bytes: [UInt8], content: CSVHeaderError.Content) {
    #expect(error(bytes) == [CSVHeaderError(.notText, line: 1, content: content)])
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
        == [CSVHeaderError(.unreadable, line: 1, fault: .recordTooLong)])
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

  @Test func keepsNamesAsTheyAre() throws {
    let transcript = try Transcript(reading: Array(" a ,\"b\"\"c\",\n".utf8))
    #expect(transcript.header == [" a ", "b\"c", ""])
    #expect(transcript.separator == UInt8(ascii: ","))
    #expect(transcript.headerOffset == 0)
  }
}
