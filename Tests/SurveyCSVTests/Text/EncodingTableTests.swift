import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// Every byte of every table, against `Tests/Reference/encodings.csv`; the script beside it names the
/// sources.
@Suite struct EncodingTableTests {
  private struct Row {
    let encoding: TextEncoding
    let bytes: [UInt8]
    let text: String
  }

  private static func rows() throws -> [Row] {
    let lines = try PackageFile.text("Tests/Reference/encodings.csv").split(separator: "\n")
    return try lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let digits = Array(fields[1])
      let bytes = try stride(from: 0, to: digits.count, by: 2).map {
        try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
      }
      var decoded = ""
      for value in fields[2].split(separator: " ") {
        let scalar = try #require(UInt32(value, radix: 16).flatMap(Unicode.Scalar.init))
        decoded.unicodeScalars.append(scalar)
      }
      return Row(
        encoding: try #require(TextEncoding(rawValue: fields[0])), bytes: bytes, text: decoded)
    }
  }

  @Test func everyByteIsWhatItsSourceSays() throws {
    let rows = try Self.rows()
    // Five encodings of 128 bytes each, 116 pairs of VNI, and the control characters of TCVN5712-1.
    #expect(rows.count == 5 * 128 + 116 + 32)
    for row in rows {
      let decoded = TextTranscoder.text(of: row.bytes, row.encoding)
      let expected = row.text.isEmpty ? [0xFF] : Array(row.text.utf8)
      #expect(decoded == expected, "\(row.encoding.rawValue) \(row.bytes)")
    }
  }

  @Test func asciiIsItself() {
    for encoding in TextEncoding.allCases where !encoding.isUTF16 {
      let ascii = Array(UInt8(encoding == .tcvn5712 ? 0x20 : 0)...0x7F)
      #expect(TextTranscoder.text(of: ascii, encoding) == ascii)
    }
  }

  @Test func namesAreFoundInAnyCase() {
    #expect(TextEncoding(name: "tcvn3") == .tcvn3)
    #expect(TextEncoding(name: "ABC") == .tcvn3)
    #expect(TextEncoding(name: "utf8") == .utf8)
    #expect(TextEncoding(name: "Utf-16le") == .utf16LE)
    #expect(TextEncoding(name: "CP1258") == .windows1258)
    #expect(TextEncoding(name: "TCVN") == .tcvn3)
    #expect(TextEncoding(name: "tcvn5712-1") == .tcvn5712)
    #expect(TextEncoding(name: "VN1") == .tcvn5712)
    #expect(TextEncoding(name: "vni") == .vni)
    #expect(TextEncoding(name: "Windows-1252") == nil)
    #expect(TextEncoding(name: "") == nil)
  }
}
