import SurveyDefinition
import Testing

@testable import CivicSurvey

/// What a row could use of its own answers; counted by hand.
@Suite struct RowQualityTests {
  private static let yaml = """
    survey: fields
    version: "1"
    title: { en: Fields }
    coverage: self-selected
    timeZone: "+07:00"
    source: { responseID: { columns: [id] }, frequency: { columns: [count] } }
    notApplicable: ["-"]
    dimensions:
      field: { columns: [field], categories: { land: { en: Land }, build: { en: Building } } }
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: two }
    scales:
      two:
        choices: { good: { en: Good }, bad: { en: Bad } }
        noOpinion: ["?"]
        satisfied: [good]
    targets:
      - id: t
        measure: overall
        atLeast: 85%
        from: 2025-01-01
        each: { field: [land, build] }
        pooled: { field: [land, build] }
    """

  /// The report on lines of `field,answer,count`.
  private func report(_ lines: String..., by: [String] = ["field"]) throws -> Report {
    var query = ReportQuery()
    query.by = by
    let rows = lines.enumerated().map { "\($0),\($1)\n" }.joined()
    return try Fixture.part(Fixture.plan(Self.yaml), "id,field,overall,count\n" + rows).report(
      query)
  }

  /// The verdicts of land, build and both, with their reasons and flags.
  private func verdicts(_ report: Report) -> [String] {
    report.verdicts.map { verdict in
      ([verdict.judgement.reason?.rawValue ?? verdict.judgement.verdict.rawValue]
        + verdict.flags.map(\.rawValue)).joined(separator: " ")
    }
  }

  @Test func aRowIsWithheldForItsOwnInvalidAnswers() throws {
    // 150 of 250 in land, 60 %; 150 of 3,750 in all, 4 %.
    let report = try report("land,good,100", "land,x,150", "build,good,3500")
    #expect(
      verdicts(report) == ["losses-over-limit low-item-response", "met", "met"])
    #expect(!report.lossesExceedLimit && report.hasFindings)
    #expect(report.verdicts[0].isWithheldForItself(report.query.lossLimit))
    let messages = report.diagnostics
    // That few answers could be used is said once.
    #expect(messages.map(\.code) == ["response.row-losses-over-limit"])
    #expect(
      messages[0].arguments == [
        "rowsCount": "1", "row": "Land", "lostCount": "150", "baseCount": "250",
        "lostPercent": "60", "limitPercent": "5",
      ])
    // A row that is no target's is flagged and no finding.
    let other = try self.report("land,good,3500", "build,good,1", ",x,20", ",good,100")
    #expect(verdicts(other) == ["met", "n-too-small", "met"])
    #expect(!other.hasFindings && other.diagnostics.isEmpty)
    #expect(
      other.estimates.map { $0.counts.losesOverLimit(other.query.lossLimit) }
        == [false, false, false, true])
  }

  @Test func theLimitIsHeldOverThoseThatWereAsked() throws {
    // 5 of 100 are exactly the limit, though 900 more were not asked; 6 of 100 are above it.
    #expect(
      try verdicts(report("land,good,95", "land,x,5", "land,-,900", "build,good,100"))[0] == "met")
    #expect(
      try verdicts(report("land,good,94", "land,x,6", "land,-,900", "build,good,100"))[0]
        == "losses-over-limit")
    // Missing answers were asked for.
    #expect(
      try verdicts(report("land,good,94", "land,x,6", "land,,20", "build,good,100"))[0]
        == "met low-item-response")
  }

  @Test func fewInvalidAnswersAreNotWeighed() throws {
    #expect(
      try verdicts(report("land,good,30", "land,x,4", "build,good,500"))[0] == "met")
    #expect(
      try verdicts(report("land,good,30", "land,x,5", "build,good,500"))[0]
        == "losses-over-limit")
    // Without an answer: 4 are none, 5 are too many that were lost.
    #expect(try verdicts(report("land,x,4", "build,good,500"))[0] == "no-answers")
    #expect(try verdicts(report("land,x,5", "build,good,500"))[0] == "losses-over-limit")
    // 5 of 100 are not over the limit, and still nobody answered.
    #expect(
      try verdicts(report("land,x,5", "land,,95", "build,good,500"))[0]
        == "no-answers low-item-response")
  }

  @Test func aQuestionThatFewAnsweredIsProvisional() throws {
    // 95 of 995 in land, 9.5 %; of both 4,595 of 5,495, 83.6 %.
    let report = try report("land,good,95", "land,,900", "build,good,4500")
    #expect(verdicts(report) == ["met low-item-response", "met", "met low-item-response"])
    #expect(!report.hasFindings)
    #expect(report.verdicts.map(\.provisional) == [.lowItemResponse, nil, .lowItemResponse])
    let message = try #require(report.diagnostics.first)
    #expect(message.code == "response.low-item-response" && message.severity == .warning)
    #expect(
      message.arguments == [
        "rowsCount": "2", "row": "Land", "answeredCount": "95", "askedCount": "995",
        // 95/995 = 0.095477…
        "answeredPercent": "9.55", "limitPercent": "85",
      ])
    #expect(report.estimates.map(\.counts.hasLowResponse) == [true, true, false])
  }

  @Test func theLimitOfResponseIsExact() throws {
    func isLow(_ lines: String...) throws -> Bool {
      let rows = lines.enumerated().map { "\($0),land,\($1)\n" }.joined()
      return try Fixture.part(Fixture.plan(Self.yaml), "id,field,overall,count\n" + rows)
        .report(ReportQuery()).estimates[0].counts.hasLowResponse
    }
    #expect(try !isLow("good,85", ",15"))
    #expect(try isLow("good,84", ",16"))
    // Who has no opinion has answered; who was not asked could not.
    #expect(try !isLow("good,60", "?,25", ",15", "-,500"))
    #expect(try isLow("good,60", "?,24", ",16", "-,500"))
    #expect(try isLow("good,84", "x,16"))
    // 24 of 29 are 82.8 %, of too few to judge; 25 of 30 are 83.3 %.
    #expect(try !isLow("good,24", ",5"))
    #expect(try isLow("good,25", ",5"))
    #expect(try isLow(",30"))
  }

  // MARK: - Ids

  /// 100 records: some of them have the first one's id and other answers.
  private func report(
    conflicting: Int, identical: Int = 0, rule: String, limit: DecimalShare? = nil
  ) throws -> (report: Report, part: TallyPart) {
    let first = "0,land,good,1\n"
    let rows = (1..<(100 - conflicting - identical)).map { "\($0),land,good,1\n" }
    let again =
      String(repeating: "0,land,bad,1\n", count: conflicting)
      + String(repeating: first, count: identical)
    let part = try Fixture.part(
      Fixture.plan(Self.yaml + "\nduplicates: \(rule)"),
      "id,field,overall,count\n" + first + rows.joined() + again)
    var query = ReportQuery()
    if let limit { query.lossLimit = limit }
    return (try part.report(query), part)
  }

  @Test func idsThatComeAgainWithOtherAnswersMakeAllProvisional() throws {
    let (report, part) = try report(conflicting: 6, rule: "keepFirst")
    #expect(report.accounting.conflictingDuplicates == 6 && report.accounting.read == 100)
    #expect(
      verdicts(report) == [
        "met conflicting-ids", "no-answers conflicting-ids", "met conflicting-ids",
      ])
    #expect(!report.hasFindings)
    #expect(report.diagnostics.map(\.code) == ["response.conflicting-ids"])
    #expect(
      report.diagnostics[0].arguments == [
        "conflictingCount": "6", "readCount": "100", "lostPercent": "6", "limitPercent": "5",
        "mostPart": "none", "remedyPart": "idsRounded",
      ])
    // What the run has found of it is said with it, and once.
    let repeated = Message(
      .responseRepeatedIDs, severity: .warning,
      [
        "first": "a.csv", "wherePart": "idsWithinFile", "remedyPart": "idsOfWhat",
        "columns": "“id”",
      ])
    let told = try part.report(ReportQuery(), messages: [repeated]).diagnostics
    #expect(told.map(\.code) == ["response.conflicting-ids"])
    #expect(told[0].text(in: .en).contains("came before (most of them within a.csv) with other"))
    #expect(told[0].remedy(in: .vi).contains("“id”"))
    // The same from a tally.
    let read = try TallyFile.decode(Fixture.bytes(part), name: "t").part(named: nil)
    #expect(try verdicts(read.report(ReportQuery())) == verdicts(report))
    // Exactly the limit; identical ones; and where all are kept.
    let none = ["met", "no-answers", "met"]
    #expect(try verdicts(self.report(conflicting: 5, rule: "keepFirst").report) == none)
    #expect(
      try verdicts(self.report(conflicting: 5, identical: 20, rule: "keepFirst").report) == none)
    #expect(
      try verdicts(
        self.report(
          conflicting: 6, rule: "keepFirst", limit: DecimalShare(numerator: 6, denominator: 100)
        ).report) == none)
    #expect(try verdicts(self.report(conflicting: 6, rule: "keepAll").report)[0] == "met")
  }

  @Test func theFirstFlagIsWhatMakesItProvisional() throws {
    let yaml = Self.yaml
      .replacing("source: { ", with: "source: { submittedAt: { columns: [date] }, ")
    let rows = (0..<40).map { "\($0),2025-02-03,land,\($0 < 30 ? "good" : ""),1\n" }.joined()
    let again = String(repeating: "0,2025-02-03,land,bad,1\n", count: 4)
    let part = try Fixture.part(
      Fixture.plan(yaml + "\nduplicates: keepFirst"), "id,date,field,overall,count\n" + rows + again
    )
    let verdict = try #require(part.report(ReportQuery()).verdicts.first)
    #expect(verdict.flags == [.incompletePeriod, .lowItemResponse, .conflictingIDs])
    #expect(verdict.provisional == .incompletePeriod)
  }
}
