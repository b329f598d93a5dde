import Testing

@testable import CivicSurvey

/// What people wrote about themselves is in the rejects file and nowhere else.
@Suite struct PersonalDataTests {
  private static let yaml = """
    survey: personal
    version: "1"
    title: { en: Personal }
    coverage: sample
    source: { responseID: { columns: [id] } }
    questions:
      rating:
        text: { en: Rating }
        columns: [rating]
        personal: true
        choices: { good: { en: Good }, bad: { en: Bad } }
      needs:
        text: { en: Needs }
        columns: [needs]
        personal: true
        separator: ";"
        choices: { fast: { en: Fast } }
      open:
        text: { en: Open }
        columns: [open]
        choices: { a: { en: A } }
      comment: { text: { en: Comment }, columns: [comment], type: text }
    """

  private static let text = """
    id,rating,needs,open,comment
    SECRET-1,SECRET-2,SECRET-3;fast;SECRET-4;SECRET-3,shown,SECRET-5
    SECRET-1,good,SECRET-6,shown,

    """

  @Test func aTallyHoldsNoneOfIt() throws {
    let part = try Fixture.part(Fixture.plan(Self.yaml), Self.text)
    let bytes = Fixture.bytes(part)
    #expect(bytes.firstRange(of: Array("shown".utf8)) != nil)
    #expect(bytes.firstRange(of: Array("SECRET".utf8)) == nil)
    // One response has an unknown rating, two have unknown needs, however many in one cell.
    #expect(part.losses.map(\.rest) == [1, 2, 0, 0])
    #expect(part.losses.map { $0.entries.count } == [0, 0, 1, 0])
    let losses = try part.report(ReportQuery()).losses
    #expect(losses.map(\.label) == [nil, nil, "shown"])
    #expect(losses.map(\.n) == [1, 2, 2])
  }

  @Test func noMessageHoldsAnyOfIt() throws {
    let file = Self.text.replacing("id,rating", with: "id,ratings")
    let plan = try Fixture.plan(Self.yaml)
    do throws(RunError) {
      _ = try Tabulator(plan).run([Fixture.input(file)])
      Issue.record("the header lacks a column")
    } catch {
      #expect(error.messages.map(\.code) == ["header.missing-column-like"])
      #expect(!"\(error)".contains("SECRET"))
    }
  }
}
