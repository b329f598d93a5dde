import SurveyCSV
import Testing

@testable import CivicSurvey

@Suite struct SourceMessageTests {
  @Test(arguments: ByteSourceError.Code.allCases)
  func everyErrorOfASourceIsWorded(code: ByteSourceError.Code) throws {
    let wording = try #require(MessageCatalogue.wording(of: code.rawValue))
    for locale in ReportLocale.allCases {
      #expect(wording.message.text(in: locale).contains("{path}"))
      #expect(!wording.remedy.text(in: locale).isEmpty)
    }
  }

  @Test(arguments: CSVHeaderError.Content.allCases)
  func everyContentThatIsNoTextIsWorded(content: CSVHeaderError.Content) {
    #expect(content.messageCode == "header.not-text-\(content.rawValue)")
    #expect(MessageCatalogue.wording(of: content.messageCode) != nil)
  }

  /// The bytes are `printf 'a\n1\n' | gzip -n`, up to the end of their checksum.
  @Test func aSourceThatBreaksOffIsAFailedRead() {
    let bytes: [UInt8] = [
      0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x4B, 0xE4, 0x32, 0xE4, 0x02, 0, 0, 0, 0, 0,
    ]
    do throws(ByteSourceError) {
      _ = try SurveyInput.bytes(bytes, name: "t").open(.standard).read()
      Issue.record("no error")
    } catch {
      #expect(RunError(error).kind == .readFailed)
      #expect(RunError(error).messages.first?.arguments["format"] == "gzip")
    }
  }
}

extension ByteSource {
  /// All bytes.
  fileprivate consuming func read() throws(ByteSourceError) -> [UInt8] {
    var source = self
    return try source.nextBytes(1000)
  }
}
