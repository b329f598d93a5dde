import SurveyDefinition
import Testing

@testable import CivicSurvey

/// Which line of a file is its header, below titles.
@Suite struct HeaderRuleTests {
  private static let begin = """
    survey: header
    version: "1"
    title: { en: Header }
    coverage: sample
    scales:
      three: { choices: { 3: { en: Good }, 2: { en: Fair }, 1: { en: Bad } }, satisfied: [3] }
    questions:

    """
  /// Only counts, of one question.
  private static let levels =
    begin + """
        overall:
          text: { en: Overall }
          scale: three
          levelColumns: { 3: [good], 2: [fair, so so], 1: [bad] }
      """
  /// Only ticks, of one question.
  private static let ticks =
    begin + """
        needs:
          text: { en: Needs }
          choiceColumns: { a: [needs/a], b: [needs/b] }
          choices: { a: { en: A }, b: { en: B } }
      """
  /// One column, or columns in its place.
  private static let either =
    begin + """
        overall:
          text: { en: Overall }
          scale: three
          columns: [overall]
          levelColumns: { 3: [good], 2: [fair], 1: [bad] }
      """
  /// Two questions.
  private static let both =
    either + """

        needs:
          text: { en: Needs }
          columns: [needs]
          choiceColumns: { a: [needs/a], b: [needs/b] }
          choices: { a: { en: A }, b: { en: B } }
      """
  /// A title, a blank line, and one that has a column's name by chance.
  private static let titles = "REPORT ON BALLOTS\n\nOffice,good\n"

  @Test(arguments: [
    (levels, "good,fair,bad\n7,2,1\n", 10), (levels, "GOOD,So so,bad\n7,2,1\n", 10),
    (ticks, "needs/a,n,needs/b\n1,1,0\n", 1),
    (either, "n,overall\n1,3\n", 1), (either, "good,fair,bad\n7,2,1\n", 10),
    (both, "overall,needs\n3,a\n", 1), (both, "overall,needs/a,needs/b\n3,1,0\n", 1),
    (both, "good,fair,bad\n7,2,1\n", 10),
  ])
  func titlesAreNoHeader(_ yaml: String, _ file: String, _ responses: Int) throws {
    let plan = try Fixture.plan(yaml)
    for (titles, lines) in [("", 0), (Self.titles, 2)] {
      let part = try Fixture.part(plan, titles + file)
      #expect(part.accounting.accepted == 1 && part.accounting.responses == responses)
      #expect(part.accounting.notResponse == lines)
    }
  }

  @Test(arguments: [
    (levels, "good,fair", true), (levels, "good", false), (ticks, "needs/b,needs/a", true),
    (ticks, "a,b", false), (either, "overall", true), (either, "good", false),
    (either, "good,bad", true), (both, "overall", false), (both, "overall,good", true),
  ])
  func twoColumnsOrTheOnlyOne(_ yaml: String, _ line: String, _ isHeader: Bool) throws {
    let rule = try HeaderRule(Fixture.survey(yaml))
    #expect(rule.isHeader(line.split(separator: ",").map(String.init)) == isHeader)
  }
}
