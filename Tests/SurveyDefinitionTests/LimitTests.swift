import SurveyTestSupport
import Testing

@testable import SurveyDefinition

/// Bytes that no definition should have must give a diagnostic, quickly, and never a crash.
@Suite struct LimitTests {
  private func codes(_ text: String) -> [DefinitionCode] {
    codes(Array(text.utf8))
  }

  private func codes(_ bytes: [UInt8]) -> [DefinitionCode] {
    let (survey, diagnostics) = SurveyParser.parse(bytes: bytes, file: "x.yaml")
    #expect((survey == nil) == diagnostics.contains { $0.severity == .error })
    return diagnostics.map(\.code)
  }

  @Test func badBytesHaveAPlace() throws {
    let bytes = Array("survey: s\ntitle: Đ".utf8) + [0xFF] + Array("\n".utf8)
    let (_, diagnostics) = SurveyParser.parse(bytes: bytes, file: "x.yaml")
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.code == .notUTF8)
    #expect(diagnostic.place == Diagnostic.Place(file: "x.yaml", line: 2, column: 9))
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() {
    let text = BrokenDefinition.header + BrokenDefinition.question
    #expect(codes([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == [])
  }

  @Test func otherEncodingsAreRefused() {
    #expect(codes([0xFF, 0xFE] + "survey: s".utf8.flatMap { [$0, 0] }) == [.notUTF8])
    #expect(codes("survey: s".utf8.flatMap { [0, $0] }) == [.yamlSyntax])
  }

  @Test func sizeIsLimited() {
    #expect(codes([UInt8](repeating: 0x23, count: 1 << 20)) == [.emptyDefinition])
    #expect(codes([UInt8](repeating: 0x23, count: 1 << 20 + 1)) == [.tooLarge])
  }

  @Test(arguments: ["[", "{", "- ", "? ", "[{", "a: [", "&a ["])
  func depthIsLimited(_ unit: String) {
    let text = String(repeating: unit, count: 50_000)
    #expect(codes(text) == [.tooDeep] || codes(text) == [.tooManyAliases], "\(unit)")
  }

  @Test func depthByIndentIsLimited() {
    func nested(_ levels: Int) -> String {
      (0..<levels).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    }
    #expect(codes(nested(100)) == [.tooDeep])
    // The YAML parser has a limit of its own.
    #expect(codes(nested(1400)) == [.yamlSyntax])
  }

  @Test func referencesAreLimited() {
    #expect(
      codes("a: &a x\nb: [" + String(repeating: "*a, ", count: 201) + "x]") == [.tooManyAliases])
  }

  @Test func theNumberOfDiagnosticsIsLimited() {
    let keys = (0..<20_000).map { "key\($0): x\n" }.joined()
    #expect(codes(keys).count == 1000)
    // Warnings first: the error that follows is kept all the same.
    let scales = (0..<1500).map { "  s\($0): { choices: { a: { en: A } } }\n" }.joined()
    let text = BrokenDefinition.header + BrokenDefinition.question
    #expect(codes(text + "scales:\n" + scales + "measures:\n  m: { rate: x }\n").count == 1001)
  }

  /// Twelve lists of ten references each would be 10¹² values.
  @Test func aBombIsNotExpanded() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let references = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(references)]\n"
    }
    #expect(codes(text) == [.tooManyNodes])
  }

  @Test(arguments: ["? *a9\n: x\n", "{ *a9 : x }\n", "[*a9]: x\n", "? [*a9]\n: x\n"])
  func aBombIsNotHashed(_ key: String) {
    var text = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let references = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "- &a\(level) [\(references)]\n"
    }
    #expect(codes(text + "- " + key) == [.tooManyAliases])
  }
}

@Suite struct DefinitionFuzzTests {
  private let seeds: [[UInt8]]

  init() throws {
    seeds = try ["one-stop-shop/2025.1", "verdict/1"].map {
      let seed = try PackageFile.bytes("Surveys/\($0).yaml")
      return try #require(SurveyParser.parse(bytes: seed, file: $0).survey).definition
    }
  }

  private func check(_ bytes: [UInt8], _ comment: @autoclosure () -> String) {
    let (survey, diagnostics) = SurveyParser.parse(bytes: bytes, file: "x.yaml")
    let hasError = diagnostics.contains { $0.severity == .error }
    if (survey == nil) != hasError { Issue.record("\(comment())") }
    for diagnostic in diagnostics {
      let names = diagnostic.arguments.keys.sorted()
      if names != diagnostic.code.argumentNames || diagnostic.place.line < 1
        || diagnostic.place.column < 1
      {
        Issue.record("\(comment()): \(diagnostic)")
      }
    }
  }

  @Test func truncationsNeverCrash() {
    for seed in seeds {
      for length in stride(from: 0, to: seed.count, by: max(1, seed.count / 150)) {
        check(Array(seed[..<length]), "truncated to \(length)")
      }
    }
  }

  @Test func flippedBytesNeverCrash() {
    var random = SeededRandom(seed: 1976)
    for seed in seeds {
      for round in 0..<150 {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let index = Int.random(in: bytes.indices, using: &random)
          bytes[index] = UInt8.random(in: 0...255, using: &random)
        }
        check(bytes, "round \(round)")
      }
    }
  }

  /// Signs that mean something to YAML, put and taken anywhere.
  @Test func movedSignsNeverCrash() {
    var random = SeededRandom(seed: 81)
    let signs = Array("[]{}:,-?&*!|>'\"%@`#~ \n\t\r\u{0}".utf8)
    for seed in seeds {
      for round in 0..<150 {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let index = Int.random(in: bytes.indices, using: &random)
          if Bool.random(using: &random) {
            bytes.insert(signs[Int.random(in: signs.indices, using: &random)], at: index)
          } else {
            bytes.removeSubrange(index..<min(index + 5, bytes.count))
          }
        }
        check(bytes, "round \(round)")
      }
    }
  }
}
