import Foundation
import SurveyTestSupport
import Testing

/// The page and the list of what to read again are somebody's work once they were changed; the list is
/// its owner's alone.
@Suite struct OpinionFilesTests {
  private static let line = [
    "opinions", "so.yaml", "so.csv", "-o", "page.html", "--review", "review.csv", "-q",
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["so.yaml", "so.csv"] {
      try folder.write(
        try PackageFile.text("Tests/CommandTests/Cases/opinions/page/files/\(name)"), to: name)
    }
    return folder
  }

  private func run(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> RunningCommand.Ending {
    let command = try RunningCommand(in: folder)
    try command.start(arguments)
    return try command.finish()
  }

  @Test func listIsItsOwnersAlone() throws {
    let folder = try folder()
    #expect(try run(Self.line, in: folder).status == 1)
    let mode = { (name: String) in
      try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
    }
    #expect(try mode("review.csv") == 0o600)
    #expect(try mode("page.html") != 0o600)
    // Unasked, there is none.
    let other = try self.folder()
    #expect(try run(Array(Self.line.prefix(5)), in: other).status == 1)
    #expect(try !other.names().contains("review.csv"))
  }

  @Test(arguments: ["page.html", "review.csv"])
  func whatSomebodyWorkedOnIsKept(_ name: String) throws {
    let folder = try folder()
    #expect(try run(Self.line, in: folder).status == 1)
    #expect(try run(Self.line, in: folder).status == 1)
    let handle = try #require(FileHandle(forWritingAtPath: folder.path(name)))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("x".utf8))
    try handle.close()
    let result = try run(Self.line, in: folder)
    #expect(result.status == 64)
    #expect(result.errors.contains("[usage.would-overwrite-edits]"))
    #expect(try run(Self.line + ["--force"], in: folder).status == 1)
    #expect(try folder.bytes(name).last != UInt8(ascii: "x"))
  }

  @Test func sameBytesForAnyThreads() throws {
    let folder = try folder()
    let once = try run(
      ["opinions", "so.yaml", "so.csv", "--format", "html", "-j", "1"], in: folder)
    let again = try run(
      ["opinions", "so.yaml", "so.csv", "--format", "html", "-j", "3"], in: folder)
    #expect(once.output == again.output)
    #expect(!once.output.isEmpty)
  }
}
