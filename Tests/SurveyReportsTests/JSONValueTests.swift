import Foundation
import Testing

@testable import SurveyReports

@Suite struct JSONValueTests {
  @Test func layout() {
    let value = JSONValue.object([
      ("z", .array([.int(1), .null, .bool(true)])), ("a", .object([])), ("b", .array([])),
    ])
    #expect(
      value.serialized() == """
        {
          "z": [
            1,
            null,
            true
          ],
          "a": {},
          "b": []
        }

        """)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1.0, "1.0"), (0.8611872146118722, "0.8611872146118722"), (1e-9, "1e-09"),
    (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
  ])
  func numbers(value: Double, text: String) {
    #expect(JSONValue.number(value).serialized() == text + "\n")
  }

  @Test func escapes() {
    #expect(
      JSONValue.string("\"\\\n\r\t\u{0}\u{1B}\u{7F}\u{85}\u{2028}\u{2029}\u{202E}\u{FEFF}đ😀/")
        .serialized()
        == #""\"\\\n\r\t\u0000\u001B\u007F\u0085\u2028\u2029\u202E\uFEFFđ😀/""# + "\n")
  }

  @Test func everyScalarComesBack() throws {
    var text = ""
    for value in UInt32(0)...0x2100 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    text += "\u{FFFD}\u{FEFF}\u{10FFFF}\u{1F600}"
    let data = Data(JSONValue.array([.string(text)]).serialized().utf8)
    let back = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
    #expect(Array(back[0].unicodeScalars) == Array(text.unicodeScalars))
  }
}
