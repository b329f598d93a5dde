import SurveyDefinition
import Testing

@testable import CivicSurvey

/// Files of which hardly anything can be said.
@Suite struct DraftBadInputTests {
  private func code(_ text: String) -> String? {
    do {
      _ = try Drafted(text)
      return nil
    } catch let error as RunError {
      return error.messages.first?.code
    } catch {
      return "\(error)"
    }
  }

  @Test func nothingToDraftFrom() {
    #expect(code("") == "csv.empty-file" || code("") == "header.empty-file")
    #expect(code("Mã phiếu,Hài lòng\n") == "draft.no-records")
    #expect(code("Mã phiếu,Hài lòng\n,\n,\n") == "draft.no-records")
    #expect(code("STT,Mã phiếu\n1,a1\n2,a2\n3,a3\n") == "draft.no-question")
  }

  @Test func oneColumn() throws {
    let draft = try Drafted("Hài lòng\n5\n4\n1\n5\n")
    #expect(draft.survey.questions.count == 1)
    #expect(try draft.report().estimates.first?.satisfied == 3)
  }

  @Test func aThousandColumns() throws {
    let names = (0..<1_000).map { "Câu \($0)" }.joined(separator: ",")
    let row = Array(repeating: "4", count: 999).joined(separator: ",")
    let text = names + "\n" + (0..<20).map { "\($0 % 5 + 1),\(row)\n" }.joined()
    let draft = try Drafted(text)
    #expect(draft.survey.questions.count == 1_000)
    #expect(draft.draft.table.count == 201)
  }

  @Test func everythingDifferent() throws {
    let rows = (0..<3_000).map { "chữ viết tự do số \($0),\($0 * 7919 % 3_001)\n" }
    let draft = try Drafted("Điều gì,Bao nhiêu\n" + rows.joined())
    #expect(draft.survey.questions.map(\.type) == [.text])
  }

  @Test func labelsInThreeLanguages() throws {
    let answers = ["Rất hài lòng", "Very satisfied", "非常满意", "Hài lòng", "Satisfied", "满意"]
    let rows = (0..<60).map { "\($0),\(answers[$0 % 6])\n" }
    let draft = try Drafted("Mã phiếu,Mức độ hài lòng\n" + rows.joined(), locale: .en)
    // Two thirds are on a scale: so it is none, and nothing is lost.
    #expect(draft.question("Mức độ hài lòng")?.type == .single)
    #expect(draft.question("Mức độ hài lòng")?.choices.count == 6)
  }

  @Test func namesThatAreNone() throws {
    let draft = try Drafted(
      "a,,Hài lòng,Hài lòng,\"x\ny\"\n1,2,5,4,3\n2,2,4,4,3\n3,3,3,3,3\n1,2,5,4,2\n", locale: .en)
    #expect(draft.draft.yaml.contains("it has no name"))
    #expect(draft.draft.yaml.contains("another column has the same name"))
    #expect(draft.question("x y") != nil)
  }

  @Test func textThatWouldBeYAML() throws {
    let draft = try Drafted(
      "\"a: {b}\",\"# ? c\",\"'\"\"&*!|>%@`\"\nyes,# no,5\nno,\"[x, y]\",4\nyes,# no,5\nno,\"[x, y]\",4\n"
    )
    #expect(draft.survey.questions.count + draft.survey.dimensions.count == 3)
  }

  @Test func aRejectsFileIsNone() {
    #expect(
      code("a,civicsurvey_source,civicsurvey_line,civicsurvey_raw\n1,x,2,y\n")
        == "draft.rejects-file")
  }
}
