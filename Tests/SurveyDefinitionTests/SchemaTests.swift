import Foundation
import SurveyTestSupport
import Testing

@testable import SurveyDefinition

/// The JSON Schema for editors knows the same keys and words as the parser.
@Suite struct SchemaTests {
  private let schema: [String: Any]

  init() throws {
    let url = URL(filePath: PackageFile.path("Surveys/survey.schema.json"))
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    schema = try #require(json as? [String: Any])
  }

  private func properties(_ path: [String]) throws -> [String] {
    var node: Any = schema
    for step in path {
      if let index = Int(step) {
        node = try #require((node as? [Any])?[index])
      } else {
        node = try #require((node as? [String: Any])?[step])
      }
    }
    return try #require(node as? [String: Any]).keys.sorted()
  }

  /// The keys that the parser offers in place of one that nothing is like.
  private func allowed(_ text: String) throws -> [String] {
    let (_, diagnostics) = SurveyParser.parse(bytes: Array(text.utf8), file: "x.yaml")
    let unknown = try #require(diagnostics.first { $0.code == .unknownKey })
    let keys = try #require(unknown.arguments["allowed"])
    return keys.split(separator: ",").map { $0.drop(while: { $0 == " " }) }.map(String.init)
      .sorted()
  }

  @Test(arguments: [
    ("zzzzzzzz: 1", ["properties"]),
    ("source: { zzzzzzzz: 1 }", ["properties", "source", "properties"]),
    (
      "source: { submittedAt: { zzzzzzzz: 1 } }",
      ["properties", "source", "properties", "submittedAt", "properties"]
    ),
    (
      "source: { frequency: { zzzzzzzz: 1 } }",
      ["properties", "source", "properties", "frequency", "properties"]
    ),
    ("scales: { s: { zzzzzzzz: 1 } }", ["$defs", "scale", "properties"]),
    ("dimensions: { d: { zzzzzzzz: 1 } }", ["$defs", "dimension", "properties"]),
    ("questions: { q: { zzzzzzzz: 1 } }", ["$defs", "question", "properties"]),
    ("opinions: { zzzzzzzz: 1 }", ["properties", "opinions", "properties"]),
    (
      "opinions: { due: { zzzzzzzz: 1 } }",
      ["properties", "opinions", "properties", "due", "properties"]
    ),
    (
      "opinions: { publish: { zzzzzzzz: 1 } }",
      ["properties", "opinions", "properties", "publish", "properties"]
    ),
    (
      "exclude: [{ zzzzzzzz: 1 }]", ["properties", "exclude", "items", "properties"]
    ),
    ("complete: { zzzzzzzz: 1 }", ["properties", "complete", "properties"]),
    ("inForce: { zzzzzzzz: 1 }", ["properties", "inForce", "properties"]),
    ("design: { zzzzzzzz: 1 }", ["properties", "design", "properties"]),
    (
      "design: { weight: { zzzzzzzz: 1 } }",
      ["properties", "design", "properties", "weight", "properties"]
    ),
    (
      "design: { clusters: { zzzzzzzz: 1 } }",
      ["properties", "design", "properties", "clusters", "properties"]
    ),
    ("targets: [{ zzzzzzzz: 1 }]", ["$defs", "target", "properties"]),
  ])
  func keysAreTheSame(_ text: String, _ path: [String]) throws {
    #expect(try allowed(text) == properties(path))
  }

  @Test func aRateHasTwoForms() throws {
    let short = try properties(["$defs", "measure", "oneOf", "0", "properties"])
    let long = try properties(["$defs", "measure", "oneOf", "1", "properties"])
    let both = Set(short + long).sorted()
    #expect(try allowed("measures: { m: { zzzzzzzz: 1 } }") == both)
  }

  @Test(
    arguments: [
      ("bottombox", 2), ("net", 3), ("mean", 4), ("mean100", 4), ("index", 5), ("comprehensive", 6),
    ]) func aRuleHasItsKeys(_ rule: String, _ form: Int) throws
  {
    let keys = try properties(["$defs", "measure", "oneOf", String(form), "properties"])
    #expect(try allowed("measures: { m: { rule: \(rule), zzzzzzzz: 1 } }") == keys)
  }

  @Test func duplicatesAreAWordOrAMap() throws {
    let forms = try #require(
      ((schema["properties"] as? [String: Any])?["duplicates"] as? [String: Any])?["oneOf"]
        as? [[String: Any]])
    #expect(forms[0]["enum"] as? [String] == DuplicatePolicy.allCases.map(\.rawValue))
    #expect(
      try allowed("duplicates: { zzzzzzzz: 1 }")
        == properties(["properties", "duplicates", "oneOf", "1", "properties"]))
    let keys = try #require(forms[1]["properties"] as? [String: [String: Any]])
    #expect(keys["within"]?["enum"] as? [String] == DuplicateWindow.allCases.map(\.rawValue))
  }

  @Test func wordsAreTheSame() throws {
    func words(_ path: [String]) throws -> [String] {
      var node: Any = schema
      for step in path { node = try #require((node as? [String: Any])?[step]) }
      return try #require((node as? [String: Any])?["enum"] as? [String])
    }
    func question(_ key: String) -> [String] { ["$defs", "question", "properties", key] }
    #expect(try words(["properties", "coverage"]) == Coverage.allCases.map(\.rawValue))
    #expect(try words(["properties", "calendar"]) == ReportCalendar.allCases.map(\.rawValue))
    #expect(try words(["properties", "finestPeriod"]) == FinestPeriod.allCases.map(\.rawValue))
    #expect(try words(question("type")) == QuestionType.allCases.map(\.rawValue))
    #expect(try words(question("role")) == QuestionRole.allCases.map(\.rawValue))
    #expect(try words(question("invalid")) == InvalidAnswerPolicy.allCases.map(\.rawValue))
    #expect(try words(question("noneTicked")) == NoneTickedPolicy.allCases.map(\.rawValue))
    #expect(
      try words(["$defs", "dimension", "properties", "unknown"])
        == UnknownCategoryPolicy.allCases.map(\.rawValue))
    #expect(
      try words(["$defs", "target", "properties", "every", "items"])
        == PeriodKind.allCases.map(\.rawValue))
  }
}
