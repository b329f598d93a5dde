import Testing

@testable import SurveyCSV

@Suite struct RecordLimitTests {
  private func expect(_ transcript: Transcript, _ events: [Event]) {
    #expect(transcript.events == events)
  }

  @Test func rejectsARecordOverTheLimitAndReadsOn() throws {
    let long = String(repeating: "x", count: 2 << 20)
    let bytes = Array("a,b\n1,2\n\(long),3\n4,5\n".utf8)
    let transcript = try Transcript(reading: bytes, readSize: 7_001)
    expect(
      transcript,
      [
        .record(["1", "2"], line: 2, at: 4),
        .fault(.recordTooLong, line: 3, at: 8, raw: String(long.prefix(1 << 20))),
        .record(["4", "5"], line: 4, at: 2_097_163),
      ])
    #expect(transcript.lineCount == 4)
  }

  @Test(arguments: [1, 3, 64], ["\n", "\r\n", "\r"])
  func countsARecordWithoutItsLineEnd(readSize: Int, lineEnd: String) throws {
    let dialect = CSVDialect(limits: CSVLimits(recordBytes: 5))
    let bytes = Array("a,b\(lineEnd)1,234\(lineEnd)1,2345\(lineEnd)6,7".utf8)
    for blockSize in [1, 4, 100] {
      let transcript = try Transcript(
        reading: bytes, dialect: dialect, readSize: readSize, blockSize: blockSize)
      let step = UInt64(lineEnd.utf8.count)
      expect(
        transcript,
        [
          .record(["1", "234"], line: 2, at: 3 + step),
          .fault(.recordTooLong, line: 3, at: 8 + 2 * step, raw: "1,234"),
          .record(["6", "7"], line: 4, at: 14 + 3 * step),
        ])
    }
  }

  @Test func resumesOnTheSecondLineOfALongRecord() throws {
    let dialect = CSVDialect(limits: CSVLimits(recordBytes: 10))
    let bytes = Array("a,b\n1,\"2\n3,4\n5,6\n123456789012\n7,8\n".utf8)
    let transcript = try Transcript(reading: bytes, dialect: dialect, readSize: 2, blockSize: 3)
    expect(
      transcript,
      [
        .fault(.recordTooLong, line: 2, at: 4, raw: "1,\"2"),
        .record(["3", "4"], line: 3, at: 9), .record(["5", "6"], line: 4, at: 13),
        .fault(.recordTooLong, line: 5, at: 17, raw: "1234567890"),
        .record(["7", "8"], line: 6, at: 30),
      ])
  }

  @Test func aLongLineLeftOverIsAFragment() throws {
    let dialect = CSVDialect(limits: CSVLimits(recordBytes: 10))
    let bytes = Array("a,b\n1,\"2\n123456789012\n7,8\n".utf8)
    let transcript = try Transcript(reading: bytes, dialect: dialect)
    expect(
      transcript,
      [
        .fault(.recordTooLong, line: 2, at: 4, raw: "1,\"2"),
        .fault(.fragment, line: 3, at: 9, raw: "1234567890"),
        .record(["7", "8"], line: 4, at: 22),
      ])
  }

  @Test func rejectsMoreFieldsThanTheLimit() throws {
    let wide = Array(repeating: "1", count: 5_000).joined(separator: ",")
    let bytes = Array("a,b\n\(wide)\n3,4\n".utf8)
    let transcript = try Transcript(reading: bytes)
    expect(
      transcript,
      [
        .fault(.tooManyFields, line: 2, at: 4, raw: wide, fields: 5_000),
        .record(["3", "4"], line: 3, at: 10_004),
      ])
  }

  @Test func aRecordOfTheLimitIsNotOverIt() throws {
    let dialect = CSVDialect(limits: CSVLimits(fields: 3))
    let transcript = try Transcript(reading: Array("a,b\n1,2,3\n1,2,3,4\n".utf8), dialect: dialect)
    expect(
      transcript,
      [
        .fault(.fieldCount, line: 2, at: 4, raw: "1,2,3", fields: 3),
        .fault(.tooManyFields, line: 3, at: 10, raw: "1,2,3,4", fields: 4),
      ])
  }

  @Test func aRecordMayGrowTooLongUnderTrimmingOnly() throws {
    let dialect = CSVDialect(limits: CSVLimits(recordBytes: 10))
    let transcript = try Transcript(
      reading: Array("a,b\n1, \"2\"3\n4, \"5,6\n1234567\n7,8\n".utf8), dialect: dialect)
    expect(
      transcript,
      [
        .record(["1", " \"2\"3"], line: 2, at: 4, repaired: true),
        .fault(.fieldCount, line: 3, at: 12, raw: "4, \"5,6", fields: 3),
        .fault(.fieldCount, line: 4, at: 20, raw: "1234567", fields: 1),
        .record(["7", "8"], line: 5, at: 28),
      ])
    let open = try Transcript(
      reading: Array("a,b\n \"a,\"\"b\n7,8\n".utf8), dialect: dialect)
    expect(
      open,
      [
        .fault(.recordTooLong, line: 2, at: 4, raw: " \"a,\"\"b"),
        .record(["7", "8"], line: 3, at: 12),
      ])
  }

  /// A fault takes far more memory than the byte or two that it may stand for.
  @Test(arguments: ["\"\n", "x\n", "1,\"2\"3\n"], RecordReaderTests.engines)
  func aBatchHoldsABoundedNumberOfFaults(line: String, engine: RecordReader.Engine) throws {
    let bytes = Array(("a,b\n" + String(repeating: line, count: 12_000) + "1,2\n").utf8)
    var reader = try RecordReader(ByteSource(bytes: bytes, name: "t"), engine: engine)
    var batch = RecordBatch()
    var faults = 0
    var records = 0
    while try reader.next(into: &batch) {
      #expect(batch.faults.count <= 10_000)
      faults += batch.faults.count
      records += batch.recordCount
    }
    #expect(faults + batch.blankCount + records == 12_001 && records >= 1)
    #expect(reader.lineCount == 12_002)
  }

  @Test func readsAWideFile() throws {
    let names = (1...4_096).map { "c\($0)" }
    let bytes = Array((names.joined(separator: ";") + "\n" + names.joined(separator: ";")).utf8)
    let transcript = try Transcript(reading: bytes)
    #expect(transcript.header == names)
    #expect(transcript.events.count == 1)
  }
}
