import Testing

@testable import CivicSurvey

/// One 0/1 column for each option of a question.
@Suite struct ChoiceColumnTests {
  private static func yaml(_ more: String = "", missing: String = "N/A") -> String {
    """
    survey: needs
    version: "1"
    title: { en: Needs }
    coverage: sample
    missing: [\(missing)]
    notApplicable: ["null"]
    questions:
      needs:
        text: { en: Needs }
        columns: [needs]
        choiceColumns: { a: [needs/a, Nhu cầu A], b: [needs/b] }
        choices: { a: { en: First }, b: { en: Second } }
        noOpinion: ["9"]
    """ + more
  }

  private func part(_ more: String = "", _ rows: String...) throws -> TallyPart {
    try Fixture.part(
      Fixture.plan(Self.yaml(more)), "needs/a,n,needs/b\n" + rows.map { "\($0)\n" }.joined())
  }

  private func counts(_ part: TallyPart) throws -> [String: Int] {
    let row = try #require(try part.report(ReportQuery()).distributions.first)
    let counts = row.counts
    #expect(
      counts.accepted == counts.answered + counts.noOpinion + counts.missing
        + counts.notApplicable + counts.invalid)
    var named = Dictionary(uniqueKeysWithValues: row.answers.map { ($0.choice, $0.n) })
    named["answered"] = counts.answered
    named["missing"] = counts.missing
    named["noOpinion"] = counts.noOpinion
    named["notApplicable"] = counts.notApplicable
    named["invalid"] = counts.invalid
    return named.filter { $0.value != 0 }
  }

  @Test(arguments: [
    ("1,1,0", ["answered": 1, "a": 1]), ("1,1,1", ["answered": 1, "a": 1, "b": 1]),
    ("x,1,", ["answered": 1, "a": 1]), ("X,1,x", ["answered": 1, "a": 1, "b": 1]),
    ("false,1,TRUE", ["answered": 1, "b": 1]), ("CÓ,1,không", ["answered": 1, "a": 1]),
    ("Y,1,n", ["answered": 1, "a": 1]), ("First,1,", ["answered": 1, "a": 1]),
    // As spreadsheets write whole numbers.
    ("\"1,0\",1,0.0", ["answered": 1, "a": 1]),
    ("0,1,0", ["missing": 1]), (",1,", ["missing": 1]), ("N/A,1,N/A", ["missing": 1]),
    ("null,1,null", ["notApplicable": 1]), ("null,1,0", ["missing": 1]),
    ("null,1,1", ["answered": 1, "b": 1]), ("9,1,", ["noOpinion": 1]),
    // One column's option is another's unreadable cell.
    ("1,1,First", ["answered": 1, "a": 1]), ("0,1,2", ["invalid": 1]),
  ])
  func cellsAreRead(_ row: String, _ wanted: [String: Int]) throws {
    #expect(try counts(part("", row)) == wanted)
  }

  /// An export's own words come before those that all exports share.
  @Test(arguments: [
    ("Checked,1,Unchecked", ["answered": 1, "a": 1]), ("CHECKED,1,", ["answered": 1, "a": 1]),
    ("Unchecked,1,Unchecked", ["missing": 1]), ("2,1,1", ["answered": 1, "a": 1]),
    ("no,1,x", ["answered": 1, "b": 1]), ("First,1,1", ["answered": 1, "a": 1]),
  ])
  func anExportMayHaveWordsOfItsOwn(_ row: String, _ wanted: [String: Int]) throws {
    let more = "\n    ticked: [Checked, 2]\n    unticked: [Unchecked, 1]"
    #expect(try counts(part(more, row)) == wanted)
  }

  @Test func noneTickedMayBeAnAnswer() throws {
    let more = "\n    noneTicked: answered"
    #expect(
      try counts(part(more, "0,1,0", ",1,", "null,1,null")) == [
        "answered": 2, "notApplicable": 1,
      ])
  }

  @Test func unreadableCellsAreLostOnceAResponse() throws {
    let part = try part("", "?,1,?", "1,1,?", "!,1,?", "0,1,0")
    #expect(part.losses[0].entries.mapValues(\.count) == ["?": 3, "!": 1])
    #expect(part.losses[0].entries["?"]?.first.line == 2)
    #expect(try counts(part) == ["answered": 1, "a": 1, "missing": 1, "invalid": 2])
  }

  @Test func anUnreadableCellMayRejectItsRecord() throws {
    let part = try part("\n    invalid: reject", "?,1,0", "1,1,?", "1,1,0")
    // A ticked option answers; what else stands there is listed.
    #expect(part.accounting.accepted == 2 && part.accounting.rejected == 1)
    #expect(part.accounting.byCode == ["response.invalid-answer": 1])
  }

  @Test func theSameAnswersInOneCellAreTheSameFigures() throws {
    let plan = try Fixture.plan(Self.yaml())
    let cells = try Fixture.part(plan, "needs,n\na;b,1\na,1\n,1\n")
    let columns = try Fixture.part(plan, "needs/a,needs/b,n\n1,1,1\n1,0,1\n0,0,1\n")
    #expect(try counts(cells) == counts(columns))
    var both = cells
    try both.merge(columns)
    #expect(try counts(both) == ["answered": 4, "a": 4, "b": 2, "missing": 2])
  }

  @Test(arguments: [
    ("needs/a,n", ["header.missing-column"]), ("needs/a,need/b", ["header.missing-column-like"]),
    ("n", ["header.missing-column"]),
    ("needs,needs/a,needs/b", ["header.two-ways"]),
    ("NHU CAU A,needs/b", []),
  ])
  func aHeaderHasAllOrTheOneCell(_ header: String, _ codes: [String]) throws {
    let plan = try Fixture.plan(Self.yaml())
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try Tabulator(plan).run([Fixture.input(header + "\n")])
      } == codes)
  }
}
