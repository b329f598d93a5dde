import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Bad input: its code, its place, and an accounting that closes all the same.
@Suite struct BadInputTests {
  @Test(arguments: InputCases.all)
  func badInputIsNamedAndAccountedFor(_ input: InputCase) throws {
    let plan = try Fixture.plan(input.yaml)
    let source = SurveyInput.bytes(input.bytes, name: "bad.csv")
    let rejects = Gathered<[UInt8]>()
    let part: TallyPart
    do throws(RunError) {
      part = try Tabulator(plan).run(
        [source], rejects: rejects.add
      ).part
    } catch {
      #expect(error.messages.map(\.code) == input.stops)
      #expect(error.kind == .data)
      for message in error.messages {
        #expect(message.place?.file == "bad.csv" && message.place?.line == input.stopLine)
        expectWording(message)
      }
      return
    }
    #expect(input.stops.isEmpty, "the run was not stopped")
    let accounting = part.accounting
    #expect(accounting.closes)
    #expect(accounting.accepted == input.accepted)
    #expect(accounting.rejected == input.rejects.count)
    #expect(accounting.blank == input.blank)
    #expect(accounting.responses == input.responses ?? input.accepted)
    let counted = Dictionary(input.rejects.map { ($0.code, 1) }, uniquingKeysWith: +)
    #expect(accounting.byCode == counted.merging(input.alsoByCode) { first, _ in first })
    try expectCounts(part, input)
    try expectRejects(rejects.bytes, input)
  }

  private func expectCounts(_ part: TallyPart, _ input: InputCase) throws {
    var query = ReportQuery()
    query.by = ["field"]
    let estimates = try part.report(query).estimates
    for counts in estimates.map(\.counts) {
      #expect(
        counts.accepted == counts.answered + counts.noOpinion + counts.missing
          + counts.notApplicable + counts.invalid)
    }
    #expect(estimates.first?.counts.invalid == input.invalid)
    let unmapped = estimates.filter { $0.domain.oracleName == "field=_unmapped" }
    #expect(unmapped.reduce(0) { $0 + $1.counts.accepted } == input.unmapped)
    // Whatever is unreadable is listed, once for each response.
    #expect(part.losses[1].entries.values.reduce(0) { $0 + $1.count } == input.invalid)
    #expect(part.losses[0].entries.values.reduce(0) { $0 + $1.count } == input.unmapped)
  }

  private func expectRejects(_ bytes: [UInt8], _ input: InputCase) throws {
    let file = try RejectsFile(bytes)
    #expect(
      file.rows.map {
        InputCase.Reject(
          code: $0["civicsurvey_code"] ?? "", line: $0["civicsurvey_line"].flatMap { Int($0) } ?? 0,
          column: $0["civicsurvey_column"] ?? "",
          byte: $0["civicsurvey_byte"].flatMap { Int($0) })
      } == input.rejects)
    for row in file.rows {
      #expect(row["civicsurvey_source"] == "bad.csv")
      let message = Message(code: row["civicsurvey_code"] ?? "")
      #expect(row["civicsurvey_remedy"] == message.remedy(in: .en))
      #expect(row["civicsurvey_message"]?.contains("{") == false)
    }
  }

  private func expectWording(_ message: Message) {
    for locale in ReportLocale.allCases {
      let text = message.text(in: locale) + message.remedy(in: locale)
      #expect(text.count > 20 && !text.contains("{") && !text.contains(message.code))
    }
  }

  @Test func theSameContentTwiceCountsOnce() throws {
    let plan = try Fixture.plan(InputCase.yaml())
    let text = InputCase.header + InputCase.first
    let inputs = ["a.csv", "b.csv", "c.csv"].map { Fixture.input(text, name: $0) }
    let result = try Tabulator(plan).run(inputs)
    #expect(result.part.accounting.read == 1)
    #expect(result.messages.map(\.code) == ["io.same-content", "io.same-content"])
    #expect(result.messages.map { $0.arguments["second"] } == ["b.csv", "c.csv"])
    #expect(result.messages.allSatisfy { $0.arguments["first"] == "a.csv" })
    #expect(result.messages.allSatisfy { $0.severity == .warning })
    #expect(try Fixture.bytes(result.part) == Fixture.bytes(Fixture.part(plan, text)))
    // Of one size but not the same.
    let other = text.replacing("good", with: "bad ")
    #expect(try Fixture.part(plan, text, other).accounting.read == 2)
  }

  @Test func theHeadersOfAllFilesAreCheckedBeforeTheFirstResponse() throws {
    let plan = try Fixture.plan(InputCase.yaml())
    let rejects = Gathered<[UInt8]>()
    var codes: [String] = []
    do throws(RunError) {
      _ = try Tabulator(plan).run(
        [
          Fixture.input(InputCase.header + "b,x,x\n", name: "good.csv"),
          Fixture.input("", name: "empty.csv"),
          Fixture.input("id,date,n,field,mark\n", name: "other.csv"),
          .path("/nowhere/at-all.csv"),
        ],
        rejects: rejects.add)
    } catch {
      codes = error.messages.map(\.code)
      #expect(
        error.messages.map { $0.place?.file } == [
          "empty.csv", "other.csv", "/nowhere/at-all.csv",
        ])
      // What is not there comes before what is not right.
      #expect(error.kind == .noInput)
    }
    #expect(codes == ["header.empty-file", "header.missing-column", "io.not-found"])
    #expect(rejects.elements.isEmpty)
  }

  @Test func aKeyOfWhichTheFileHasOnlySomePartsIsRefused() throws {
    let yaml = InputCase.yaml().replacing(
      "responseID: { columns: [id] }", with: "responseID: { key: [[id], [round]] }")
    let plan = try Fixture.plan(yaml)
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try Tabulator(plan).run([Fixture.input(InputCase.header)])
      } == ["header.missing-column"])
    let without = try Fixture.part(plan, "date,field,overall\n,land,good\n")
    #expect(without.accounting.withoutID == 1)
  }

  @Test func anotherHeaderOrderReadsTheSame() throws {
    let plan = try Fixture.plan(InputCase.yaml())
    let one = try Fixture.part(plan, InputCase.header + InputCase.first)
    let two = try Fixture.part(
      plan, " OVERALL ,extra,FIELD,n,Date,ID\ngood,xxx,land,1,2025-01-01,a1\n")
    #expect(TallyFile.figuresHash(of: one) == TallyFile.figuresHash(of: two))
  }
}
