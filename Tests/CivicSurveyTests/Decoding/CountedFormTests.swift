import SurveyTestSupport
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition

/// "Rating of 5: 37" in a cell of text, beside records of one response each; counted by hand.
@Suite struct CountedFormTests {
  /// 37 times 5, 12 times 4, 3 times 1, none of 0; one each of 5, 2 and 3; "Rating of 6: 4" rejected.
  @Test func theSampleIsAsItsReadmeSays() throws {
    let part = try SampleFile.part("done-page/2025", "counted-in-text")
    let accounting = part.accounting
    #expect(accounting.read == 8 && accounting.accepted == 7 && accounting.rejected == 1)
    #expect(accounting.responses == 55 && accounting.closes)
    #expect(accounting.byCode == ["response.invalid-answer": 1])
    var query = ReportQuery()
    query.by = ["quarter"]
    let report = try part.report(query)
    let rates = report.estimates.map { "\($0.domain.oracleName) \($0.satisfied ?? -1)/\($0.n)" }
    #expect(rates == [" 50/55", "quarter=2025Q1 50/54", "quarter=2025Q2 0/1"])
    let rating = try #require(report.distributions.first { $0.question == "rating" })
    #expect(rating.answers.map(\.n) == [38, 12, 1, 1, 3])
    // Only single responses were asked for a comment: two gave one, one left it blank.
    let place = part.plan.questions[1]
    var comment = AnswerCounts()
    for domain in 0..<part.sums.count {
      part.sums.forEachCount(of: domain) { slot, n in comment.add(n, at: slot, of: place) }
    }
    #expect(comment.answered == 2 && comment.missing == 1 && comment.notApplicable == 52)
  }

  private static let form = CountedForm(
    question: "comment", form: "Rating of {choice}: {count}")

  private static func places(_ cell: String, _ form: CountedForm? = form) throws -> String? {
    let column = CountedColumn(question: 0, column: 0, form: try #require(form))
    let bytes = Array(cell.utf8)
    guard let places = column.places(in: bytes.span) else { return nil }
    return String(decoding: bytes[places.choice], as: UTF8.self) + "|"
      + String(decoding: bytes[places.count], as: UTF8.self)
  }

  @Test(arguments: [
    ("Rating of 5: 37", "5|37"), ("  RATING OF 5: 37 ", "5|37"), ("Rating of a: b: 7", "a: b|7"),
    ("Rating of : 7", "|7"), ("Rating of 5: 37 people", nil), ("Rating of 5:37", nil),
    ("Rating of 5: ", nil), ("Rating of 5", nil), ("rating", nil), ("", nil), ("37", nil),
    ("Rating of this service: bad", nil), ("My Rating of 5: 37", nil),
  ])
  func onlyTheWholeFormMatches(cell: String, wanted: String?) throws {
    #expect(try Self.places(cell) == wanted)
  }

  @Test func partsMayStandBehindTheCount() throws {
    let form = CountedForm(question: "c", form: "{choice} sao = {count} lượt")
    #expect(try Self.places("5 sao = 12 lượt", form) == "5|12")
    #expect(try Self.places("5 sao = 12", form) == nil)
  }

  @Test(arguments: [
    "Rating of {choice}", "{count}: {choice}", "{choice}{count}", "{choice} {choice}: {count}",
    "{choice}: {count} {count}", "",
  ])
  func aFormNeedsBothParts(form: String) {
    #expect(CountedForm(question: "c", form: form) == nil)
  }

  @Test func aCountThatIsTooLargeRejects() throws {
    let yaml = try PackageFile.text("Surveys/done-page/2025.yaml")
    let part = try Fixture.part(
      Fixture.plan(yaml), "date,rating,comment\n2025-01-01,,Rating of 5: 1000000001\n")
    #expect(part.accounting.byCode == ["response.unreadable-frequency": 1])
  }
}
