import Foundation
import SurveyTestSupport
import Testing

/// What is no definition and no tally is told by its beginning, however long it is.
@Suite struct EndlessInputTests {
  private func run(_ arguments: [String]) throws -> RunningCommand.Ending {
    let command = try RunningCommand()
    for name in ["endless.yaml", "endless.tally"] {
      try FileManager.default.createSymbolicLink(
        atPath: command.folder.path(name), withDestinationPath: "/dev/zero")
    }
    try command.start(arguments + ["--locale", "en"])
    return try command.finish()
  }

  @Test(arguments: [
    (["check", "endless.yaml"], "[survey.too-large]", 65),
    (["report", "endless.yaml", "a.csv"], "[survey.too-large]", 65),
    (["report", "endless.tally"], "[usage.first-argument]", 64),
    (["merge", "endless.tally"], "[tally.not-a-tally]", 65),
    (["tally", "--info", "endless.tally"], "[tally.not-a-tally]", 65),
  ])
  func theBeginningIsEnough(arguments: [String], code: String, status: Int32) throws {
    let result = try run(arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(code))
  }

  /// A number of threads that no machine has.
  @Test(arguments: ["0", "-1", "257", "1000000", "99999999999", "99999999999999999999999", "abc"])
  func threadsAreBounded(count: String) throws {
    let result = try run(["report", "live.yaml", "a.csv", "-j\(count)"])
    #expect(result.status == 64)
    #expect(
      result.errors == """
        error: -j \(count) makes no sense. [usage.threads]
          → Give a number from 1 to 256.

        """)
  }
}
