import SurveyCSV
import SurveyDefinition
import Testing

@testable import CivicSurvey

/// What makes tallies comparable, one change of the definition at a time.
@Suite struct ShapeHashTests {
  static let base = """
    survey: shape
    version: "1"
    title: { en: Shape }
    coverage: self-selected
    timeZone: "+07:00"
    calendar: civil
    finestPeriod: half-month
    duplicates: keepAll
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [date], formats: [dd/MM/yyyy] }
      frequency: { columns: [count] }
    missing: [N/A]
    notApplicable: [skipped]
    dimensions:
      field:
        title: { en: Field }
        columns: [field]
        unknown: unmapped
        categories:
          land: { en: Land, accepts: [Ground] }
          build: { en: Building }
      unit: { columns: [unit], open: true }
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        type: single
        noOpinion: ["9"]
        invalid: keep
        choices: { good: { en: Good }, bad: { en: Bad } }
      needs:
        text: { en: Needs }
        columns: [needs]
        type: multiple
        noneTicked: missing
        choices: { fast: { en: Fast } }
    measures:
      satisfaction: { question: overall, satisfied: [good] }
    targets:
      - { id: t, measure: satisfaction, atLeast: 85%, from: 2025-01-01 }
    """

  /// A change: what stands in the definition, and what stands there instead.
  struct Change: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    var testDescription: String { new }

    init(_ old: String, _ new: String) {
      self.old = old
      self.new = new
    }

    func plan() throws -> TabulationPlan {
      try #require(ShapeHashTests.base.contains(old), "the change finds nothing: \(old)")
      return try Fixture.plan(ShapeHashTests.base.replacing(old, with: new))
    }
  }

  @Test(arguments: [
    Change("title: { en: Shape }", "title: { vi: Hình, en: Shape }"),
    Change("version: \"1\"", "version: \"1\"\nrevision: 7"),
    Change("coverage: self-selected", "coverage: census"),
    Change("calendar: civil", "calendar: state-report-15"),
    Change("title: { en: Field }", "title: { en: Service field }"),
    Change("{ en: Land, accepts: [Ground] }", "{ vi: Đất đai }"),
    Change("columns: [field]", "columns: [field, Lĩnh vực]\n    optional: true"),
    Change("columns: [id]", "columns: [response]"),
    Change("formats: [dd/MM/yyyy]", "formats: [iso8601]"),
    Change("columns: [count]", "columns: [n, count]"),
    Change("text: { en: Overall }", "text: { en: All in all }"),
    Change("good: { en: Good }", "good: { en: Fine, accepts: [ok] }"),
    Change("satisfied: [good]", "satisfied: [bad]"),
    Change("atLeast: 85%", "atMost: 10%"),
    Change("from: 2025-01-01 }", "from: 2024-01-01, every: [month] }"),
    Change("build: { en: Building }", "build: { en: Building, within: [land] }"),
    Change("unknown: unmapped", "unknown: unmapped\n    fillDown: true\n    role: unit"),
    Change(
      "noneTicked: missing",
      "noneTicked: missing\n    choiceColumns: { fast: [x] }\n    ticked: [on]\n    unticked: [off]"
    ),
  ])
  func whatCanBeRedoneFromSumsIsNotInIt(_ change: Change) throws {
    let plan = try Fixture.plan(Self.base)
    let other = try change.plan()
    #expect(other.shapeHash == plan.shapeHash)
    let part = try Fixture.part(
      plan, "id,date,count,field,unit,overall,needs\n1,02/01/2025,3,land,A,good,fast\n")
    let redefined = try part.redefined(by: other.survey)
    #expect(redefined.plan.survey.definition == other.survey.definition)
    #expect(PartCoding.cells(redefined.canonical()) == PartCoding.cells(part.canonical()))
    #expect(redefined.accounting == part.accounting)
  }

  /// Where ids count once in a year, the calendar says which year a response lies in.
  @Test func aWindowIsInIt() throws {
    func hash(_ duplicates: String, _ calendar: String = "civil") throws -> String {
      try Fixture.plan(
        Self.base.replacing("duplicates: keepAll", with: "duplicates: \(duplicates)")
          .replacing("calendar: civil", with: "calendar: \(calendar)")
      ).shapeHash.description
    }
    #expect(try hash("{ keep: first }") == hash("keepFirst"))
    #expect(try hash("{ keep: all }") == hash("keepAll"))
    let texts = [
      "keepFirst", "{ keep: first, within: year }", "{ keep: first, within: quarter }",
      "{ keep: first, within: file }",
    ]
    #expect(try Set(texts.map { try hash($0) }).count == texts.count)
    for text in texts {
      let isSame = try hash(text) == hash(text, "state-report-15")
      #expect(isSame == !(text.contains("year") || text.contains("quarter")))
    }
  }

  @Test(arguments: [
    Change("survey: shape", "survey: other"),
    Change("version: \"1\"", "version: \"2\""),
    Change("timeZone: \"+07:00\"", "timeZone: \"+08:00\""),
    Change("finestPeriod: half-month", "finestPeriod: day"),
    Change("duplicates: keepAll", "duplicates: keepFirst"),
    Change("duplicates: keepAll", "duplicates: { keep: first, within: year }"),
    Change("      frequency: { columns: [count] }\n", ""),
    Change("  submittedAt: { columns: [date], formats: [dd/MM/yyyy] }\n", ""),
    Change("missing: [N/A]", "missing: [N/A, none]"),
    Change("notApplicable: [skipped]", "notApplicable: [skipped, gone]"),
    Change("  field:\n", "  sector:\n"),
    Change("unknown: unmapped", "unknown: reject"),
    Change("build: { en: Building }", "construction: { en: Building }"),
    Change("build: { en: Building }", "build: { en: Building }\n      tax: { en: Tax }"),
    Change(
      "unit: { columns: [unit], open: true }",
      "unit: { columns: [unit], categories: { a: { en: A } } }"),
    Change("invalid: keep", "invalid: reject"),
    Change("noOpinion: [\"9\"]", "noOpinion: [\"8\"]"),
    Change("bad: { en: Bad }", "bad: { en: Bad }, ugly: { en: Ugly }"),
    Change("good: { en: Good }, bad: { en: Bad }", "bad: { en: Bad }, good: { en: Good }"),
    Change("noneTicked: missing", "noneTicked: answered"),
    Change("  needs:\n", "  wishes:\n"),
    Change("missing: [N/A]", "missing: [N/A]\ncomplete: { columns: [done], values: [yes] }"),
    Change("missing: [N/A]", "missing: [N/A]\nexclude: [{ id: test, columns: [x], blank: true }]"),
    Change("missing: [N/A]", "missing: [N/A]\ninForce: { from: 2025-01-01 }"),
  ])
  func whatJudgesARecordIsInIt(_ change: Change) throws {
    let plan = try Fixture.plan(Self.base)
    let other: TabulationPlan
    if change.new.isEmpty {
      other = try Fixture.plan(Self.without(change.old))
    } else {
      other = try change.plan()
    }
    #expect(other.shapeHash != plan.shapeHash)
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try TallyPart(plan).redefined(by: other.survey)
      } == ["tally.other-shape"])
  }

  /// Takes the whole line out in which the text stands.
  private static func without(_ text: String) -> String {
    let wanted = text.split(separator: "\n").joined().drop { $0 == " " }
    return base.split(separator: "\n").filter { !$0.hasSuffix(wanted) }.joined(separator: "\n")
  }

  /// Which responses count is in it, but not how their columns and reasons are called.
  @Test func theScopeIsInItWithoutColumns() throws {
    func hash(_ scope: String) throws -> String {
      try Fixture.plan(Self.base + "\n" + scope).shapeHash.description
    }
    let others = try [
      "", "complete: { columns: [x], values: [yes] }", "complete: { columns: [x], values: [no] }",
      "complete: { columns: [x], notBlank: true }", "complete: { columns: [x], blank: true }",
      "exclude: [{ id: a, columns: [x], values: [yes] }]",
      "exclude: [{ id: b, columns: [x], values: [yes] }]",
      "inForce: { from: 2025-01-01 }", "inForce: { until: 2025-01-01 }",
      "inForce: { from: 2025-01-01, until: 2026-01-01 }",
    ].map(hash)
    #expect(Set(others).count == others.count)
    #expect(try hash("complete: { columns: [y, z], values: [YES, yes] }") == others[1])
    #expect(
      try hash("exclude: [{ id: a, columns: [z], values: [yes], title: { en: A } }]") == others[5])
  }

  /// Of a register of opinions its parts count, and the days within which an answer is due.
  @Test func theStepsOfOpinionsAreInIt() throws {
    func hash(_ opinions: String) throws -> String {
      let text = Self.base.replacing(
        "measures:",
        with: """
            content: { text: { en: Content }, columns: [content], type: text }
            reply: { text: { en: Reply }, columns: [reply], type: text }
          \(opinions)
          measures:
          """)
      return try Fixture.plan(text).shapeHash.description
    }
    let others = try [
      "", "opinions: { words: content }", "opinions: { words: content, answer: reply }",
      "opinions: { words: content, improvement: reply }",
      "opinions: { words: content, answered: { columns: [a] } }",
      "opinions: { words: content, answer: reply, answered: { columns: [a] } }",
      "opinions: { words: content, published: { columns: [a] } }",
      "opinions: { words: content, answered: { columns: [a] }, due: { columns: [b] } }",
      "opinions: { words: content, answered: { columns: [a] }, due: { days: 15 } }",
      "opinions: { words: content, answered: { columns: [a] }, due: { days: 20 } }",
    ].map(hash)
    #expect(Set(others).count == others.count)
    let published = "{ words: reply, publish: { where: { overall: [good] }, mask: false } }"
    #expect(try hash("opinions: \(published)") == others[1])
    #expect(
      try hash("opinions: { words: content, answered: { columns: [x, y] }, due: { days: 15 } }")
        == others[8])
  }

  @Test func theSumsKeptAreInIt() throws {
    let survey = try Fixture.survey(Self.base)
    let hashes = try [
      TabulationPlan(survey), TabulationPlan(survey, alsoBy: ["overall"]),
      TabulationPlan(survey, keeping: ["field"]), TabulationPlan(survey, keeping: []),
    ].map(\.shapeHash)
    #expect(Set(hashes).count == 4)
    // Named twice or in another order it is the same.
    #expect(try TabulationPlan(survey, keeping: ["unit", "field", "unit"]).shapeHash == hashes[0])
  }

  @Test func aPlanKnowsItsDimensions() throws {
    let survey = try Fixture.survey(Self.base)
    func codes(_ ids: [String]) -> [String] {
      Fixture.codes { () throws(RunError) in _ = try TabulationPlan(survey, alsoBy: ids) }
    }
    #expect(codes(["nobody"]) == ["tally.unknown-dimension"])
    #expect(codes(["needs", "nobody"]) == ["tally.not-a-dimension", "tally.unknown-dimension"])
    #expect(codes(["overall"]) == [])
  }
}
