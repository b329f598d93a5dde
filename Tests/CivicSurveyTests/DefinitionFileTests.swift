import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

@Suite struct DefinitionFileTests {
  private static func stop(_ path: String) throws -> RunError {
    try #require(throws: RunError.self) { _ = try Survey(contentsOf: path) }
  }

  @Test func aSoundDefinitionIsASurvey() throws {
    let path = PackageFile.path("Surveys/one-stop-shop/2025.1.yaml")
    let file = try DefinitionFile(path)
    #expect(file.messages.isEmpty)
    #expect(file.language == "vi")
    #expect(
      try Survey(contentsOf: path).definition
        == PackageFile.bytes("Surveys/one-stop-shop/2025.1.yaml"))
  }

  @Test func filesThatCannotBeReadSayWhy() throws {
    let absent = try Self.stop("/nowhere/x.yaml")
    #expect(absent.kind == .noInput && absent.messages.map(\.code) == ["io.not-found"])
    let folder = try Self.stop(PackageFile.folder)
    #expect(folder.kind == .noInput && folder.messages.map(\.code) == ["io.is-directory"])
  }

  @Test func aWrongDefinitionIsThrownWithAllThatIsWrong() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("survey: s\ntitle: { vi: T }\nquestions: []\n", to: "x.yaml")
    let file = try DefinitionFile(path)
    #expect(file.survey == nil && file.language == "vi" && file.messages.count > 1)
    #expect(file.messages.allSatisfy { $0.code.hasPrefix("survey.") && $0.place?.file == path })
    let error = try Self.stop(path)
    #expect(error.kind == .data && error.messages == file.messages)
  }

  /// A file without end is no definition, and is not read to an end.
  @Test func aTooLargeFileIsNotReadWhole() throws {
    #expect(try Self.stop("/dev/zero").messages.map(\.code) == ["survey.too-large"])
  }
}
