import Testing

@testable import CivicSurvey

/// Several answers in one cell.
@Suite struct MultipleAnswerTests {
  private static let yaml = """
    survey: needs
    version: "1"
    title: { en: Needs }
    coverage: sample
    questions:
      needs:
        text: { en: Needs }
        columns: [needs]
        separator: ";"
        noOpinion: [none]
        choices: { a: { en: First }, b: { en: Second }, both: { en: "First; Second" } }
    """

  private func part(_ cells: String...) throws -> TallyPart {
    try Fixture.part(
      Fixture.plan(Self.yaml), "needs,n\n" + cells.map { "\($0),1\n" }.joined())
  }

  private func counts(_ part: TallyPart) throws -> [String: Int] {
    let row = try #require(try part.report(ReportQuery()).distributions.first)
    var counts = Dictionary(uniqueKeysWithValues: row.answers.map { ($0.choice, $0.n) })
    counts["answered"] = row.counts.answered
    counts["missing"] = row.counts.missing
    counts["noOpinion"] = row.counts.noOpinion
    counts["invalid"] = row.counts.invalid
    return counts.filter { $0.value != 0 }
  }

  @Test(arguments: [
    ("a", ["answered": 1, "a": 1]), ("a;b", ["answered": 1, "a": 1, "b": 1]),
    ("First ; SECOND;", ["answered": 1, "a": 1, "b": 1]), ("a;a", ["answered": 1, "a": 1]),
    // A choice that holds the separator is found before the cell is split.
    ("first; second", ["answered": 1, "both": 1]), ("none", ["noOpinion": 1]),
    ("", ["missing": 1]), (" ; ", ["missing": 1]), ("a;x", ["answered": 1, "a": 1]),
    ("x;y", ["invalid": 1]),
    // The longest known option from each place on.
    ("a;first; second", ["answered": 1, "a": 1, "both": 1]),
    ("First; Second;b", ["answered": 1, "b": 1, "both": 1]),
    ("b;First; x", ["answered": 1, "a": 1, "b": 1]),
    ("First; Second;First; Second;", ["answered": 1, "both": 1]),
  ])
  func aCellIsRead(_ cell: String, _ wanted: [String: Int]) throws {
    #expect(try counts(part(cell)) == wanted)
  }

  @Test func aLabelRepeatedInOneCellIsOneResponses() throws {
    let part = try part("x;x; x", "a;x", "y;x;y")
    #expect(part.losses[0].entries.mapValues(\.count) == ["x": 3, "y": 1])
  }
}
