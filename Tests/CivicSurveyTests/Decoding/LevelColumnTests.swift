import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// One column of counts for each level: a record stands for many responses.
@Suite struct LevelColumnTests {
  private static let yaml = """
    survey: ballots
    version: "1"
    title: { en: Ballots }
    coverage: sample
    timeZone: "+07:00"
    duplicates: keepFirst
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [date] }
    dimensions:
      unit: { columns: [unit], open: true }
    scales:
      three:
        choices: { 3: { en: Good }, 2: { en: Fair }, 1: { en: Bad } }
        satisfied: [3]
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        levelColumns: { 3: [good], 2: [fair], 1: [bad] }
        scale: three
      attitude:
        text: { en: Attitude }
        levelColumns: { 3: [kind], 2: [cool], 1: [rude] }
        scale: three
        optional: true
      needs:
        text: { en: Needs }
        columns: [needs]
        separator: ";"
        choices: { a: { en: A }, b: { en: B } }
    """

  /// 37 + 12 + 0 answers to one question, 20 + 0 + 5 to the other; then 1 + 2 + 3 and none.
  private static let file = """
    id,date,unit,good,fair,bad,kind,cool,rude
    1,2025-03-31,A,37,12,0,20,,5
    2,2025-04-01,B,1,2,3,0,0,0

    """

  private func row(
    _ report: Report, _ question: String, _ domain: String = ""
  ) throws -> OracleCounts {
    let row = try #require(
      report.distributions.first {
        $0.question == question && $0.domain.oracleName == domain
      })
    return OracleCounts(row.counts, row.answers)
  }

  private func counts(
    accepted: Int, notApplicable: Int, _ choices: [String: Int]
  ) -> OracleCounts {
    var counts = OracleCounts(
      accepted: accepted, answered: accepted - notApplicable, noOpinion: 0, missing: 0,
      notApplicable: notApplicable, invalid: 0)
    counts.choices = choices
    return counts
  }

  @Test func eachCountAnswersItsOwnQuestion() throws {
    let part = try Fixture.part(Fixture.plan(Self.yaml), Self.file)
    #expect(part.accounting.read == 2 && part.accounting.accepted == 2)
    // 49 + 25 + 6.
    #expect(part.accounting.responses == 80 && part.accounting.closes)
    var query = ReportQuery()
    query.by = ["unit", "quarter"]
    let report = try part.report(query)
    #expect(
      try row(report, "overall")
        == counts(accepted: 80, notApplicable: 25, ["3": 38, "2": 14, "1": 3]))
    #expect(
      try row(report, "attitude") == counts(accepted: 80, notApplicable: 55, ["3": 20, "1": 5]))
    #expect(try row(report, "needs") == counts(accepted: 80, notApplicable: 80, [:]))
    #expect(
      try row(report, "overall", "unit=A&quarter=2025Q1")
        == counts(accepted: 74, notApplicable: 25, ["3": 37, "2": 12]))
    #expect(
      try row(report, "attitude", "quarter=2025Q2") == counts(accepted: 6, notApplicable: 6, [:]))
  }

  @Test func aQuestionServesAsADimension() throws {
    let part = try Fixture.part(Fixture.plan(Self.yaml, alsoBy: ["overall"]), Self.file)
    var query = ReportQuery()
    query.by = ["overall"]
    let report = try part.report(query)
    #expect(
      try row(report, "overall", "overall=3") == counts(accepted: 38, notApplicable: 0, ["3": 38]))
    #expect(
      try row(report, "attitude", "overall=_notApplicable")
        == counts(accepted: 25, notApplicable: 0, ["3": 20, "1": 5]))
  }

  @Test func theSameResponsesOneByOneGiveTheSameRates() throws {
    let plan = try Fixture.plan(Self.yaml)
    let counted = try Fixture.part(plan, "id,date,unit,good,fair,bad\n1,2025-03-31,A,2,0,1\n")
    let single = try Fixture.part(
      plan,
      "id,date,unit,overall,needs\n1,2025-03-31,A,3,a\n2,2025-03-31,A,3,\n3,2025-03-31,A,1,b\n")
    let (left, right) = (try counted.report(ReportQuery()), try single.report(ReportQuery()))
    #expect(left.estimates.first?.value == right.estimates.first?.value)
    #expect(try row(left, "overall") == row(right, "overall"))
  }

  @Test(arguments: [
    ("37,x,0", 1), ("37,-1,0", 1), ("37,1.5,0", 1), ("37,\"1,0\",0", 1), ("37,,", 0), (",,", 0),
    ("0037,0,1000000000", 0), ("1,1,1000000001", 1),
  ])
  func anUnreadableCountRejectsTheRecord(_ counts: String, _ rejected: Int) throws {
    let part = try Fixture.part(
      Fixture.plan(Self.yaml), "id,date,unit,good,fair,bad\n1,2025-03-31,A,\(counts)\n")
    #expect(part.accounting.rejected == rejected)
    #expect(part.accounting.byCode["response.unreadable-frequency"] == (rejected == 1 ? 1 : nil))
    #expect(part.accounting.closes)
  }

  @Test func duplicatesAreComparedByTheirCounts() throws {
    let part = try Fixture.part(
      Fixture.plan(Self.yaml),
      "id,date,unit,good,fair,bad\n1,2025-03-31,A,2,0,1\n1,2025-03-31,A,2,0,1\n"
        + "1,2025-03-31,A,2,1,0\n")
    #expect(part.accounting.identicalDuplicates == 1)
    #expect(part.accounting.conflictingDuplicates == 1)
    #expect(part.accounting.responses == 3)
  }

  /// Random counts, added up here, on one thread and on three.
  @Test func randomCountsAddUp() throws {
    var random = SeededRandom(seed: 37)
    var text = "id,date,unit,good,fair,bad,kind,cool,rude\n"
    var sums = [Int](repeating: 0, count: 6)
    for record in 0..<3_000 {
      let counts = (0..<6).map { _ in random.below(4) }
      for (place, count) in counts.enumerated() { sums[place] += count }
      text += "\(record),2025-0\(1 + random.below(6))-10,U\(random.below(9)),"
      text += counts.map(String.init).joined(separator: ",") + "\n"
    }
    let plan = try Fixture.plan(Self.yaml)
    var options = Tabulator.Options()
    options.blockSize = 4096
    let part = try Fixture.part(plan, text, options: options)
    options.threads = 3
    #expect(try Fixture.bytes(Fixture.part(plan, text, options: options)) == Fixture.bytes(part))
    let all = sums.reduce(0, +)
    let overall = sums[..<3].reduce(0, +)
    let report = try part.report(ReportQuery())
    #expect(part.accounting.responses == all)
    #expect(
      try row(report, "overall")
        == counts(
          accepted: all, notApplicable: all - overall,
          ["3": sums[0], "2": sums[1], "1": sums[2]]))
    #expect(
      try row(report, "attitude")
        == counts(
          accepted: all, notApplicable: overall, ["3": sums[3], "2": sums[4], "1": sums[5]]))
  }

  @Test(arguments: [
    ("date,unit,good,fair", ["header.missing-column"]),
    ("date,unit,good,fair,bad,overall", ["header.two-ways"]),
    ("date,unit,good,fair,bad,kind", ["header.missing-column", "header.missing-column"]),
    // Without a count it is a file of single responses, which lacks its questions.
    ("date,unit,x", ["header.missing-column", "header.missing-column"]),
  ])
  func aHeaderHasAllLevels(_ header: String, _ codes: [String]) throws {
    let plan = try Fixture.plan(Self.yaml)
    let found = Fixture.codes { () throws(RunError) in
      _ = try Tabulator(plan).run([Fixture.input(header + "\n")])
    }
    #expect(found.map { $0.replacing("-like", with: "") } == codes)
  }
}
