import SurveyDefinition
import Testing

/// The folder of the package, from this file's own path.
let packageFolder = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

@Suite struct ShippedDefinitionTests {
  @Test(arguments: [
    "one-stop-shop/2025.1", "housing/1976", "dossiers/2025", "verdict/1",
  ])
  func parsesWithoutDiagnostics(_ name: String) throws {
    let path = "\(packageFolder)/Surveys/\(name).yaml"
    let (survey, diagnostics) = try SurveyParser.parse(contentsOf: path)
    #expect(diagnostics == [])
    let parsed = try #require(survey)
    #expect("\(parsed.id)/\(parsed.version)" == name)
  }
}
