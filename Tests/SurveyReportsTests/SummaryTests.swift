import SurveyStatistics
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports

/// What the first sheet says, read as somebody would who has two minutes.
@Suite struct SummaryTests {
  static func text(_ report: Report) -> String {
    let summary = SummarySection(context: ReportContext(report)).sections
    // One line a paragraph, so that words are found whole.
    return TextRenderer(style: TextStyle(width: 400)).render(summary)
  }

  /// The example's second quarter, by its table: investment 170/200 is exactly 85 %, construction
  /// 310/350 is 88.6 %, land 430/500 is 86 %.
  @Test func itAnswersWhatAChairmanAsks() {
    let text = Self.text(ReportExamples.report(.en))
    #expect(text.contains("Period: Q2 2025 (1 Apr–30 Jun 2025). 1,100 ratings in it."))
    #expect(text.contains("Satisfied overall: 86.9 % (interval 84.8–88.8 %; 1,100 answers)."))
    #expect(text.contains("96.0 % ≥ 85 %"))
    #expect(text.contains("Met"))
    #expect(text.contains("80.0 % < 90 %"))
    #expect(text.contains("Missed"))
    #expect(
      text.contains(
        "Which of the 3 is lowest cannot be told: Investment 85.0 % (200); Land 86.0 % (500); "
          + "Construction 88.6 % (350)."))
    #expect(!text.contains("Look first"))
    #expect(text.contains("Ask the 1 that sent nothing."))
    #expect(text.contains("Mend 40 rejected records"))
    // 900 of 1,500 who were asked what they need, in both quarters.
    #expect(
      text.contains(
        "Most wanted: Online payment (60.0 % of 1,500 who answered this). Of all the data, not of this "
          + "period alone."))
    #expect(
      text.contains("2,300 read = 2,210 accepted + 40 rejected + 30 duplicate + 20 out of scope"))
  }

  /// 29 June: the second quarter lacks a day, as the year does; the first is the last that has ended.
  @Test func itIsAboutTheNewestPeriodBesideTheLastCompleteOne() {
    let first = ReportExamples.verdict(
      ReportExamples.fieldsTarget, .each, ReportExamples.land, ReportExamples.quarters[0], 420,
      of: 500)
    let verdicts = ReportExamples.verdicts + [first]
    let open = Self.text(
      ReportExamples.report(.en, asOf: ReportExamples.day(2025, 6, 29), verdicts: verdicts))
    #expect(
      open.contains("Period: Q2 2025 (1 Apr–30 Jun 2025), provisional. 1,100 ratings in it."))
    #expect(open.contains("Q1 2025") && open.contains("84.0 % < 85 %"))
    #expect(open.contains("run again with --as-of 2025-06-30."))
    let complete = Self.text(ReportExamples.report(.en, verdicts: verdicts))
    #expect(complete.contains("Q2 2025") && !complete.contains("Q1 2025"))
  }

  @Test func lossesOverTheLimitComeFirst() {
    let lines = Self.text(ReportExamples.overLimit(.vi)).split(separator: "\n")
    #expect(lines.first?.contains("6,7 %") == true)
    #expect(Self.text(ReportExamples.overLimit(.vi)).contains("--unknown-labels"))
  }

  @Test func withoutADefinitionOfWhoIsExpectedNobodyIsMissed() {
    var survey = ReportExamples.survey()
    let report = ReportExamples.report(.en, survey: survey, silences: [])
    #expect(Self.text(report).contains("The definition does not say who should send data"))
    survey.dimensions[2].expected = [ExpectedCategory(category: "An Thắng")]
    let all = ReportExamples.report(.en, survey: survey, silences: [])
    #expect(Self.text(all).contains("Unit: all 1 that should have sent data"))
    let missing = ReportExamples.report(.en, survey: survey)
    #expect(
      Self.text(missing).contains(
        "1 of 1 that should have sent data of the period sent none: An Thắng."))
  }

  @Test func aDayIsSaidOnlyWhereOneIsGiven() {
    var query = ReportExamples.query(.vi)
    let plain = ReportExamples.report(.vi, query: query).write(as: .html)
    #expect(!plain.contains("Ngày lập"))
    query.printedOn = ReportExamples.day(2025, 7, 1)
    #expect(
      ReportExamples.report(.vi, query: query).write(as: .html).contains("Ngày lập: 01/07/2025."))
  }
}
