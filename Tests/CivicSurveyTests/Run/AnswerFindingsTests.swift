import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Columns that fit the definition in their names and in nothing else are told.
@Suite struct AnswerFindingsTests {
  private static let yaml = """
    survey: findings
    version: "1"
    title: { en: Findings }
    coverage: sample
    notApplicable: ["null"]
    source: { frequency: { columns: [n] } }
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        choices: { good: { en: Good }, bad: { en: Bad } }
        noOpinion: ["9"]
      access: { text: { en: Access }, columns: [access], optional: true, choices: { a: { en: A } } }
      needs:
        text: { en: Needs }
        choiceColumns: { home: [needs/home], counter: [needs/counter] }
        choices: { home: { en: Home }, counter: { en: Counter } }
        optional: true
      words: { text: { en: Words }, columns: [words], type: text, optional: true }
    """

  /// What is warned of, with the arguments that matter.
  private func warnings(
    _ text: String, blockSize: Int = 128 << 10, threads: Int = 1
  ) throws -> [[String]] {
    var options = Tabulator.Options()
    options.blockSize = blockSize
    options.threads = threads
    let result = try Tabulator(Fixture.plan(Self.yaml), options: options)
      .run([Fixture.input(text)])
    return result.messages.filter { $0.severity == .warning }.map { message in
      [message.code]
        + ["columns", "responsesCount", "unreadCount", "values", "yaml"]
        .compactMap { message.arguments[$0] }
    }
  }

  private static func rows(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  @Test func aQuestionThatNobodyAnsweredIsTold() throws {
    let blank = Array(repeating: ",A", count: 1_000)
    let told = [["response.question-unanswered", "“overall”", "1000"]]
    #expect(try warnings(Self.rows("overall,access", blank)) == told)
    #expect(try warnings(Self.rows("overall,access", blank), blockSize: 600, threads: 3) == told)
    // One answer, wherever it stands, or one response less.
    #expect(try warnings(Self.rows("overall,access", blank + ["good,A"])) == [])
    #expect(try warnings(Self.rows("overall,access", blank + ["9,A"])) == [])
    #expect(try warnings(Self.rows("overall,access", Array(blank.dropLast()))) == [])
    // A record may stand for many; who was not asked does not count.
    #expect(try warnings("n,overall,access\n1000,,A\n") == told)
    #expect(try warnings("n,overall,access\n1000,null,A\n999,,A\n") == [])
  }

  @Test func whatNobodyCouldReadIsToldWithItsLabels() throws {
    let rows = Array(repeating: "tốt,A", count: 700) + Array(repeating: "xấu,A", count: 290)
    let told = [
      ["response.question-unread", "“overall”", "1000", "990", "“tốt” (700), “xấu” (290)"]
    ]
    let blank = Array(repeating: ",A", count: 10)
    #expect(try warnings(Self.rows("overall,access", blank + rows)) == told)
    #expect(
      try warnings(Self.rows("overall,access", rows + blank), blockSize: 700, threads: 2) == told)
  }

  /// A file that lacks an optional column, and people's own words, are no finding.
  @Test func onlyColumnsOfClosedQuestionsAreLookedAt() throws {
    let rows = Array(repeating: "good,", count: 2_000)
    #expect(try warnings(Self.rows("overall,words", rows)) == [])
  }

  @Test func ticksInUnknownWordsAreToldWithTheKeyThatMendsThem() throws {
    let head = "overall,needs/home,needs/counter\n"
    #expect(
      try warnings(head + "good,Checked,Unchecked\ngood,Unchecked,Checked\nbad,Unchecked,\n") == [
        [
          "response.ticks-unknown", "“needs/home”, “needs/counter”",
          "“Unchecked” (3), “Checked” (2)", "ticked: [Checked]”, “unticked: [Unchecked]",
        ]
      ])
    // Words for "not ticked" are known by chance: what is unknown must be the ticks.
    #expect(
      try warnings(head + "good,Đã chọn,Không\ngood,Không,Không\n") == [
        [
          "response.ticks-unknown", "“needs/home”", "“Đã chọn” (1)", "ticked: [Đã chọn]",
        ]
      ])
    // A slip beside ticks is a loss like any other.
    #expect(try warnings(head + "good,1,0\ngood,l,1\n") == [])
  }
}
