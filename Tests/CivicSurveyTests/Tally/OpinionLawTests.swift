import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A register split over files adds up to the same tally, and a tally answers for every day.
@Suite struct OpinionLawTests {
  static let seeds = [UInt64](2001...2012)

  private static func yaml(_ random: inout SeededRandom) -> String {
    let due = random.chance(50) ? "{ columns: [due] }" : "{ days: 15 }"
    return OpinionTests.yaml.replacing("due: { columns: [due] }", with: "due: \(due)")
  }

  private static func lines(_ random: inout SeededRandom) -> [String] {
    func day(_ random: inout SeededRandom, blank: Int) -> String {
      if random.chance(blank) { return random.element(of: ["", "", "N/A", "soon"]) }
      return "\(10 + random.below(19))/0\(1 + random.below(6))/2025"
    }
    return (0..<60).map { number in
      let unit = random.element(of: ["A", "B", "C"])
      let days = (0..<5).map { day(&random, blank: $0 == 0 ? 5 : 40) }
      let texts = (0..<2).map { _ in random.chance(50) ? "text" : "" }
      return "\(number),\(days[0]),\(unit),words,\(texts[0]),\(texts[1]),"
        + days[1...].joined(separator: ",") + "\n"
    }
  }

  @Test(arguments: seeds)
  func anySplitAndAnyOrderGiveTheSameTally(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let plan = try Fixture.plan(Self.yaml(&random), alsoBy: random.chance(50) ? ["onTime"] : [])
    let lines = Self.lines(&random)
    let cut = 1 + random.below(lines.count - 1)
    let pieces = [lines[..<cut], lines[cut...]].map { OpinionTests.header + $0.joined() }
    let whole = try Fixture.part(plan, pieces[0], pieces[1])
    let parts = try pieces.map { try Fixture.part(plan, $0) }
    for order in [[0, 1], [1, 0]] {
      var sum = TallyPart(plan)
      for place in order {
        let bytes = Fixture.bytes(parts[place])
        try sum.merge(try #require(TallyFile.decode(bytes, name: "t").parts.first))
      }
      #expect(Fixture.bytes(sum) == Fixture.bytes(whole))
    }
    var few = Tabulator.Options()
    few.threads = 1
    #expect(
      try Fixture.bytes(Fixture.part(plan, pieces[1], pieces[0], options: few))
        == Fixture.bytes(whole))
  }

  /// A report with another day from the tally is the one from the files.
  @Test(arguments: seeds)
  func aTallyAnswersForEveryDay(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let plan = try Fixture.plan(Self.yaml(&random), alsoBy: ["onTime"])
    let text = OpinionTests.header + Self.lines(&random).joined()
    let bytes = Fixture.bytes(try Fixture.part(plan, text))
    let read = try #require(try TallyFile.decode(bytes, name: "t").parts.first)
    for month in [1, 3, 5, 8] {
      var query = ReportQuery()
      query.by = [random.element(of: ["unit", "onTime", "quarter"])]
      query.asOf = CalendarDay(year: 2025, month: month, day: 16)
      let ours = try read.report(query)
      let theirs = try Fixture.part(TabulationPlan(plan.survey, for: query), text).report(query)
      #expect(ours.estimates.map { Row($0) } == theirs.estimates.map { Row($0) })
      #expect(ours.worstLoss == theirs.worstLoss)
    }
    #expect(Fixture.bytes(read) == bytes)
  }

  private struct Row: Equatable {
    let name: String
    let counts: [Int]

    init(_ estimate: Estimate) {
      let counts = estimate.counts
      name = "\(estimate.measure) \(estimate.domain)"
      self.counts = [
        counts.accepted, counts.answered, counts.missing, counts.notApplicable, counts.invalid,
        estimate.satisfied ?? -1,
      ]
    }
  }

  /// A tally that was made up is refused.
  @Test func openOpinionsAreNotLateYet() throws {
    let plan = try Fixture.plan(OpinionTests.yaml)
    let due = try #require(plan.due)
    let part = try Fixture.part(plan, OpinionTests.header + OpinionTests.line(due: "25/03/2025"))
    func changed(_ code: UInt32, _ change: (inout [UInt64]) -> Void = { _ in }) -> TallyPart {
      var row = [UInt64](repeating: 0, count: plan.slotCount)
      part.sums.add(0, to: &row)
      change(&row)
      var codes = Array(part.sums.codes(of: 0))
      codes[due.position] = code
      var other = part
      other.sums = SumTable(plan)
      other.sums.append(codes: codes, row: row)
      return other
    }
    let code = part.sums.code(of: 0, at: due.position)
    #expect(DueCode.day(of: code)?.description == "2025-03-25")
    try PartInvariants(changed(code)).check()
    #expect(throws: TallyDamage.self) { try PartInvariants(changed(1 << 18)).check() }
    #expect(throws: TallyDamage.self) { try PartInvariants(changed(1)).check() }
    let onTime = try #require(plan.opinions?.question(of: .onTime))
    let slots = plan.questions[onTime]
    #expect(throws: TallyDamage.self) {
      try PartInvariants(
        changed(code) { row in
          row[slots.firstSlot] = 1
          row[slots.firstSlot + slots.slot(of: .notApplicable)] = 0
        }
      ).check()
    }
  }
}
