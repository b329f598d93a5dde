import SurveyDefinition
import Testing

@testable import CivicSurvey

/// What a message says to write into the definition is accepted by it, and mends what was told.
@Suite struct PastedYAMLTests {
  /// A definition, an export that fits it in appearance, and below which line the message's YAML goes.
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let export: String
    let line: String
    /// What stands below it already, in whose place the YAML goes.
    var present = ""
    var testDescription: String { code + ": " + export.prefix(40) }
  }

  private static let yaml = """
    survey: pasted
    version: "1"
    title: { en: Pasted }
    coverage: sample
    dimensions:
      unit:
        columns: [unit]
        open: true
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        choices: { 1: { en: Bad }, 2: { en: Good } }
      needs:
        text: { en: Needs }
        optional: true
        choiceColumns: { home: [home], counter: [counter] }
        choices: { home: { en: Home }, counter: { en: Counter } }

    """

  @Test(arguments: [
    Case(
      code: "response.dimension-merged", export: "unit,overall\nA,1\n,2\n,1\nB,2\n,1\n,2\n",
      line: "  unit:\n"),
    Case(
      code: "response.ticks-unknown",
      export: "unit,overall,home,counter\nA,1,Checked,Unchecked\nB,1,Unchecked,Unchecked\n",
      line: "  needs:\n"),
    // Words that YAML would take for something else.
    Case(
      code: "response.ticks-unknown",
      export: "unit,overall,home,counter\nA,1,on: #1,\"[\"\"không\"\"]\"\nB,1,on: #1,off\n",
      line: "  needs:\n"),
    Case(
      code: "response.ticks-unknown",
      export: "unit,overall,home,counter\nA,1,\"Có, đã chọn\",null\nB,1,~,null\n",
      line: "  needs:\n"),
    Case(
      code: "response.ticks-unknown",
      export: "unit,overall,home,counter\nA,1,Checked,Unchecked\nB,1,Unchecked,Off\n",
      line: "  needs:\n", present: "    ticked: [On]\n    unticked: [Off]\n"),
  ])
  func theKeyIsAcceptedAndMends(_ example: Case) throws {
    let yaml = Self.yaml.replacing(example.line, with: example.line + example.present)
    let told = try messages(yaml, example.export)
    let message = try #require(told.first { $0.code == example.code })
    let lines = try #require(message.arguments["yaml"]).split(separator: "”, “")
    for locale in ReportLocale.allCases {
      #expect(lines.allSatisfy { message.text(in: locale).contains("“\($0)”") })
    }
    let pasted = example.line + lines.map { "    \($0)\n" }.joined()
    let mended = yaml.replacing(example.line + example.present, with: pasted)
    let (survey, diagnostics) = SurveyParser.parse(bytes: Array(mended.utf8), file: "x.yaml")
    #expect(survey != nil && diagnostics.isEmpty)
    #expect(try messages(mended, example.export).allSatisfy { $0.code != example.code })
  }

  private func messages(_ yaml: String, _ export: String) throws -> [Message] {
    try Tabulator(Fixture.plan(yaml)).run([Fixture.input(export)]).messages
  }
}
