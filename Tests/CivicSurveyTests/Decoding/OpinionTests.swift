import SurveyDefinition
import Testing

@testable import CivicSurvey

/// The steps of a register of opinions, from its lines to the report.
@Suite struct OpinionTests {
  static let yaml = """
    survey: register
    version: "1"
    title: { en: Register }
    coverage: census
    timeZone: "+07:00"
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [received], formats: [dd/MM/yyyy] }
    missing: [N/A]
    dimensions:
      unit: { columns: [unit], open: true }
    questions:
      content: { text: { en: Content }, columns: [content], type: text }
      reply: { text: { en: Reply }, columns: [reply], type: text, optional: true }
      change: { text: { en: Change }, columns: [change], type: text }
    opinions:
      words: content
      answer: reply
      improvement: change
      takenUp: { columns: [taken] }
      answered: { columns: [answered] }
      published: { columns: [published] }
      due: { columns: [due] }
    """

  static let header = "id,received,unit,content,reply,change,taken,answered,published,due\n"

  /// A line of one unit, received on 10 March 2025.
  static func line(
    taken: String = "", answered: String = "", published: String = "", due: String = "",
    reply: String = "", change: String = "", received: String = "10/03/2025"
  ) -> String {
    ",\(received),A,words,\(reply),\(change),\(taken),\(answered),\(published),\(due)\n"
  }

  private static func day(_ id: String) throws -> CalendarDay {
    let parts = id.split(separator: "-").compactMap { Int($0) }
    return try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
  }

  private func plan(_ yaml: String = yaml) throws -> TabulationPlan { try Fixture.plan(yaml) }

  /// What one line is of a step: yes, no, or the kind.
  private func state(
    _ step: OpinionStep, _ line: String, yaml: String = yaml, header: String = header,
    asOf: String? = nil
  ) throws -> String {
    let part = try Fixture.part(try plan(yaml), header + line)
    return try Self.state(step, part, asOf: asOf)
  }

  static func state(_ step: OpinionStep, _ part: TallyPart, asOf: String? = nil) throws -> String {
    var query = ReportQuery()
    query.asOf = try asOf.map(day)
    let report = try part.report(query)
    let row = try #require(report.distributions.first { $0.question == step.rawValue })
    let counts: [(String, Int)] = [
      ("yes", row.answers[0].n), ("no", row.answers[1].n),
      ("missing", row.counts.missing), ("notApplicable", row.counts.notApplicable),
      ("invalid", row.counts.invalid),
    ]
    #expect(row.counts.accepted == 1 && row.counts.noOpinion == 0)
    return try #require(counts.first { $0.1 == 1 }).0
  }

  @Test(arguments: [
    ("", "no"), ("N/A", "no"), ("10/03/2025", "yes"), ("11/03/2025", "yes"),
    ("09/03/2025", "invalid"), ("soon", "invalid"), ("31/02/2025", "invalid"),
  ])
  func aStepIsTakenIfItsDayStands(_ day: String, _ state: String) throws {
    #expect(try self.state(.takenUp, Self.line(taken: day)) == state)
    #expect(try self.state(.answered, Self.line(answered: day)) == state)
    let published = Self.line(answered: "10/03/2025", published: day)
    #expect(try self.state(.published, published) == state)
  }

  @Test func theDayOfAnUndatedOpinionIsBelieved() throws {
    #expect(try state(.takenUp, Self.line(taken: "01/01/2001", received: "")) == "yes")
  }

  /// Whether the answer can be read decides about itself alone.
  @Test func nothingIsPublishedWithoutAnAnswer() throws {
    #expect(try state(.published, Self.line(published: "12/03/2025")) == "invalid")
    #expect(
      try state(.published, Self.line(answered: "soon", published: "12/03/2025")) == "yes")
  }

  @Test func anImprovementIsAText() throws {
    #expect(try state(.improved, Self.line()) == "no")
    #expect(try state(.improved, Self.line(change: "N/A")) == "no")
    #expect(try state(.improved, Self.line(change: "a second counter")) == "yes")
  }

  @Test func anAnswersTextIsEnoughWithoutAColumnOfDays() throws {
    let yaml = Self.yaml.replacing("  answered: { columns: [answered] }\n", with: "")
      .replacing("  due: { columns: [due] }", with: "")
    #expect(try state(.answered, Self.line(reply: "done"), yaml: yaml) == "yes")
    #expect(try state(.answered, Self.line(), yaml: yaml) == "no")
    #expect(
      try state(.published, Self.line(published: "12/03/2025"), yaml: yaml) == "invalid")
    // Of a file without the column nobody knows.
    let header = Self.header.replacing("reply", with: "other")
    #expect(try state(.answered, Self.line(), yaml: yaml, header: header) == "missing")
    #expect(
      try state(.published, Self.line(published: "12/03/2025"), yaml: yaml, header: header) == "yes"
    )
  }

  @Test(arguments: [
    ("24/03/2025", "25/03/2025", "yes"), ("25/03/2025", "25/03/2025", "yes"),
    ("26/03/2025", "25/03/2025", "no"), ("", "25/03/2025", "notApplicable"),
    ("24/03/2025", "", "missing"), ("24/03/2025", "soon", "missing"), ("", "soon", "missing"),
    ("24/03/2025", "09/03/2025", "missing"), ("soon", "25/03/2025", "invalid"),
    ("soon", "", "invalid"),
  ])
  func onTimeIsAnsweredByTheDayDue(_ answered: String, _ due: String, _ state: String) throws {
    let line = Self.line(answered: answered, due: due)
    #expect(try self.state(.onTime, line, asOf: "2025-03-25") == state)
  }

  /// Received on 10 March and due within 15 days: by 25 March.
  @Test(arguments: [
    ("25/03/2025", "2025-03-10", "yes"), ("26/03/2025", "2025-03-10", "no"),
    ("", "2025-03-25", "notApplicable"), ("", "2025-03-26", "no"),
  ])
  func daysAreCountedFromTheDayReceived(_ answered: String, _ asOf: String, _ state: String) throws
  {
    let yaml = Self.yaml.replacing("due: { columns: [due] }", with: "due: { days: 15 }")
    let line = Self.line(answered: answered)
    #expect(try self.state(.onTime, line, yaml: yaml, asOf: asOf) == state)
    let undated = Self.line(answered: answered, received: "")
    #expect(try self.state(.onTime, undated, yaml: yaml, asOf: asOf) == "missing")
  }

  /// An open opinion is late from the day after it was due; without a day asked for, as of the last
  /// day of a response.
  @Test func openOpinionsAreJudgedByTheReport() throws {
    let text =
      Self.header + Self.line(due: "25/03/2025")
      + ",26/03/2025,B,words,,,,26/03/2025,,30/03/2025\n"
    let part = try Fixture.part(try plan(), text)
    #expect(try Self.onTime(part, asOf: nil) == [1, 1, 0])
    #expect(try Self.onTime(part, asOf: "2025-03-25") == [1, 0, 1])
    #expect(try Self.onTime(part, asOf: "2025-03-26") == [1, 1, 0])
  }

  /// On time, late, not applicable, over all opinions.
  static func onTime(_ part: TallyPart, asOf: String?, by: [String] = []) throws -> [Int] {
    var query = ReportQuery()
    query.asOf = try asOf.map(day)
    query.by = by
    let row = try #require(
      try part.report(query).distributions.first {
        $0.question == "onTime" && $0.domain.entries.isEmpty
      })
    return [row.answers[0].n, row.answers[1].n, row.counts.notApplicable]
  }

  /// A late opinion is among the late ones wherever a report looks for them.
  @Test func onTimeMayBeADimension() throws {
    let text =
      Self.header + Self.line(taken: "11/03/2025", due: "25/03/2025")
      + ",10/03/2025,B,words,,,,26/03/2025,,25/03/2025\n"
      + ",10/03/2025,B,words,,,11/03/2025,,,30/03/2025\n"
    let plan = try TabulationPlan(Fixture.survey(Self.yaml), alsoBy: ["onTime"])
    let part = try Fixture.part(plan, text)
    var query = ReportQuery()
    query.filters = [CategoryFilter(dimension: "onTime", categories: ["no"])]
    query.asOf = try Self.day("2025-03-28")
    #expect(try part.report(query).selected == 2)
    query.asOf = try Self.day("2025-03-25")
    #expect(try part.report(query).selected == 1)
    query.filters = []
    query.by = ["onTime"]
    query.asOf = try Self.day("2025-03-28")
    let taken = try part.report(query).estimates.filter { $0.measure == "takenUp" }
    #expect(taken.map(\.counts.accepted) == [3, 2, 1])
    #expect(taken.map(\.satisfied) == [2, 1, 1])
  }

  // MARK: - What is told

  @Test func whatCannotBeIsToldWithItsNumberAndPlace() throws {
    let lines = [
      Self.line(answered: "soon"), Self.line(answered: "09/03/2025"),
      Self.line(answered: "09/03/2025"), Self.line(published: "11/03/2025"),
      Self.line(published: "later"), Self.line(due: "01/03/2025"),
    ]
    let result = try Tabulator(try plan()).run([
      .bytes(Array((Self.header + lines.joined()).utf8), name: "a.csv")
    ])
    let told = result.messages.filter { $0.code.hasPrefix("response.opinion-") }
    #expect(result.part.accounting.accepted == lines.count)
    #expect(
      told.map { [$0.code, $0.arguments["column"] ?? "", $0.arguments["opinionsCount"] ?? ""] } == [
        ["response.opinion-day-unreadable", "answered", "1"],
        ["response.opinion-day-before-receipt", "answered", "2"],
        ["response.opinion-day-unreadable", "published", "1"],
        ["response.opinion-published-unanswered", "published", "1"],
        ["response.opinion-day-before-receipt", "due", "1"],
      ])
    #expect(told.map(\.place?.line) == [2, 3, 6, 5, 7])
    #expect(told.allSatisfy { $0.severity == .warning && $0.place?.file == "a.csv" })
  }

  /// What a rejected line says of its days is told with the line.
  @Test func nothingIsToldOfLinesLeftOut() throws {
    let line = Self.line(answered: "soon", received: "never")
    let result = try Tabulator(try plan()).run([
      .bytes(Array((Self.header + line + Self.line()).utf8), name: "a.csv")
    ])
    #expect(result.part.accounting.rejected == 1)
    #expect(!result.messages.contains { $0.code.hasPrefix("response.opinion-") })
  }

  @Test func aFileMustHaveTheColumnsOfDays() throws {
    let header = Self.header.replacing("taken", with: "x").replacing("due", with: "y")
    let plan = try plan()
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try Tabulator(plan).run([
          .bytes(Array((header + Self.line()).utf8), name: "a.csv")
        ])
      } == ["header.missing-column", "header.missing-column"])
  }

  /// The same steps on other days are another opinion's.
  @Test func theDaysTellDuplicatesApart() throws {
    let yaml = Self.yaml.replacing(
      "coverage: census", with: "coverage: census\nduplicates: keepFirst")
    func line(_ day: String) -> String { "1" + Self.line(taken: day) }
    let text = Self.header + line("11/03/2025") + line("11/03/2025") + line("12/03/2025")
    let accounting = try Fixture.part(try plan(yaml), text).accounting
    #expect(accounting.accepted == 1)
    #expect(accounting.identicalDuplicates == 1)
    #expect(accounting.conflictingDuplicates == 1)
  }

  /// The same opinion in an export whose columns stand in another order is the same.
  @Test func theOrderOfColumnsTellsNothingApart() throws {
    let yaml = Self.yaml.replacing(
      "coverage: census", with: "coverage: census\nduplicates: keepFirst")
    let (taken, answered) = ("11/03/2025", "12/03/2025")
    let exchanged = Self.header.replacing("taken,answered", with: "answered,taken")
    let part = try Tabulator(try plan(yaml)).run([
      .bytes(
        Array((Self.header + "1" + Self.line(taken: taken, answered: answered)).utf8), name: "a"),
      .bytes(
        Array((exchanged + "1" + Self.line(taken: answered, answered: taken)).utf8), name: "b"),
    ]).part
    #expect(part.accounting.identicalDuplicates == 1)
    #expect(part.accounting.conflictingDuplicates == 0)
  }

  /// Whether day or month comes first may be told by a day that only a step has, in whatever batch.
  @Test(arguments: [1, 1 << 16])
  func theDaysTellWhichOrderDatesHave(blockSize: Int) throws {
    let lines = (1...9).map { "\($0)" + Self.line(taken: "25/03/2025") }.joined()
    var options = Tabulator.Options()
    options.blockSize = blockSize
    let result = try Tabulator(try plan(), options: options).run([
      .bytes(Array((Self.header + lines).utf8), name: "a")
    ])
    let undecided = MessageCode.responseUndecidedDateOrder.rawValue
    #expect(!result.messages.contains { $0.code == undecided })
  }
}
