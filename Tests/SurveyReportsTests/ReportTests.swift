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
    target.bound = .atMost(TargetValue(.share, numerator: 85, denominator: 100))
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

  /// Periods before a target are named once, not judged row by row.
  @Test func periodsWithoutATargetStandBelowTheTable() {
    let text = ReportExamples.report(.vi).write(as: .text)
    #expect(text.contains("- Quý I/2025 (01/01–31/03/2025): chỉ tiêu chưa hoặc không còn áp dụng."))
    let table = text.split(separator: "\nonline-90").last?.split(separator: "\n\n").first ?? ""
    #expect(table.contains("\nQuý II/2025 "))
    #expect(!table.contains("\nQuý I/2025 "))
  }

  /// A register's facts are not called satisfaction.
  @Test func registersHaveTheirOwnWords() {
    var survey = ReportExamples.survey()
    for index in survey.questions.indices {
      survey.questions[index].type = .single
      survey.questions[index].role = nil
    }
    let text = ReportExamples.report(.en, survey: survey).write(as: .text)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("had 9 of the other 304 counted as well"))
    #expect(text.contains("\nRates\n"))
    #expect(!text.contains("not satisfied"))
  }

  /// Seven quarters are too wide for one table of 80 columns, forty are too many for columns.
  @Test(arguments: [(2, 1), (7, 2), (40, 0)])
  func columnsOfPeriods(count: Int, tables: Int) throws {
    var period = try #require(
      Period(containing: ReportExamples.day(2015, 1, 1), kind: .quarter, calendar: .civil))
    var rows: [Estimate] = []
    for _ in 0..<count {
      for value in ["land", "construction"] {
        let entries = [
          ReportExamples.field(.category(value)),
          Domain.Entry(axis: "quarter", value: .period(period)),
        ]
        rows.append(ReportExamples.estimate(850, of: 1000, entries))
      }
      period = try #require(period.next)
    }
    rows.sort {
      $0.domain.entries[0].value == .category("land")
        && $1.domain.entries[0] != $0.domain.entries[0]
    }
    let text = ReportExamples.report(.en, estimates: rows, verdicts: [], losses: []).write(
      as: .text)
    expectFits(text)
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("Land  ") } == tables)
    #expect(lines.count { $0.hasPrefix("Field: Land") } == (tables == 0 ? 1 : 0))
  }

  @Test func otherMeasuresStandSideBySide() {
    var survey = ReportExamples.survey()
    for id in ["access", "results"] {
      survey.measures.append(
        Measure(id: id, question: "attitude", satisfied: ["5"], version: 2))
    }
    let land = [ReportExamples.field(.category("land"))]
    let rows = survey.measures.map { ReportExamples.estimate(9, of: 10, measure: $0.id, land) }
    let text = ReportExamples.report(.en, survey: survey, estimates: rows, verdicts: [])
      .write(as: .text)
    expectFits(text)
    #expect(text.contains("By Field: other questions"))
    #expect(text.contains(/\nLand +(90.0 % \/ 10 *){3}\n/))
    // Measures with the same satisfied choices share a sentence.
    #expect(text.contains("satisfaction (version 1), attitude"))
    #expect(text.contains("access (version 2), results"))
  }

  private func object(_ report: Report) throws -> [String: Any] {
    let data = Data(report.write(as: .json).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
