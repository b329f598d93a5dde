import Glibc
import Testing

@testable import SurveyCSV

@Suite struct RecordReaderTests {
  static let sizes = [1, 2, 3, 7, 64 << 10]

  @Test(arguments: PublicCases.all + DamagedCases.all)
  func readsTheSameAtEverySize(_ example: RecordCase) throws {
    for readSize in Self.sizes {
      for blockSize in [1, 2, 5, 16, 64, 256 << 10] {
        let transcript = try Transcript(
          reading: example.bytes, dialect: CSVDialect(separator: example.separator),
          readSize: readSize, blockSize: blockSize)
        #expect(transcript.header == example.header)
        #expect(transcript.headerLine == example.headerLine)
        #expect(transcript.events == example.events)
        #expect(transcript.blankCount == example.blankCount)
        #expect(transcript.lineCount == example.lineCount)
        #expect(transcript.badText == example.badText)
        #expect(transcript.digest == XXH128Digest.of(example.bytes))
        #expect(transcript.bytesRead == UInt64(example.bytes.count))
      }
    }
  }

  @Test func tellsEmptyFieldsFromQuotedOnes() throws {
    var reader = try RecordReader(ByteSource(bytes: Array("a,b,c\n,\"\",x\n".utf8), name: "t"))
    var batch = RecordBatch()
    #expect(try reader.next(into: &batch))
    #expect(batch.fieldFlags == [.emptyUnquoted, .quoted, []])
    #expect(try !reader.next(into: &batch))
    #expect(batch.recordCount == 0)
    #expect(try !reader.next(into: &batch))
  }

  @Test(arguments: [1, 3, 1_000])
  func aReadThatFailsLeavesWhatCameBefore(readSize: Int) throws {
    let source = ByteSource(
      bytes: Array("a,b\n1,2\n3,\"4\n".utf8), name: "t", maximalRead: readSize, errorAtEnd: EIO)
    var reader = try RecordReader(source)
    var batch = RecordBatch()
    let error = #expect(throws: ByteSourceError.self) { _ = try reader.next(into: &batch) }
    #expect(error?.code == .readFailed)
    #expect(batch.recordCount == 1)
    #expect(batch.fieldStarts.count == 2)
    #expect(batch.faults.isEmpty)
  }

  @Test(arguments: ["\"", "\n", "\r"] as [Character])
  func ignoresASeparatorThatCannotSeparate(separator: Character) throws {
    let dialect = CSVDialect(separator: separator.asciiValue)
    let transcript = try Transcript(reading: Array("a;b\n1;2\n".utf8), dialect: dialect)
    #expect(transcript.header == ["a", "b"])
  }

  @Test func fillsBatchesOfAboutOneBlock() throws {
    let bytes = Array(("a,b\n" + String(repeating: "1,2\n", count: 1_000)).utf8)
    var reader = try RecordReader(ByteSource(bytes: bytes, name: "t"), blockSize: 400)
    var batch = RecordBatch()
    var counts: [Int] = []
    while try reader.next(into: &batch) { counts.append(batch.recordCount) }
    #expect(counts == Array(repeating: 100, count: 10))
  }
}
