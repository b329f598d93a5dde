import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// The work stays linear on the files that are made to break that.
@Suite struct RecordWorkTests {
  @Test(arguments: [
    ["\"a,b"], ["\""], ["\"\"\""], ["a,\"b"], ["a, \"b"], ["a,\"b\"c,d"], [" \"a"], ["\" \""],
    ["a,\"", "b"], ["\"x", "y", "z\" "], ["\"x", "\"\"\"\"", "a\"b"], [" \"x", "y", "\" z"],
    ["a\"\"\"", "\""], ["\"a\" \"b", "c"],
  ])
  func feedsNoByteMoreThanFiveTimes(lines: [String]) throws {
    for lineEnd in ["\n", "\r", "\r\n"] {
      let body = lines.map { $0 + lineEnd }.joined()
      let bytes = Array(("x,y" + lineEnd + String(repeating: body, count: 4_000)).utf8)
      let transcript = try Transcript(reading: bytes)
      #expect(transcript.bytesFed <= 5 * UInt64(bytes.count))
      #expect(transcript.lineCount == UInt64(1 + 4_000 * lines.count))
    }
  }

  @Test func feedsAQuoteThatIsNeverClosedOnce() throws {
    let bytes = Array(("x,y\n\"1,2\n" + String(repeating: "3,4\n", count: 50_000)).utf8)
    let transcript = try Transcript(reading: bytes)
    #expect(transcript.events.count == 50_001)
    #expect(transcript.bytesFed <= 2 * UInt64(bytes.count))
  }

  @Test(arguments: 300..<310)
  func staysLinearOnSoups(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let pieces = ["\"", "\"\"", ",", "a", " ", "\n", "\n", " \"", "\" "]
    let body = (0..<5_000).map { _ in random.element(of: pieces) }.joined()
    let bytes = Array(("x,y\n" + body).utf8)
    let transcript = try Transcript(reading: bytes)
    #expect(transcript.bytesFed <= 5 * UInt64(bytes.count))
  }

  @Test func aCleanFileIsFedOnce() throws {
    let bytes = Array(("x,y\n" + String(repeating: "1,\"2\n3\"\n", count: 1_000)).utf8)
    let plain = try Transcript(reading: bytes, engine: .libcsv)
    #expect(plain.bytesFed == UInt64(bytes.count))
    // The scan leaves only the header to libcsv.
    #expect(try Transcript(reading: bytes).bytesFed == 4)
  }

  @Test func aLineWithoutEndIsSkippedWithoutBeingFed() throws {
    let dialect = CSVDialect(limits: CSVLimits(recordBytes: 1_000))
    let bytes = Array("x,y\n".utf8) + Array(repeating: 0x22, count: 1 << 20) + Array("\n1,2".utf8)
    let expected: [(RecordReader.Engine, UInt64)] = [(.libcsv, 7), (.best, 4)]
    for (engine, fed) in expected {
      let transcript = try Transcript(
        reading: bytes, dialect: dialect, blockSize: 4_096, engine: engine)
      #expect(transcript.events.count == 2)
      #expect(transcript.bytesFed == fed)
    }
  }
}
