import Foundation
import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Every code has its words in both languages, and no words are idle.
@Suite struct MessageCatalogueTests {
  /// The codes of this module and of the readers' errors.
  private static let codes: [any WordedCode] =
    MessageCode.allCases + DefinitionCode.allCases + ByteSourceError.Code.allCases
    + CSVHeaderError.Code.allCases.filter { $0 != .notText } + CSVHeaderError.Content.allCases
    + CSVFaultCode.allCases + ComparisonCode.allCases + DesignCode.allCases
    + CountFileCode.allCases + VolumeCode.allCases + MarginCode.allCases + DraftCode.allCases

  /// What was given is shown, but not all of a hundred kilobytes.
  @Test func aLongValueIsCut() {
    let value = String(repeating: "ă", count: 100_000)
    let text = Message(.usageBadLevel, ["value": value]).text(in: .vi)
    #expect(text.contains(String(repeating: "ă", count: 200) + "…"))
    #expect(text.count < 400)
  }

  @Test func everyCodeHasWordsAndNoWordsAreIdle() {
    let codes = Self.codes.map(\.messageCode)
    #expect(codes.count > 100)
    #expect(Set(codes).count == codes.count)
    #expect(MessageCatalogue.all.map(\.code) == codes.sorted())
  }

  @Test func everyCodeIsTold() throws {
    let sources = PackageFile.path("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources))
    var used: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      if file.hasPrefix("CivicSurvey/Messages/") { continue }
      let text = String(decoding: try FileBytes.read("\(sources)/\(file)"), as: UTF8.self)
      for match in text.matches(of: /\.(\w+)/) { used.insert(String(match.1)) }
    }
    func untold<Code: CaseIterable>(_ codes: Code.Type) -> [Code] {
      codes.allCases.filter { !used.contains("\($0)") }
    }
    #expect(untold(MessageCode.self).isEmpty && untold(ComparisonCode.self).isEmpty)
    #expect(untold(DesignCode.self).isEmpty && untold(MarginCode.self).isEmpty)
    #expect(untold(CountFileCode.self).isEmpty && untold(VolumeCode.self).isEmpty)
    #expect(untold(DraftCode.self).isEmpty)
  }

  @Test func bothLanguagesSayTheSameThings() throws {
    for wording in MessageCatalogue.all {
      #expect(
        Self.placeholders(wording, .vi) == Self.placeholders(wording, .en), "\(wording.code)")
      for locale in ReportLocale.allCases {
        let message = wording.message.text(in: locale)
        #expect(message.count >= 10, "\(wording.code)")
        #expect(message.last == "." || message.last == "?", "\(wording.code)")
        for sentence in [message, wording.remedy.text(in: locale)] {
          #expect(sentence.count { $0 == "{" } == sentence.count { $0 == "}" }, "\(wording.code)")
          #expect(!sentence.contains("  ") && !sentence.hasPrefix(" "), "\(wording.code)")
        }
      }
      #expect(wording.message.vi != wording.message.en, "\(wording.code)")
      #expect(wording.remedy.vi.isEmpty == wording.remedy.en.isEmpty, "\(wording.code)")
    }
  }

  private static func placeholders(_ wording: Wording, _ locale: ReportLocale) -> [String] {
    let all = "\(wording.message.text(in: locale)) \(wording.remedy.text(in: locale))"
      .matches(of: /\{(\w+)\}/).map { String($0.1) }
    return Set(all).sorted()
  }

  @Test func argumentsAreFilledIn() {
    let message = Message(
      worded: CSVFaultCode.fieldCount, ["found": "{expected}", "expected": "6"])
    // What is filled in is not read again.
    #expect(
      message.text(in: .en) == "The record has {expected} fields, the header 6 columns.")
    #expect(message.remedy(in: .vi).hasPrefix("Thêm hoặc bớt dấu phân cách"))
    #expect(Message(code: "no.such-code").text(in: .en) == "no.such-code")
    #expect(Message(code: "no.such-code").remedy(in: .vi) == "")
  }

  @Test func oneIsNotMany() {
    let phrase = Phrase(vi: "{n} dòng", en: "{n} {n:line is|lines are} {state}{n:|s}")
    func text(_ n: String) -> String { phrase.text(in: .en, ["n": n, "state": "{n:a|b}"]) }
    #expect(text("1") == "1 line is {n:a|b}" && text("2") == "2 lines are {n:a|b}s")
    #expect(text("0") == "0 lines are {n:a|b}s" && text("1,001") == "1,001 lines are {n:a|b}s")
    #expect(phrase.textOfMany(in: .en) == "{n} lines are {state}s")
    #expect(phrase.text(in: .vi, ["n": "1"]) == "1 dòng")
  }

  /// Of one thing no message speaks as of several, whatever it counts.
  @Test func noMessageSpeaksOfOneAsOfMany() {
    // What is always more than one, such as a limit.
    let always: Set = [
      "header.too-few-lines", "header.too-many-columns", "response.dimension-blank",
      "response.question-unanswered", "response.question-unread", "text.encoding-without-zeros",
      "response.returned-too-many",
      "response.too-many-categories", "response.too-many-labels", "survey.too-deep",
      "survey.too-large", "survey.too-many-aliases", "survey.too-many-nodes",
      "survey.too-many-rows", "tally.duplicates-within-runs", "tally.too-many-cells",
      "tally.too-many-periods",
    ]
    let counted: Set = ["count", "expected", "found", "limit", "records", "rows", "runs"]
    let ofOne: Set = ["is", "was", "has", "does", "looks", "stands", "fits"]
    for wording in MessageCatalogue.all where !always.contains(wording.code) {
      for phrase in [wording.message, wording.remedy] {
        let text =
          " "
          + phrase.text(in: .en) { name in
            name.hasSuffix("Count") || counted.contains(name) ? "1" : "X"
          }
        let many = text.matches(of: /(\w*) [(“]?1 (?:\w+ )?([a-z]+s|are|have)\b/).filter { match in
          match.1 != "of" && !ofOne.contains(String(match.2))
        }
        #expect(many.map(\.0) == [], "\(wording.code)")
      }
    }
  }

  @Test func theLocaleWritesDecimals() {
    let message = Message(
      .responseLossesOverLimit,
      ["lost": "1.5", "base": "20", "lostPercent": "5.27", "limitPercent": "5.00"])
    #expect(message.text(in: .vi).contains("5,27 %") && message.text(in: .vi).contains("1.5"))
    #expect(message.text(in: .en).contains("5.27 %"))
  }
}
