import SurveyStatistics
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports

/// Which rows of the targets stand on the first sheet.
@Suite struct GlanceTests {
  private static let target = Target(
    id: "units", title: nil, measure: "satisfaction", filters: [],
    each: [CategoryFilter(dimension: "unit", categories: [])], pooled: [],
    bound: .atLeast(TargetValue(.share, numerator: 85, denominator: 100)),
    from: ReportExamples.day(2025, 1, 1), until: nil, every: [.quarter])

  private static func verdict(
    _ unit: Int, _ satisfied: Int, of n: Int = 400, notJudged reason: NotJudgedReason? = nil
  ) -> TargetVerdict {
    ReportExamples.verdict(
      target, .each,
      Domain(entries: [Domain.Entry(axis: "unit", value: .category("Unit \(unit)"))]),
      ReportExamples.quarters[1], satisfied, of: n, notJudged: reason)
  }

  private static func text(_ verdicts: [TargetVerdict], _ locale: ReportLocale = .en) -> String {
    SummaryTests.text(ReportExamples.report(locale, verdicts: verdicts))
  }

  /// The units of the table, from its top.
  private static func units(_ text: String) -> [Int] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count > 3, words[0] == "Unit:", words[1] == "Unit" else { return nil }
      return Int(words[2])
    }
  }

  /// 20 units, of which the last is missed: nine rows have room.
  @Test func aMissedRowIsNeverCut() {
    var verdicts = (1...19).map { Self.verdict($0, 380) }
    verdicts.append(Self.verdict(20, 211))
    let text = Self.text(verdicts)
    #expect(Self.units(text) == [20] + Array(1...8))
    #expect(text.contains("11 more rows stand under Targets: Met: 11."))
    #expect(text.contains("Missed"))
    #expect(
      text.contains(
        "Q2 2025: all 20 rows taken together (Holm's adjustment), still missed for sure: Unit: Unit "
          + "20."))
    #expect(Self.text(verdicts, .vi).contains("Còn 11 dòng khác trong mục Chỉ tiêu: Đạt: 11."))
  }

  @Test func rowsComeByWhatAsksForAttention() {
    // 400: met; 345 reached; 338 not reached; 211 missed; no answers.
    let verdicts = [
      Self.verdict(1, 400), Self.verdict(2, 345), Self.verdict(3, 338), Self.verdict(4, 0, of: 0),
      Self.verdict(5, 211), Self.verdict(6, 390),
    ]
    #expect(Self.units(Self.text(verdicts)) == [5, 4, 3, 2, 1, 6])
  }

  @Test func allThatAreMissedOrNotJudgedStand() {
    let missed = (1...8).map { Self.verdict($0, 100) }
    let open = (9...12).map { Self.verdict($0, 0, of: 0) }
    let met = (13...15).map { Self.verdict($0, 400) }
    let text = Self.text(met + open + missed)
    #expect(Self.units(text) == Array(1...12))
    #expect(text.contains("3 more rows stand under Targets: Met: 3."))
  }

  /// 325 of 400 has an exact tail of 2.4 %, enough for one row and not for one of eight.
  @Test func ofManyRowsOneMissedByChanceIsCalledSo() {
    let p = BinomialDistribution(trials: 400, probability: 0.85).atMost(325)
    #expect(p < 0.025 && p * 8 > 0.025)
    let met = (2...8).map { Self.verdict($0, 390) }
    let text = Self.text([Self.verdict(1, 325)] + met)
    #expect(Self.units(text).first == 1 && text.contains("Missed"))
    #expect(
      text.contains(
        "Q2 2025: all 8 rows taken together (Holm's adjustment), none is missed for sure."))
    // Five rows are looked at one by one.
    #expect(!Self.text([Self.verdict(1, 325)] + met.prefix(4)).contains("Holm"))
  }

  // MARK: - Method

  /// 8 rows of 2.5 % each are 0.2 that chance calls wrongly.
  @Test func theMethodSaysHowManyMayBeWrong() {
    func method(_ verdicts: [TargetVerdict]) -> String {
      TextRenderer(style: TextStyle(width: 600)).render(
        MethodSection(context: ReportContext(ReportExamples.report(.en, verdicts: verdicts)))
          .sections)
    }
    let rows = (1...8).map { Self.verdict($0, 390) } + [Self.verdict(9, 0, of: 0)]
    #expect(
      method(rows).contains(
        "Rows judged by a sample: 8. Whatever their true rates, on average at most 0.2 are falsely "
          + "called “Met” or “Missed” (each with a probability of at most 2.5 %)"))
    #expect(!method(rows).contains("Longer periods"))
    // The example has four in quarters and the year.
    #expect(method(ReportExamples.verdicts).contains("Longer periods hold shorter ones"))
    #expect(!method([]).contains("Rows judged"))
  }

  @Test func tenthsAreNeverRoundedDown() {
    let numbers = NumberText(locale: .vi)
    #expect(numbers.tenths(upTo: 52 * 0.025) == "1,3")
    #expect(numbers.tenths(upTo: 20 * 0.025) == "0,5")
    #expect(numbers.tenths(upTo: 5 * 0.025) == "0,2")
    #expect(numbers.tenths(upTo: 0) == "0,0")
  }
}
