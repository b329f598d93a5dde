import CivicSurvey
import Foundation
import SurveyStatistics
import Testing

@testable import SurveyReports

@Suite struct ReportWordTests {
  /// Every word of the tables, as their sources have it.
  private static let words: [(name: String, vi: String, en: String)] = {
    let table =
      /static let (?<name>\w+) = ReportWord\(\s*vi: (?<vi>"[^\n]*"(?:\s*\+ "[^\n]*")*),\s*en: (?<en>"[^\n]*"(?:\s*\+ "[^\n]*")*)\)/
    return sources { $0.hasPrefix("Words/ReportWord+") }.flatMap { text in
      text.matches(of: table).map { (String($0.name), String($0.vi), String($0.en)) }
    }
  }()

  private static func sources(where isWanted: (String) -> Bool) -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/SurveyReports").standardizedFileURL
    let files = FileManager.default.enumerator(atPath: folder.path)
    return (files?.compactMap { $0 as? String } ?? []).filter {
      $0.hasSuffix(".swift") && isWanted($0)
    }.compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  @Test func bothLanguagesNameTheSameValues() {
    #expect(Self.words.count > 200)
    for word in Self.words {
      #expect(Self.names(in: word.vi) == Self.names(in: word.en), "\(word.name)")
      #expect(word.vi.count > 2 && word.en.count > 2, "\(word.name)")
    }
  }

  /// Of one thing no word speaks as of several.
  @Test func noWordSpeaksOfOneAsOfMany() {
    let counted: Set = ["n", "k", "u", "all", "records", "respondents", "answers"]
    // What is always more than one.
    let always: Set = [
      "answersForPower", "jointlyMissed", "noneJointlyMissed", "overDispersionOfTooFew", "runs",
      "tooWide",
    ]
    for word in Self.words where !always.contains(word.name) {
      let joined = word.en.replacing(/"\s*\+ "/, with: "")
      let text = Phrase(vi: "", en: joined).text(in: .en) { counted.contains($0) ? "1" : "X" }
      let many = text.matches(of: /(\w*) [(“]?1 (?:\w+ )?([a-z]+s|are|have)\b/).filter { match in
        match.1 != "of" && !["is", "was", "has", "stands"].contains(match.2)
      }
      #expect(many.map(\.0) == [], "\(word.name)")
    }
  }

  @Test func noWordIsIdle() {
    let used = Self.sources { !$0.hasPrefix("Words/ReportWord+") }
      .flatMap { $0.matches(of: /\.(\w+)/).map { String($0.1) } }
    #expect(Set(Self.words.map(\.name)).subtracting(used).sorted() == [])
  }

  /// The words for verdicts in Vietnamese are those that the guide for staff explains.
  @Test func verdicts() {
    let words = Verdict.allCases.map { ReportWord($0).vi }
    #expect(
      words == [
        "Đạt", "Số đo đạt, chưa chắc", "Số đo chưa đạt, chưa chắc", "Chưa đạt",
        "Chưa đánh giá được",
      ])
    #expect(Set(NotJudgedReason.allCases.map { ReportWord($0).en }).count == 9)
  }

  /// Every `{name}` is replaced, and no value is read as a placeholder again.
  @Test func values() {
    #expect(ReportWord.responses.text(in: .en, ["n": "{n}"]) == "{n} responses")
    #expect(ReportWord.responses.text(in: .vi, ["n": "7"]) == "7 lượt đánh giá")
    #expect(ReportWord.responses.text(in: .vi, ["m": "7"]) == "{n} lượt đánh giá")
  }

  private static func names(in text: String) -> Set<Substring> {
    Set(text.matches(of: /\{(\w+)\}/).map(\.1))
  }
}
