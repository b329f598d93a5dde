import Foundation
import SurveyTestSupport
import Testing

/// What is no file in a folder is passed over and named, and never waited for.
@Suite struct FolderTests {
  @Test func aPipeInAFolderIsNotWaitedFor() throws {
    let command = try RunningCommand()
    try FileManager.default.createDirectory(
      atPath: command.folder.path("exports"), withIntermediateDirectories: false)
    try command.write(RunningCommand.header + "1,good,\n", to: "exports/a.csv")
    _ = try NamedPipe(in: command.folder, "exports/b.csv")
    _ = try NamedPipe(in: command.folder, "exports/c.xlsx")
    try command.report(["exports", "--locale", "en", "--format", "json"])
    let result = try command.finish()
    #expect(result.status == 0)
    #expect(result.output.contains("\"read\": 1,"))
    #expect(
      result.errors.contains(
        """
        exports: warning: Passed over in the folder exports, and in no figure (2, no files but broken \
        links, pipes or devices): b.csv, c.xlsx. [io.no-files-passed-over]
        """))
  }

  @Test func aFolderOfNoFilesIsTold() throws {
    let command = try RunningCommand()
    try FileManager.default.createDirectory(
      atPath: command.folder.path("exports/within.csv"), withIntermediateDirectories: true)
    _ = try NamedPipe(in: command.folder, "exports/b.csv")
    try command.report(["exports", "--locale", "en"])
    let result = try command.finish()
    #expect(result.status == 66)
    #expect(result.errors.contains("[io.empty-folder]"))
    #expect(result.errors.contains("are not read (1): within.csv. [io.folders-passed-over]"))
    #expect(result.errors.contains("pipes or devices): b.csv. [io.no-files-passed-over]"))
  }
}
