import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The rows of a plan: what each is about, what it is compared with, and what failing leaves alone.
@Suite struct ScorecardTests {
  private static let register = """
    survey: register
    version: "1"
    title: { en: Register }
    coverage: census
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] } }
    dimensions:
      group: { columns: [group], categories: { a: { en: A }, b: { en: B } } }
    questions:
      done: { text: { en: Done }, columns: [done], type: yesNo }
      kind: { text: { en: Kind }, columns: [kind], choices: { x: { en: X }, y: { en: Y } } }
    measures:
      done: { rule: topbox, question: done, satisfied: [yes] }
    targets:
      - { id: own, measure: done, atLeast: 1%, from: 2000-01-01 }
    """
  private static let header = "date,group,done,kind\n"

  private static func plan(_ targets: String) throws -> ScorecardPlan {
    let text = """
      plan: p
      title: { en: Plan }
      from: 2025-01-01
      until: 2031-01-01
      sources:
        s: { definition: s.yaml, files: [s.csv] }
        t: { definition: t.yaml, files: [t.csv] }
      targets:
      \(targets)
      """
    let (plan, diagnostics) = PlanParser.parse(bytes: Array(text.utf8), file: "plan.yaml")
    return try #require(plan, "\(diagnostics)")
  }

  private static func target(
    _ id: String, _ source: String = "s", _ more: String = "", bound: String = "50%",
    measure: String = "done"
  ) -> String {
    "  - { id: \(id), title: { en: T }, source: \(source), measure: \(measure), "
      + "atLeast: \(bound)\(more.isEmpty ? "" : ", " + more) }\n"
  }

  /// The card of a plan whose two sources have these rows.
  private func card(
    _ targets: String, s: String, t: String = "2025-01-01,a,yes,x\n", asOf: String? = nil,
    threads: Int = 1, tallied: Bool = false
  ) throws -> Scorecard {
    let plan = try Self.plan(targets)
    var query = Scorecard.Query()
    query.asOf = asOf.flatMap { Period(id: $0, calendar: .civil)?.first }
    let survey = try Fixture.survey(Self.register)
    let sources = plan.sources.map { ScorecardSource($0.id, of: plan, survey: survey, query) }
    if tallied {
      let parts = try [s, t].map {
        try Fixture.part(Fixture.plan(Self.register, alsoBy: ["kind"]), Self.header + $0)
      }
      let outcomes = zip(sources, parts).map { source, part in
        source.outcome([part], [], messages: [])
      }
      return Scorecard(plan, query, outcomes: outcomes)
    }
    let jobs = try zip(sources, [s, t]).map { source, rows in
      Tabulator.Job(
        try source.tabulationPlan(beside: []), [Fixture.input(Self.header + rows)],
        bytes: rows.utf8.count, options: Tabulator.Options())
    }
    let results = Tabulator.run(sideBySide: jobs, threads: threads)
    let outcomes = zip(sources, results).map { source, result in
      switch result {
      case .success(let result): source.outcome([], [result.reading], messages: [])
      case .failure(let error): ScorecardOutcome(failures: error.messages)
      }
    }
    return Scorecard(plan, query, outcomes: outcomes)
  }

  private func figure(_ row: ScorecardRow) throws -> TargetVerdict {
    guard case .figure(let verdict) = row.content else {
      throw RunError(.data, .planNoFile)
    }
    return verdict
  }

  private static let years = """
    2024-05-01,a,yes,x
    2024-06-01,b,no,x
    2025-05-01,a,yes,y
    2025-06-01,a,yes,x
    2025-07-01,b,no,x
    2025-12-31,b,yes,y

    """

  /// By hand 1 of 2 in 2024 and 3 of 4 in 2025; the definition's own target is not used.
  @Test func aRowIsAboutTheNewestPeriodAndThePeriodBeforeIt() throws {
    let card = try card(Self.target("x"), s: Self.years)
    #expect(card.rows.map(\.target.id) == ["x"])
    let verdict = try figure(card.rows[0])
    #expect((verdict.n, verdict.satisfied, verdict.period?.id) == (4, 3, "2025"))
    #expect(verdict.judgement.verdict == .met && verdict.isComplete)
    #expect(card.rows[0].before?.value == 0.5)
    #expect(card.rows[0].series.map { $0.period?.id } == ["2024", "2025"])
    // 2024 lies before the plan: its row is no verdict, but its figure stands in the series.
    #expect(card.rows[0].series[0].judgement.reason == .notInForce)
    #expect(!card.hasFindings)
  }

  @Test func anOpenPeriodHasTheLastWholeOneBesideIt() throws {
    func periods(_ rows: String, asOf: String? = nil) throws -> [String?] {
      try card(Self.target("x"), s: rows, asOf: asOf).rows.map { try figure($0).period?.id }
    }
    let rows = Self.years + "2026-03-01,a,yes,x\n"
    #expect(try periods(rows) == ["2026", "2025"])
    #expect(
      try figure(card(Self.target("x"), s: rows).rows[0]).provisional == .incompletePeriod)
    #expect(try periods(rows, asOf: "2026-12-31") == ["2026"])
    // In 2024 no target was in force.
    #expect(try periods(Self.years.replacing("2025-12-31", with: "2025-12-30")) == ["2025"])
  }

  /// 75 % of 2029 is judged by 2025's bound of 70 %, 2030 by its own of 80 %.
  @Test(arguments: [(2025, true), (2029, true), (2030, false)])
  func theLastBoundHoldsUntilTheNext(_ year: Int, _ isMet: Bool) throws {
    let rows = (1...4).map { "\(year)-12-31,a,\($0 == 1 ? "no" : "yes"),x\n" }.joined()
    let card = try card(
      Self.target("x", bound: "70%") + Self.target("x", "s", "from: 2030-01-01", bound: "80%"),
      s: rows)
    #expect(try figure(card.rows[0]).judgement.verdict == (isMet ? .met : .missed))
    #expect(card.rows[0].target.from.description == (isMet ? "2025-01-01" : "2030-01-01"))
    #expect(card.rows[0].versions.count == 2)
  }

  @Test func behindThePlansEndNothingIsInForce() throws {
    let card = try card(Self.target("x"), s: "2031-12-31,a,yes,x\n")
    #expect(try figure(card.rows[0]).judgement.reason == .notInForce)
  }

  @Test func domainsHaveRowsOfTheirOwn() throws {
    let card = try card(
      Self.target("x", "s", "each: { group: [a, b] }, pooled: { group: [a, b] }"), s: Self.years)
    let verdicts = try card.rows.map(figure)
    #expect(verdicts.map(\.kind) == [.each, .each, .pooled])
    #expect(verdicts.map(\.n) == [2, 2, 4])
    #expect(verdicts.map(\.satisfied) == [2, 1, 3])
  }

  /// What is wrong with one target or source is told with its place in the plan, and hides no other.
  @Test func whatFailsHidesNothingElse() throws {
    let card = try card(
      Self.target("good") + Self.target("measure", measure: "dnoe")
        + Self.target("dimension", "s", "where: { unit: [x] }")
        + Self.target("category", "s", "where: { group: [c] }") + Self.target("source", "t")
        + "  - { id: none, title: { en: T }, atLeast: 1% }\n",
      s: Self.years, t: "2025-01-01,a\n")
    #expect(
      card.rows.map(\.target.id) == ["good", "measure", "dimension", "category", "source", "none"])
    #expect(try figure(card.rows[0]).n == 4)
    #expect(
      card.failures.map(\.message.code).prefix(3) == [
        "survey.unknown-measure", "survey.unknown-dimension", "survey.unknown-category",
      ])
    #expect(card.failures[0].message.place?.file == "plan.yaml")
    #expect(card.failures[0].message.place?.line == 10)
    guard case .noData = card.rows[5].content else {
      Issue.record("a target without a source")
      return
    }
    #expect(card.hasFindings)
  }

  @Test func aSourceThatCannotBeReadFailsAlone() throws {
    let plan = try Self.plan(Self.target("x") + Self.target("y", "t"))
    let query = Scorecard.Query()
    let survey = try Fixture.survey(Self.register)
    let sources = plan.sources.map { ScorecardSource($0.id, of: plan, survey: survey, query) }
    let jobs = try zip(sources, [Self.header + Self.years, "date,group\n"]).map { source, text in
      Tabulator.Job(
        try source.tabulationPlan(beside: []), [Fixture.input(text)], options: .init())
    }
    let results = Tabulator.run(sideBySide: jobs, threads: 2)
    #expect((try? results[0].get()) != nil)
    guard case .failure(let error) = results[1] else {
      Issue.record("a header that lacks columns")
      return
    }
    #expect(error.messages.allSatisfy { $0.code.hasPrefix("header.") })
  }

  /// The same rows for any number of threads, and from tallies as from files.
  @Test func howItIsReadChangesNothing() throws {
    let targets =
      Self.target("x") + Self.target("y", "t") + Self.target("z", "s", "where: { kind: [x] }")
    var random = SeededRandom(seed: 20)
    func rows() -> String {
      (0..<500).map { _ in
        "202\(4 + random.below(2))-0\(1 + random.below(9))-10,\(["a", "b"][random.below(2)]),"
          + "\(["yes", "no"][random.below(2)]),\(["x", "y"][random.below(2)])\n"
      }.joined()
    }
    let (s, t) = (rows(), rows())
    func figures(_ card: Scorecard) throws -> [[Int]] {
      try card.rows.map { row in
        let verdict = try figure(row)
        return [verdict.n, verdict.satisfied ?? -1]
          + row.series.flatMap { [$0.n, $0.satisfied ?? -1] }
      }
    }
    let plain = try figures(card(targets, s: s, t: t))
    #expect(plain.count == 3)
    for threads in [2, 5] {
      #expect(try figures(card(targets, s: s, t: t, threads: threads)) == plain)
    }
    #expect(try figures(card(targets, s: s, t: t, tallied: true)) == plain)
  }

  /// Communes' tallies, added up, are the district's files.
  @Test func partsAddUp() throws {
    let plan = try Self.plan(Self.target("x"))
    let survey = try Fixture.survey(Self.register)
    let source = ScorecardSource("s", of: plan, survey: survey, Scorecard.Query())
    let lines = Self.years.split(separator: "\n").map { $0 + "\n" }
    let parts = try [lines.prefix(2), lines.dropFirst(2)].map {
      try Fixture.part(Fixture.plan(Self.register), Self.header + $0.joined())
    }
    let summed = source.outcome(parts, [], messages: [])
    let whole = try card(Self.target("x"), s: Self.years)
    let verdict = try #require(summed.report?.verdicts.last)
    let same = try figure(whole.rows[0])
    #expect((verdict.n, verdict.satisfied) == (same.n, same.satisfied))
    // The same tally given twice is no second source.
    #expect(
      source.outcome([parts[0], parts[0]], [], messages: []).failures.map(\.code) == [
        "tally.source-twice"
      ])
  }

  @Test func aTallyOfAnotherDefinitionIsRefused() throws {
    let plan = try Self.plan(Self.target("x"))
    let source = ScorecardSource(
      "s", of: plan, survey: try Fixture.survey(Self.register), Scorecard.Query())
    let own = try Fixture.part(Fixture.plan(Self.register), Self.header + Self.years)
    let other = try Fixture.part(
      Fixture.plan(Self.register.replacing("version: \"1\"", with: "version: \"2\"")),
      Self.header + Self.years)
    let place = Message.Place(file: "plan.yaml", line: 6)
    let found = try source.part(of: Tally([own, other]), path: "a.tally", at: place)
    #expect(found.part.name == "register@1")
    #expect(found.messages.map(\.code) == ["plan.parts-left-out"])
    let codes = Fixture.codes { () throws(RunError) in
      _ = try source.part(of: Tally(other), path: "a.tally", at: place)
    }
    #expect(codes == ["plan.other-tally"])
  }

  /// A condition on a question that a tally does not keep is no figure of nobody.
  @Test func aDimensionThatATallyDoesNotKeepIsTold() throws {
    let plan = try Self.plan(Self.target("x") + Self.target("z", "s", "where: { kind: [x] }"))
    let source = ScorecardSource(
      "s", of: plan, survey: try Fixture.survey(Self.register), Scorecard.Query())
    let part = try Fixture.part(Fixture.plan(Self.register), Self.header + Self.years)
    let outcome = source.outcome([part], [], messages: [])
    #expect(
      outcome.targetFailures.mapValues { $0.map(\.code) } == ["z": ["tally.dimension-not-kept"]])
    #expect(outcome.report?.verdicts.map(\.target.id).contains("z") == false)
  }
}
