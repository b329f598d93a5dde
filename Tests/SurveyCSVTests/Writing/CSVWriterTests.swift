import SurveyTestSupport
import Testing

@testable import SurveyCSV

@Suite struct CSVWriterTests {
  @Test func quotesOnlyWhereItHasTo() {
    var writer = CSVWriter()
    for field in ["a", "b,c", "d\"e", "f\r\ng", " h", "i ", "", "j k", "đất;đai"] {
      writer.append(field)
    }
    writer.endRecord()
    writer.append("")
    writer.endRecord()
    let expected = "a,\"b,c\",\"d\"\"e\",\"f\r\ng\",\" h\",\"i \",,j k,đất;đai\r\n\"\"\r\n"
    #expect(writer.bytes == Array(expected.utf8))
  }

  @Test func isEmptiedAndUsedAgain() {
    var writer = CSVWriter(lineEnd: .lf)
    writer.append("a")
    writer.endRecord()
    writer.removeAll()
    #expect(writer.bytes.isEmpty)
    writer.append("b")
    writer.endRecord()
    #expect(writer.bytes == Array("b\n".utf8))
  }

  @Test func guardsAgainstFormulas() {
    var writer = CSVWriter(lineEnd: .lf)
    for field in ["=1+1", "+8", "-8", "@x", "'y", "\tz", "a=b"] { writer.append(field) }
    writer.append("-0.5", isTrusted: true)
    writer.endRecord()
    #expect(writer.bytes == Array("'=1+1,'+8,'-8,'@x,''y,\"'\tz\",a=b,-0.5\n".utf8))
  }

  @Test func isReadBackByTheReader() throws {
    var random = SeededRandom(seed: 7)
    let alphabet: [UInt8] = Array("ab ,;\"\r\n\té".utf8.prefix(9))
    for _ in 0..<500 {
      let fields = (0..<3).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in random.element(of: alphabet) }
      }
      var writer = CSVWriter()
      for name in ["a", "b", "c", "d"] { writer.append(name) }
      writer.endRecord()
      for field in fields { writer.append(field, isTrusted: true) }
      writer.append("x")
      writer.endRecord()
      let transcript = try Transcript(reading: writer.bytes)
      let expected = fields.map(text) + ["x"]
      #expect(transcript.events == [.record(expected, line: 2, at: 9)])
    }
  }
}
