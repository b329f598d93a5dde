import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The figures that Samples/README.md promises, from files to verdicts.
@Suite struct SampleFigureTests {
  @Test func theVerdictSample() throws {
    let report = try SampleFile.part("verdict/1", "verdict").report(ReportQuery())
    #expect(report.accounting.read == 3 && report.accounting.responses == 2_210)
    let rows = Dictionary(
      uniqueKeysWithValues: report.verdicts.map { ("\($0.target.id) \($0.domain.oracleName)", $0) })
    #expect(rows.keys.sorted() == ["t85 group=main", "t85 group=small", "t85-whole "])

    let main = try #require(rows["t85 group=main"])
    #expect(main.satisfied == 1_886 && main.n == 2_190)
    #expect(main.judgement.verdict == .reachedNotShown)
    #expect(main.period == nil && main.isComplete && main.provisional == nil)
    let interval = try #require(main.judgement.interval)
    // R 4.2.2: prop.test(1886, 2190, correct = FALSE)$conf.int and
    // binom.test(1886, 2190, 0.85, "greater")$p.value.
    #expect(abs(interval.lower - 0.846072935838998) < 1e-13)
    #expect(abs(interval.upper - 0.875036601789308) < 1e-13)
    let pValue = try #require(main.judgement.pValue)
    #expect(abs(pValue - 0.0743629908232758) < 1e-12)
    // The same interval of 1,894 of 2,190 begins at 0.8498805, of 1,895 at 0.8503566.
    #expect(main.judgement.moreSatisfiedNeeded == 9)
    // ⌈z² · 0.85 · 0.15 / (1886/2190 − 0.85)²⌉ with z = 1.959964, by hand.
    #expect(main.judgement.answersNeededAtThisRate == 3_914)

    let small = try #require(rows["t85 group=small"])
    #expect(small.satisfied == 20 && small.n == 20)
    #expect(small.judgement.verdict == .notJudged && small.judgement.reason == .tooFew)
    #expect(small.judgement.moreSatisfiedNeeded == nil)
    let whole = try #require(rows["t85-whole "])
    #expect(whole.satisfied == 1_906 && whole.n == 2_210)
    #expect(whole.judgement.verdict == .reachedNotShown)
  }

  @Test func aCensusIsJudgedByTheFraction() throws {
    let report = try SampleFile.part("dossiers/2025", "dossiers").report(ReportQuery())
    let rows = report.verdicts.map { "\($0.period?.id ?? "") \($0.satisfied ?? -1)/\($0.n)" }
    #expect(
      rows == [
        "2025Q1 1860/2400", "2025Q2 2000/2500", "2025Q3 2110/2600", "2025Q4 2240/2700",
        "2025 8210/10200",
      ])
    // 77.5 %, exactly 80 %, 81.2 %, 83.0 %, 80.5 %.
    #expect(report.verdicts.map(\.judgement.verdict) == [.missed, .met, .met, .met, .met])
    #expect(report.verdicts.allSatisfy { $0.judgement.interval == nil })
    #expect(report.verdicts.allSatisfy { $0.judgement.pValue == nil && $0.provisional == nil })
    #expect(report.estimates.map(\.reason) == [.census])
    #expect(report.estimates.map(\.value) == [8_210.0 / 10_200])
  }

  @Test func seventeenOfSeventeenMeetEvenAHundredPercent() throws {
    let part = try SampleFile.part("dossiers/2025", "dossiers-17")
    let definition = try PackageFile.text("Surveys/dossiers/2025.yaml")
    let strict = try Fixture.survey(definition.replacing("atLeast: 80%", with: "atLeast: 100%"))
    let report = try part.redefined(by: strict).report(ReportQuery())
    #expect(report.verdicts.map { "\($0.satisfied ?? -1)/\($0.n)" } == ["17/17", "17/17"])
    #expect(report.verdicts.map(\.judgement.verdict) == [.met, .met])
    // September's quarter ends on its last day, the year does not.
    #expect(report.verdicts.map { $0.period?.id } == ["2025Q3", "2025"])
    #expect(report.estimates.map(\.interval) == [nil])
  }

  @Test func theHousingSurveysMargins() throws {
    var query = ReportQuery()
    query.by = ["type"]
    let report = try SampleFile.part("housing/1976", "housing").report(query)
    // Venables and Ripley, MASS: the margins of `housing`.
    #expect(
      report.estimates.map { "\($0.domain.oracleName) \($0.satisfied ?? -1)/\($0.n)" } == [
        " 668/1681", "type=tower 200/400", "type=apartment 302/765", "type=atrium 96/239",
        "type=terrace 70/277",
      ])
    let interval = try #require(report.estimates.first?.interval)
    // R 4.2.2: prop.test(668, 1681, correct = FALSE)$conf.int.
    #expect(abs(interval.lower - 0.374248800349518) < 1e-13)
    #expect(abs(interval.upper - 0.420984158696086) < 1e-13)
    #expect(interval.method == .wilson)
    let answers = try #require(report.distributions.first?.answers)
    #expect(answers.map { "\($0.choice) \($0.n)" } == ["high 668", "medium 446", "low 567"])
  }

  /// Two calendars: the tables of Samples/README.md.
  @Test(arguments: [
    (ReportCalendar.civil, ["2025Q1 81/100", "2025Q2 89/100"]),
    (.stateReport15, ["2025Q1 76/80", "2025Q2 84/100", "2025Q3 10/20"]),
  ])
  func twoHundredResponsesInTwoCalendars(_ calendar: ReportCalendar, _ rows: [String]) throws {
    var query = ReportQuery()
    query.by = ["quarter"]
    query.calendar = calendar
    let report = try SampleFile.part("one-stop-shop/2025.1", "kiosk-200").report(query)
    let estimates = report.estimates.filter { $0.measure == "satisfaction" }
    let quarters = estimates.dropFirst().map { estimate in
      "\(estimate.domain.oracleName.dropFirst(8)) \(estimate.satisfied ?? -1)/\(estimate.n)"
    }
    #expect(quarters == rows)
    #expect(estimates.first.map { "\($0.satisfied ?? -1)/\($0.n)" } == "170/200")
    // Pooled with the combined label: 131 of 160; alone 30, 34 and 37 of 40.
    let year = report.verdicts.filter {
      $0.target.id == "priority-fields" && $0.period?.id == "2025"
    }
    let wanted = ["30/40", "34/40", "37/40", "131/160"]
    #expect(year.map { "\($0.satisfied ?? -1)/\($0.n)" } == wanted)
    #expect(year.allSatisfy { $0.provisional == .incompletePeriod })
  }

  @Test func everyFaultOnce() throws {
    var query = ReportQuery()
    query.by = ["field"]
    let report = try SampleFile.part("one-stop-shop/2025.1", "kiosk-faults").report(query)
    let accounting = report.accounting
    #expect(accounting.closes)
    #expect(accounting.read == 33 && accounting.accepted == 26 && accounting.rejected == 7)
    #expect(accounting.blank == 3 && accounting.repaired == 2 && accounting.withoutID == 1)
    #expect(
      accounting.byCode == [
        "response.unreadable-date": 1, "response.unreadable-id": 1, "csv.field-count": 1,
        "csv.text-after-quote": 2, "csv.fragment": 1, "csv.unclosed-quote": 1, "text.invalid": 1,
      ])
    let estimates = report.estimates.filter { $0.measure == "satisfaction" }
    let whole = try #require(estimates.first)
    #expect(whole.satisfied == 19)
    #expect(
      OracleCounts(whole.counts)
        == OracleCounts(
          accepted: 26, answered: 21, noOpinion: 1, missing: 2, notApplicable: 1, invalid: 1))
    #expect(whole.losses == LossShare(lost: 8, base: 33))
    #expect(estimates.last?.losses == LossShare(lost: 9, base: 33))
    #expect(report.lossesExceedLimit)
    // Beside targets that are not in force nothing is judged.
    #expect(report.verdicts.allSatisfy { $0.judgement.verdict == .notJudged })
  }
}
