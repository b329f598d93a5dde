import CivicSurvey
import SurveyStatistics
import Testing

@testable import SurveyReports

@Suite struct ReportWordTests {
  @Test(arguments: ReportWord.allCases)
  func bothLanguagesNameTheSameValues(word: ReportWord) {
    #expect(!word.vi.isEmpty)
    #expect(!word.en.isEmpty)
    #expect(Self.names(in: word.vi) == Self.names(in: word.en))
  }

  /// The words for verdicts in Vietnamese are those of STATISTICS, "Verdict against a target".
  @Test func verdicts() {
    let words = Verdict.allCases.map { ReportWord($0).vi }
    #expect(
      words == [
        "Đạt", "Số đo đạt, chưa đủ phiếu để khẳng định", "Số đo chưa đạt, chưa thể kết luận",
        "Chưa đạt", "Chưa đánh giá được",
      ])
    #expect(Set(NotJudgedReason.allCases.map { ReportWord($0).en }).count == 6)
  }

  /// Every `{name}` is replaced, and no value is read as a placeholder again.
  @Test func values() {
    #expect(ReportWord.responses.text(in: .en, ["n": "{n}"]) == "{n} responses")
    #expect(ReportWord.responses.text(in: .vi, ["n": "7"]) == "7 lượt đánh giá")
  }

  private static func names(in text: String) -> Set<Substring> {
    Set(text.matches(of: /\{(\w+)\}/).map(\.1))
  }
}
