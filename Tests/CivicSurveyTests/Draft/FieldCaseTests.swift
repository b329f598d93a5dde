import SurveyDefinition
import Testing

@testable import CivicSurvey

/// Exports as offices have them, drafted and reported; each right figure is counted by hand.
@Suite struct FieldCaseTests {
  /// A first line of questions with blanks, and a second one of options: 2 of 3 (Very satisfied,
  /// Dissatisfied, Satisfied); online twice, at home and at the counter once.
  @Test func twoHeaderLines() throws {
    let draft = try Drafted(
      """
      Respondent ID,End Date,"Overall, how satisfied are you?",What do you need?,,
      ,,Response,Online,At home,Counter
      11001,03/30/2025 09:01:00 AM,Very satisfied,Online,,Counter
      11002,03/31/2025 09:01:00 AM,Dissatisfied,,At home,
      11003,04/01/2025 09:01:00 AM,Satisfied,Online,,

      """, locale: .en)
    #expect(draft.survey.source.header.lines == 2)
    #expect(draft.survey.source.timestampFormats.map(\.pattern) == ["M/d/yyyy h:mm:ss a"])
    let report = try draft.report()
    #expect(report.estimates.first?.satisfied == 2)
    #expect(report.estimates.first?.counts.answered == 3)
    let needs = try #require(report.distributions.first { $0.question == "what-do-you-need" })
    #expect(needs.answers.map(\.n) == [2, 1, 1])
  }

  /// Checked and Unchecked in a column an option: online 2, at home 1, counter 1 of 4.
  @Test func checkedAndUnchecked() throws {
    let draft = try Drafted(
      """
      record_id,overall,needs___1,needs___2,needs___3
      1,5,Checked,Unchecked,Unchecked
      2,4,Checked,Checked,Unchecked
      3,2,Unchecked,Unchecked,Checked
      4,3,Unchecked,Unchecked,Unchecked

      """)
    let report = try draft.report()
    #expect(report.estimates.first?.satisfied == 2)
    let needs = try #require(report.distributions.first { $0.question == "needs" })
    #expect(needs.answers.map(\.n) == [2, 1, 1])
  }

  /// 10, 9, 9, 8, 7, 6, 0 and 10 (as 10.0): 4 promoters and 2 detractors of 8.
  @Test func netOfRecommendations() throws {
    let draft = try Drafted("recommend\n10\n9\n9\n8\n7\n6\n0\n10.0\n")
    let report = try draft.report()
    #expect(report.estimates.first { $0.measure == "recommend" }?.satisfied == 4)
    #expect(report.estimates.first { $0.measure == "recommend-net" }?.value == 25)
  }

  /// Subtotals below each group are no answers: 6 of 8.
  @Test func subtotals() throws {
    let rows = "1,Đất đai,5\n2,Đất đai,5\n3,Đất đai,5\n4,Đất đai,2\n,Cộng,4\n"
    let draft = try Drafted("STT,Lĩnh vực,Mức độ hài lòng chung\n" + rows + rows)
    #expect(draft.draft.counted.contains("2 dòng"))
    #expect(draft.dimension("Lĩnh vực")?.categories.count == 1)
    #expect(try draft.report().estimates.first?.satisfied == 6)
  }

  /// A second header with its columns in another order: overall 4 of 5, staff 1 of 5.
  @Test func reorderedHeader() throws {
    let draft = try Drafted(
      """
      id,field,overall,staff
      1,Land,5,1
      2,Land,5,2
      3,Land,2,5
      id,field,staff,overall
      4,Land,1,5
      5,Land,2,4

      """)
    let report = try draft.report()
    #expect(report.estimates.first { $0.measure == "overall" }?.satisfied == 4)
    #expect(report.estimates.first { $0.measure == "staff" }?.satisfied == 1)
  }

  /// Names, texts with a line break and ids of questions on three lines: 1 of 2.
  @Test func threeHeaderLinesWithIDs() throws {
    let draft = try Drafted(
      """
      EndDate,ResponseId,Q1,Q2
      End Date,Response ID,"Overall, how satisfied
      are you?",Comments
      "{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
      2025-03-01 08:01:00,R_3,Dissatisfied,slow
      2025-03-02 08:01:00,R_4,Satisfied,

      """, locale: .en)
    let report = try draft.report()
    #expect(report.estimates.first?.satisfied == 1)
    #expect(report.estimates.first?.counts.answered == 2)
  }

  /// Forty shortened ids are told, and nothing is dropped by them.
  @Test func damagedIDs() throws {
    let rows = (0..<40).map { _ in "2.02503E+14,2\n" }.joined() + "H56.14-1,5\nH56.14-2,5\n"
    let draft = try Drafted("id,overall\n" + rows, locale: .en)
    #expect(draft.draft.yaml.contains("a spreadsheet has shortened 40 of them"))
    #expect(try draft.report().estimates.first?.counts.answered == 42)
  }

  /// Google Forms in Vietnamese: single digits, a number for satisfaction, options with a comma.
  @Test func googleForms() throws {
    let draft = try Drafted(
      """
      Dấu thời gian,Bạn hài lòng ở mức nào?,Bạn cần hỗ trợ gì? (chọn nhiều),Địa chỉ email
      1/7/2025 8:11:00,5,Mục khác,a@example.com
      13/7/2025 18:11:00,4,"Mục khác, Hướng dẫn",b@example.com
      14/7/2025 7:36:00,3,"Rút ngắn thời gian, giảm giấy tờ",c@example.com
      15/7/2025 7:36:00,2,"Hướng dẫn, Rút ngắn thời gian, giảm giấy tờ",d@example.com

      """)
    #expect(draft.survey.source.timestampFormats.map(\.pattern) == ["d/M/yyyy H:mm:ss"])
    #expect(draft.survey.questions.last?.choices.count == 3)
    #expect(try draft.report().estimates.first?.satisfied == 2)
  }

  /// A line for each answer would count each person twice.
  @Test func aLineForEachAnswer() {
    let codes = Fixture.codes { () throws(RunError) in
      _ = try DefinitionDraft(
        of: [
          Fixture.input(
            """
            submission,question,answer
            A,Overall satisfaction,Very satisfied
            A,Field,Land
            B,Overall satisfaction,Dissatisfied
            B,Field,Land

            """)
        ], DraftOptions(), command: "")
    }
    #expect(codes == ["draft.answer-lines"])
  }

  /// Of six a preview, a trial by mail, and one that is not finished: 1 of 2 count.
  @Test func trialsAreAskedAbout() throws {
    let draft = try Drafted(
      """
      ResponseId,Status,Finished,Q1
      R1,Survey Preview,True,Very satisfied
      R2,Survey Preview,True,Very satisfied
      R3,IP Address,True,Dissatisfied
      R4,IP Address,True,Satisfied
      R5,IP Address,False,Very satisfied
      R6,Spam,True,Very satisfied

      """, locale: .en)
    let asked = "# ? do trials and unfinished responses count?"
    #expect(draft.draft.yaml.contains(asked))
    #expect(try draft.report().estimates.first?.counts.answered == 6)
    let excluded =
      "  - { id: status, columns: [Status], values: [IP Address, Survey Preview, Spam], "
    let report = try draft.report([
      ("# complete:", "complete:"), ("# exclude:", "exclude:"),
      ("# " + excluded, excluded.replacing("IP Address, ", with: "")),
    ])
    #expect(report.estimates.first?.counts.answered == 2)
    #expect(report.estimates.first?.satisfied == 1)
  }

  /// A number of responses is taken by its name alone, and asked about where that is not plain.
  @Test func countsAreAskedAbout() throws {
    let draft = try Drafted("Hài lòng,Tổng số lượt\nRHL,37\nHL,12\n", locale: .en)
    #expect(draft.draft.yaml.contains("# ? “Tổng số lượt”: how many responses"))
    let plain = try Drafted("Hài lòng,Số lượt\nRHL,37\nKHL,12\n")
    #expect(try plain.report().estimates.first?.satisfied == 37)
  }

  /// A header that comes again with a name fewer is a record that cannot be read, and no crash.
  @Test func aHeaderWithANameFewer() throws {
    let draft = try Drafted("a,b,b,c\nx,5,5,1\na,b,c\nx,4,4,2\nc,b,a,b\n1,5,y,4\n")
    #expect(draft.draft.yaml.contains("3 bản ghi"))
  }
}
