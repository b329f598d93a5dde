import Foundation
import SurveyReports
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyStatistics

/// What every format must hold to, whatever the report.
@Suite struct ReportTests {
  @Test(arguments: ReportLocale.allCases)
  func linesOfTextFitAndEndCleanly(locale: ReportLocale) {
    expectFits(ReportExamples.report(locale).write(as: .text))
  }

  @Test func narrowText() {
    let text = ReportExamples.report(.vi).write(as: .text, style: TextStyle(width: 40))
    expectFits(text, width: 40)
  }

  @Test func onlyVerdictsAreColoured() {
    let plain = ReportExamples.report(.vi).write(as: .text)
    let colored = ReportExamples.report(.vi).write(as: .text, style: TextStyle(color: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[32mĐạt\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[31mChưa đạt\u{1B}[0m"))
    let stripped = colored.replacing(/\u{1B}\[[0-9]+m/, with: "")
    #expect(stripped == plain)
    #expect(
      ReportExamples.report(.vi).write(as: .md, style: TextStyle(color: true)).contains("\u{1B}")
        == false)
  }

  @Test(arguments: ReportLocale.allCases)
  func lossesComeFirst(locale: ReportLocale) throws {
    let report = ReportExamples.overLimit(locale)
    let start = locale == .vi ? "CẢNH BÁO: 6,7 %" : "WARNING: 6.7 %"
    #expect(report.write(as: .text).hasPrefix(start))
    #expect(report.write(as: .md).hasPrefix("**" + start))
    let json = try object(report)
    let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.first?["code"] as? String == "response.losses-over-limit")
    #expect(diagnostics.count == 2)
    #expect(report.write(as: .csv).contains(",losses-over-limit,"))
    #expect(!ReportExamples.report(locale).write(as: .csv).contains("losses-over-limit"))
  }

  @Test func jsonSaysWhatWasCounted() throws {
    let json = try object(ReportExamples.report(.en))
    #expect(json["schemaVersion"] as? Int == 1)
    let estimates = try #require(json["estimates"] as? [[String: Any]])
    let domains = estimates.compactMap { $0["domain"] as? [String: Any] }
    #expect(domains[4]["field"] as? String == "_unmapped")
    #expect(domains[5]["field"] is NSNull)
    #expect(domains[6]["quarter"] as? String == "2025Q1")
    let verdicts = try #require(json["verdicts"] as? [[String: Any]])
    let pooled = verdicts[3]
    #expect(pooled["moreSatisfiedNeeded"] as? Int == 9)
    #expect(pooled["answersNeededAtThisRate"] as? Int == 3914)
    #expect(
      (pooled["domain"] as? [String: Any])?["field"] as? [String] == [
        "land", "construction", "investment",
      ])
    #expect(pooled["provisional"] as? String == "incomplete-period")
    #expect(verdicts[6]["estimate"] is NSNull)
    #expect(verdicts[6]["reason"] as? String == "no-answers")
    let needs = try #require((json["distribution"] as? [[String: Any]])?.last)
    let payment = try #require((needs["answers"] as? [[String: Any]])?.first)
    // 900 of 1,500 respondents; 900 of 1,950 answers.
    #expect(payment["shareOfRespondents"] as? Double == 0.6)
    #expect(payment["shareOfAnswers"] as? Double == 900.0 / 1950)
  }

  /// No answer at all: every figure is null and says why, nothing is NaN.
  @Test(arguments: ReportLocale.allCases)
  func noAnswers(locale: ReportLocale) throws {
    var accounting = Accounting()
    accounting.read = 0
    let distribution = Distribution(
      question: "needs", domain: .whole, counts: AnswerCounts(),
      answers: [.init(choice: "payment", n: 0)])
    let report = ReportExamples.report(
      locale, asOf: nil, estimates: [ReportExamples.estimate(0, of: 0)],
      distributions: [distribution], verdicts: [], losses: [],
      lossShare: LossShare(lost: 0, base: 0), accounting: accounting, periods: [], sources: [])
    let json = try object(report)
    let estimate = try #require((json["estimates"] as? [[String: Any]])?.first)
    #expect(estimate["estimate"] is NSNull)
    #expect(estimate["lower"] is NSNull)
    #expect(estimate["reason"] as? String == "no-answers")
    #expect((json["query"] as? [String: Any])?["asOf"] is NSNull)
    expectFits(report.write(as: .text))
    for format in ReportFormat.allCases {
      #expect(!report.write(as: format).lowercased().contains("nan"))
    }
    #expect(report.write(as: .csv).contains("satisfaction,*,*,,,0,0,0,0,0,0,0,,,,,,,no-answers\n"))
  }

  @Test func oneAnswer() {
    let verdict = ReportExamples.verdict(
      ReportExamples.fieldsTarget, .each, ReportExamples.land, nil, 1, of: 1)
    let report = ReportExamples.report(
      .en, estimates: [ReportExamples.estimate(1, of: 1)], verdicts: [verdict], periods: [])
    let text = report.write(as: .text)
    #expect(text.contains("100.0 % ≥ 85 %"))
    // Wilson's limit for 1 of 1 is 1 / (1 + z²) = 20.7 %: not shown, and no n of n would be.
    #expect(text.contains("20.7–100.0 %"))
    #expect(text.contains("not even if all 1 had been satisfied"))
    #expect(text.contains("All days"))
  }

  @Test func census() throws {
    let verdict = ReportExamples.verdict(
      ReportExamples.fieldsTarget, .each, ReportExamples.land, nil, 85, of: 100, census: true)
    let report = ReportExamples.report(
      .vi, survey: ReportExamples.survey(coverage: .census),
      estimates: [ReportExamples.estimate(85, of: 100, census: true)], verdicts: [verdict],
      periods: [])
    let text = report.write(as: .text)
    #expect(text.contains("Toàn bộ đối tượng đều có trong số liệu"))
    #expect(text.contains("85,0 % ≥ 85 %"))
    #expect(text.contains("Không tính khoảng tin cậy."))
    #expect(!text.contains("nếu "))
    let json = try object(report)
    let first = try #require((json["verdicts"] as? [[String: Any]])?.first)
    #expect(first["verdict"] as? String == "met")
    #expect(first["reason"] as? String == "census")
    #expect(first["pValue"] is NSNull)
    let estimate = try #require((json["estimates"] as? [[String: Any]])?.first)
    #expect(estimate["method"] is NSNull)
    #expect(estimate["reason"] as? String == "census")
  }

  @Test func atMostMirrorsTheComparison() {
    var target = ReportExamples.fieldsTarget
    target.bound = .atMost(DecimalShare(numerator: 85, denominator: 100))
    func text(_ satisfied: Int) -> String {
      let verdict = ReportExamples.verdict(
        target, .each, ReportExamples.land, nil, satisfied, of: 10_000)
      return ReportExamples.report(.en, verdicts: [verdict]).write(as: .text)
    }
    #expect(text(8500).contains("85.0 % ≤ 85 %"))
    #expect(text(8499).contains("84.99 % ≤ 85 %"))
    #expect(text(8501).contains("85.01 % > 85 %"))
  }

  @Test func selectionAndConditions() throws {
    var query = ReportExamples.query(.en, by: [])
    query.filters = [CategoryFilter(dimension: "field", categories: ["land", "_missing"])]
    query.period = PeriodRange(id: "2025Q1", calendar: .civil)
    let report = ReportExamples.report(.en, query: query)
    let text = report.write(as: .text)
    #expect(text.contains("Only Field: Land + (not given)."))
    #expect(text.contains("Only the period 2025Q1 (1 Jan–31 Mar 2025)."))
    let conditions = try #require((object(report)["query"] as? [String: Any])?["where"])
    let field = try #require((conditions as? [String: Any])?["field"] as? [Any])
    #expect(field[0] as? String == "land")
    #expect(field[1] is NSNull)
  }

  /// What stood in a column of personal data is counted and never shown.
  @Test(arguments: ReportFormat.allCases)
  func personalSpellingsAreWithheld(format: ReportFormat) {
    let place = SourcePlace(source: ReportExamples.digest, line: 3)
    let report = ReportExamples.report(
      .en,
      losses: ["0912345678", "Nguyễn Văn A"].map {
        LabelLoss(column: .question("comment"), label: $0, n: 2, first: place, suggestion: nil)
      })
    let text = report.write(as: format)
    #expect(!text.contains("0912345678"))
    #expect(!text.contains("Nguyễn"))
  }

  private func object(_ report: Report) throws -> [String: Any] {
    let data = Data(report.write(as: .json).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
