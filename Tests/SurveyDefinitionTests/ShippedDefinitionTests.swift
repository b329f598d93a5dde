import Foundation
import SurveyDefinition
import SurveyTestSupport
import Testing

@Suite struct ShippedDefinitionTests {
  @Test(arguments: [
    "one-stop-shop/2025.1", "one-stop-shop/2026.1", "kiosk-sample/stratified",
    "kiosk-sample/clustered", "namcs/2019",
    "housing/1976", "dossiers/2025", "verdict/1",
    "counter/2025",
    "ballots/2025", "opinions/2025", "opinions/2025.2", "households/2025", "pupils/2025",
    "communication/2025",
    "training/2025", "offices/2025", "procedures/2025", "accounts/2025",
  ])
  func parsesWithoutDiagnostics(_ name: String) throws {
    let bytes = try PackageFile.bytes("Surveys/\(name).yaml")
    let (survey, diagnostics) = SurveyParser.parse(bytes: bytes, file: name)
    #expect(diagnostics == [])
    let parsed = try #require(survey)
    #expect("\(parsed.id)/\(parsed.version)" == name)
  }
}

/// The README's examples are definitions, and it lists the codes as they are.
@Suite struct FormatReadmeTests {
  private func readme() throws -> String { try PackageFile.text("Surveys/README.md") }

  @Test func theExampleParses() throws {
    let blocks = try readme().components(between: "```yaml\n", and: "```")
    let definitions = blocks.filter { $0.hasPrefix("survey:") }
    #expect(definitions.count == 1)
    for definition in definitions {
      let (survey, diagnostics) = SurveyParser.parse(bytes: Array(definition.utf8), file: "README")
      #expect(diagnostics == [])
      #expect(survey?.measures.map(\.id) == ["overall"])
    }
  }

  @Test func everyCodeIsListed() throws {
    let readme = try readme()
    for code in DefinitionCode.allCases {
      #expect(readme.contains("| `\(code.rawValue)` |"), "\(code)")
    }
    // The table of files begins a line in the same way.
    let listed = ["survey", "plan"].flatMap { name in
      readme.components(between: "| `\(name).", and: "` |").filter { $0 != "schema.json" }
    }
    #expect(listed.count == DefinitionCode.allCases.count)
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let open = rest.firstRange(of: start),
      let close = rest[open.upperBound...].firstRange(of: end)
    {
      found.append(String(rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return found
  }
}
