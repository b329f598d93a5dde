import Foundation
import SurveyCSV
import Testing

@testable import CivicSurvey

/// Every code has its words in both languages, and no words are idle.
@Suite struct MessageCatalogueTests {
  private static let namespaces = [
    "survey", "header", "csv", "text", "response", "tally", "ledger", "io", "usage",
  ]

  /// Codes that are no message: `io.reader-went-away` ends a run without a word.
  private static let silent: Set<String> = ["io.reader-went-away"]

  /// The code literals in the sources, but for the catalogue's own.
  private static func codesInSources() throws -> Set<String> {
    let sources = SampleFile.path("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources))
    let literal = try Regex("\"((?:\(namespaces.joined(separator: "|")))\\.[a-z0-9-]+)\"")
    var codes: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      if file.hasPrefix("CivicSurvey/Messages/") { continue }
      let text = String(decoding: try FileBytes.read("\(sources)/\(file)"), as: UTF8.self)
      for match in text.matches(of: literal) {
        codes.insert(String(match.output[1].substring ?? ""))
      }
    }
    // What a file is that is no text is put behind the code.
    #expect(codes.remove("header.not-text") != nil)
    codes.formUnion(CSVHeaderError.Content.allCases.map { "header.not-text-" + $0.rawValue })
    return codes
  }

  @Test func everyCodeHasWordsAndNoWordsAreIdle() throws {
    let codes = try Self.codesInSources()
    #expect(codes.count > 100)
    let worded = MessageCatalogue.all.map(\.code)
    #expect(Set(worded).count == worded.count)
    #expect(codes.subtracting(Self.silent).subtracting(worded).sorted() == [])
    #expect(Set(worded).subtracting(codes).sorted() == [])
    #expect(Self.silent.isSubset(of: codes))
  }

  @Test func bothLanguagesSayTheSameThings() throws {
    for wording in MessageCatalogue.all {
      #expect(
        Self.placeholders(wording.vi) == Self.placeholders(wording.en), "\(wording.code)")
      for text in [wording.vi, wording.en] {
        #expect(text.message.count >= 10, "\(wording.code)")
        #expect(text.message.last == "." || text.message.last == "?", "\(wording.code)")
        for sentence in [text.message, text.remedy] {
          #expect(sentence.count { $0 == "{" } == sentence.count { $0 == "}" }, "\(wording.code)")
          #expect(!sentence.contains("  ") && !sentence.hasPrefix(" "), "\(wording.code)")
        }
      }
      #expect(wording.vi.message != wording.en.message, "\(wording.code)")
      #expect(wording.vi.remedy.isEmpty == wording.en.remedy.isEmpty, "\(wording.code)")
    }
  }

  private static func placeholders(_ text: Wording.Text) -> [String] {
    let all = "\(text.message) \(text.remedy)".matches(of: /\{(\w+)\}/).map { String($0.1) }
    return Set(all).sorted()
  }

  @Test func argumentsAreFilledIn() {
    let message = Message("csv.field-count", ["found": "{expected}", "expected": "6"])
    // What is filled in is not read again.
    #expect(
      message.text(in: .en) == "The record has {expected} fields, the header 6 columns.")
    #expect(message.remedy(in: .vi).hasPrefix("Thêm hoặc bớt dấu phân cách"))
    #expect(Message("no.such-code").text(in: .en) == "no.such-code")
    #expect(Message("no.such-code").remedy(in: .vi) == "")
  }

  @Test func theLocaleWritesDecimals() {
    let message = Message(
      "response.losses-over-limit",
      ["lost": "1.5", "base": "20", "lostPercent": "5.27", "limitPercent": "5.00"])
    #expect(message.text(in: .vi).contains("5,27 %") && message.text(in: .vi).contains("1.5"))
    #expect(message.text(in: .en).contains("5.27 %"))
  }
}
