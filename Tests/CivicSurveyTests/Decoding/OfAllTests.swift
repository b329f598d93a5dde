import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Two counts a line: how many have done something, of how many.
@Suite struct OfAllTests {
  private static let yaml = """
    survey: training
    version: "1"
    title: { en: Training }
    coverage: census
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] } }
    dimensions:
      unit: { columns: [unit], open: true }
    questions:
      trained:
        text: { en: Trained }
        type: yesNo
        levelColumns: { yes: [done] }
        ofAll: [all]
    measures:
      trained: { rule: topbox, question: trained, satisfied: [yes] }
    """
  private static let header = "date,unit,done,all\n"

  private func part(_ rows: String, _ options: Tabulator.Options = .init()) throws -> TallyPart {
    try Fixture.part(Fixture.plan(Self.yaml), Self.header + rows, options: options)
  }

  /// By hand: 12 of 15 and 7 of 7 are 19 of 22.
  @Test func theOtherChoiceGetsTheRest() throws {
    let part = try part("2025-03-01,A,12,15\n2025-03-01,B,7,7\n")
    let estimate = try #require(part.report(ReportQuery()).estimates.first)
    #expect((estimate.n, estimate.satisfied) == (22, 19))
    #expect(part.accounting.accepted == 2 && part.accounting.responses == 22)
    #expect(part.accounting.closes)
  }

  @Test func theColumnsMayStandInAnyOrder() throws {
    let part = try Fixture.part(
      Fixture.plan(Self.yaml), "all,unit,done,date\n15,A,12,2025-03-01\n")
    #expect(part.accounting.responses == 15)
    #expect(try part.report(ReportQuery()).estimates.first?.satisfied == 12)
  }

  /// Done, all, and what becomes of the record: its responses, or its code.
  @Test(
    arguments: [
      ("0,10", 10, nil), ("10,10", 10, nil), ("0,0", 0, nil), (",10", 10, nil), (",", 0, nil),
      ("11,10", nil, "response.more-than-all"), ("3,", nil, "response.more-than-all"),
      ("x,10", nil, "response.unreadable-frequency"),
      ("3,-1", nil, "response.unreadable-frequency"),
    ] as [(String, Int?, String?)])
  func moreThanAllRejectsTheRecord(_ counts: String, _ responses: Int?, _ code: String?) throws {
    let part = try part("2025-03-01,A,\(counts)\n2025-03-02,B,1,2\n")
    #expect(part.accounting.responses == 2 + (responses ?? 0))
    #expect(part.accounting.byCode == (code.map { [$0: 1] } ?? [:]))
    #expect(part.accounting.closes)
  }

  /// The losses are as many as the record says were done.
  @Test func whatIsRejectedIsLostAsItIsCounted() throws {
    let part = try part("2025-03-01,A,11,10\n2025-03-02,B,80,89\n")
    #expect(part.accounting.rejectedResponses == 11 && part.accounting.unknownCounts == 0)
    #expect(try part.report(ReportQuery()).lossShare == LossShare(lost: 11, base: 100))
  }

  @Test func aFileNeedsBothColumns() throws {
    let plan = try Fixture.plan(Self.yaml)
    let codes = Fixture.codes { () throws(RunError) in
      _ = try Tabulator(plan).run([Fixture.input("date,unit,done\n2025-03-01,A,1\n")])
    }
    #expect(codes == ["header.missing-column"])
  }

  /// Random counts, added up here, on one thread and on three.
  @Test func randomCountsAddUp() throws {
    var random = SeededRandom(seed: 19)
    var rows = ""
    var (done, all) = (0, 0)
    for record in 0..<2_000 {
      let of = random.below(9)
      let count = random.below(of + 1)
      (done, all) = (done + count, all + of)
      rows += "2025-0\(1 + random.below(6))-10,U\(record % 7),\(count),\(of)\n"
    }
    var options = Tabulator.Options()
    options.blockSize = 4096
    let part = try part(rows, options)
    options.threads = 3
    #expect(try Fixture.bytes(self.part(rows, options)) == Fixture.bytes(part))
    let estimate = try #require(part.report(ReportQuery()).estimates.first)
    #expect((estimate.n, estimate.satisfied) == (all, done))
  }
}
