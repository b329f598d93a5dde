import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Answers that give the code of one choice with the label of another.
@Suite struct CodeContradictionTests {
  private static func yaml(_ more: String = "", accepts: String = "") -> String {
    """
    survey: reversed
    version: "1"
    title: { vi: Thang đo, en: Scale }
    coverage: sample
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        type: rating
        choices:
          3: { vi: Hài lòng, en: Satisfied, accepts: ["😀"\(accepts)] }
          2: { vi: Bình thường, en: Neither }
          1: { vi: Không hài lòng, en: Dissatisfied }
    """ + more
  }

  @Test(arguments: [
    ("1 - Hài lòng", 2, 0), ("3. KHÔNG HÀI LÒNG", 0, 2), ("3) Không hài lòng", 0, 2),
    ("Hài lòng (1)", 2, 0), ("satisfied=2", 1, 0), ("1 😀", 2, 0), ("1–hài  lòng", 2, 0),
  ])
  func contradictionsAreFound(_ label: String, _ coded: Int, _ labelled: Int) throws {
    let table = try CodeContradictions(Fixture.survey(Self.yaml()))
    let finding = CodeContradictions.Finding(coded: coded, labelled: labelled)
    #expect(table.find(label, question: 0) == finding)
  }

  @Test(arguments: [
    "3 - Hài lòng", "1 - Không hài lòng", "Hài lòng", "1", "1-3", "13 Hài lòng", "1Hài lòng",
    "1 - Rất hài lòng", "4 - Hài lòng", "", "-", "1 -", "Hài lòng 31",
  ])
  func whatAgreesOrSaysNothingIsNone(_ label: String) throws {
    let table = try CodeContradictions(Fixture.survey(Self.yaml()))
    #expect(table.find(label, question: 0) == nil)
  }

  private func messages(_ yaml: String, _ text: String, threads: Int = 1) throws -> [Message] {
    let plan = try Fixture.plan(yaml)
    var options = Tabulator.Options()
    options.threads = threads
    options.blockSize = 4096
    do throws(RunError) {
      _ = try Tabulator(plan, options: options).run([Fixture.input(text)])
      return []
    } catch {
      #expect(error.kind == .data)
      return error.messages
    }
  }

  @Test(arguments: ["", "\n    invalid: reject"])
  func theRunStopsWithTheEvidence(_ more: String) throws {
    let messages = try messages(
      Self.yaml(more), "overall,n\n3,1\n1 - Hài lòng,1\n3 - Hài lòng,1\n1 - Hài lòng,1\n")
    let message = try #require(messages.first)
    #expect(messages.count == 1)
    #expect(message.code == "response.code-contradicts-label")
    #expect(message.place == Message.Place(file: "a.csv", line: 3))
    #expect(
      message.arguments == [
        "label": "1 - Hài lòng", "count": "2", "question": "overall", "code": "1",
        "defined": "Không hài lòng", "other": "3", "words": "Hài lòng",
      ])
  }

  @Test func whatTheDefinitionAcceptsIsTaken() throws {
    let yaml = Self.yaml("", accepts: ", \"1 - Hài lòng\"")
    #expect(try messages(yaml, "overall,n\n1 - Hài lòng,1\n").isEmpty)
  }

  @Test func theEvidenceDoesNotDependOnThreads() throws {
    var random = SeededRandom(seed: 5)
    let values = ["1", "2", "3", "1 - Hài lòng", "Bình thường (3)", "lạ"]
    let text =
      "overall,n\n" + (0..<4_000).map { "\(random.element(of: values)),\($0)\n" }.joined()
    let one = try messages(Self.yaml(), text)
    #expect(one.count == 2)
    #expect(try messages(Self.yaml(), text, threads: 3) == one)
  }
}
