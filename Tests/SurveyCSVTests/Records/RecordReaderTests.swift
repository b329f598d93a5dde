import Glibc
import Testing

@testable import SurveyCSV

@Suite struct RecordReaderTests {
  static let sizes = [1, 2, 3, 7, 64 << 10]

  static let engines: [RecordReader.Engine] =
    [.libcsv] + InstructionSet.allCases.filter(\.isSupported).map { .scan($0) }

  @Test(arguments: PublicCases.all + DamagedCases.all, engines)
  func readsTheSameAtEverySize(_ example: RecordCase, engine: RecordReader.Engine) throws {
    for readSize in Self.sizes {
      for (number, blockSize) in [1, 2, 5, 16, 64, 256 << 10, 1, 4, 20].enumerated() {
        let transcript = try Transcript(
          reading: example.bytes, dialect: CSVDialect(separator: example.separator),
          readSize: readSize, blockSize: blockSize, engine: engine,
          blocksAhead: max(0, number - 5))
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

  @Test func theEndStays() throws {
    var reader = try RecordReader(ByteSource(bytes: Array("a,b,c\n,\"\",x\n".utf8), name: "t"))
    var batch = RecordBatch()
    #expect(try reader.next(into: &batch))
    #expect((0..<3).map { batch.value(record: 0, column: $0).count } == [0, 0, 1])
    #expect(try !reader.next(into: &batch))
    #expect(batch.recordCount == 0)
    #expect(try !reader.next(into: &batch))
  }

  @Test(arguments: [1, 3, 1_000])
  func aReadThatFailsLeavesWhatCameBefore(readSize: Int) throws {
    let source = ByteSource(
      bytes: Array("first,second\n1,2\n3,\"4\n".utf8), name: "t", maximalRead: readSize,
      errorAtEnd: EIO, cancellation: nil)
    var reader = try RecordReader(source)
    var batch = RecordBatch()
    let error = #expect(throws: ByteSourceError.self) { _ = try reader.next(into: &batch) }
    #expect(error?.code == .readFailed)
    #expect(batch.recordCount == 1)
    #expect(batch.value(record: 0, column: 1) == Array("2".utf8))
    #expect(batch.faults.isEmpty)
  }

  /// A byte above ASCII is part of a character: where it separated, a valid text could be cut into
  /// fields that are none.
  @Test(arguments: [0x22, 0x0A, 0x0D, 0xC3, 0xA9, 0x80, 0xFF] as [UInt8])
  func ignoresASeparatorThatCannotSeparate(separator: UInt8) throws {
    let dialect = CSVDialect(separator: separator)
    let transcript = try Transcript(reading: Array("a;b\n1;\u{E9}\n".utf8), dialect: dialect)
    #expect(transcript.header == ["a", "b"])
    #expect(transcript.events == [.record(["1", "\u{E9}"], line: 2, at: 4)])
    #expect(transcript.badText == [])
  }

  /// The buffer goes back and forth between reader and batch, and only the source's part of it is
  /// the batch's text: what the window read beyond that may end within a character.
  @Test func aBatchKnowsWhichOfItsBytesAreTheWindows() throws {
    let bytes = Array(("a,b\n" + String(repeating: "1,\u{1EBF}\n", count: 1_000)).utf8)
    var reader = try RecordReader(ByteSource(bytes: bytes, name: "t"), blockSize: 401)
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      #expect(batch.sourceCount > 0 && batch.sourceCount <= batch.windowCount)
      #expect(batch.windowCount == batch.bytes.count)
      #expect(batch.badTextRecords.isEmpty)
      for record in 0..<batch.recordCount {
        _ = batch.locateValue(record: record, column: 1)
      }
      // Nothing had to be added to the window's bytes.
      #expect(batch.windowCount == batch.bytes.count)
    }
  }

  /// Plain, quoted, doubled and repaired fields, and one that libcsv alone could read.
  @Test(arguments: [RecordReader.Engine.best, .libcsv])
  func aValueIsLocatedAsItIsCopied(engine: RecordReader.Engine) throws {
    let text = "a,b,c\n1,\"x \"\"y\"\"\",\n\"\", \"q\" ,\"\"\"\"\np,q\"r,\"s\"\nu,v,\"w\nx\"\n"
    var reader = try RecordReader(
      ByteSource(bytes: Array(text.utf8), name: "t"), engine: engine)
    var batch = RecordBatch()
    var values: [[String]] = []
    while try reader.next(into: &batch) {
      for record in 0..<batch.recordCount {
        values.append(
          (0..<3).map { column in
            let range = batch.locateValue(record: record, column: column)
            #expect(Array(batch.bytes[range]) == batch.value(record: record, column: column))
            return String(decoding: batch.bytes[range], as: UTF8.self)
          })
      }
    }
    #expect(
      values == [["1", "x \"y\"", ""], ["", "q", "\""], ["p", "q\"r", "s"], ["u", "v", "w\nx"]])
  }

  @Test func fillsBatchesOfAboutOneBlock() throws {
    let bytes = Array(("a,b\n" + String(repeating: "1,2\n", count: 1_000)).utf8)
    var reader = try RecordReader(ByteSource(bytes: bytes, name: "t"), blockSize: 400)
    var batch = RecordBatch()
    var counts: [Int] = []
    while try reader.next(into: &batch) { counts.append(batch.recordCount) }
    #expect(counts.reduce(0, +) == 1_000)
    #expect(counts.allSatisfy { $0 < 200 })
    #expect(counts.count >= 10)
  }
}
