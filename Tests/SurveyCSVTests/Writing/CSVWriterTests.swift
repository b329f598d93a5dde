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

  @Test func numbersAreWrittenInDigits() {
    let numbers = [0, 7, 10, 99, 100, 1_234_567_890, -1, -20, .max, .min]
    var writer = CSVWriter(lineEnd: .lf)
    for number in numbers { writer.append(number) }
    writer.endRecord()
    let expected = numbers.map(String.init).joined(separator: ",") + "\n"
    #expect(writer.bytes == Array(expected.utf8))
  }

  @Test func fieldsOfAnotherWriterStandAsTheyAre() {
    var other = CSVWriter()
    for field in ["b,c", "", "d"] { other.append(field) }
    var writer = CSVWriter(lineEnd: .lf)
    writer.append("a")
    writer.append(fieldsOf: other)
    writer.append(1)
    writer.endRecord()
    writer.append(fieldsOf: other)
    writer.endRecord()
    var empty = CSVWriter()
    empty.append("")
    writer.append(fieldsOf: empty)
    writer.endRecord()
    #expect(writer.bytes == Array("a,\"b,c\",,d,1\n\"b,c\",,d\n\"\"\n".utf8))
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
