import Foundation
import Glibc
import SurveyTestSupport
import Testing

/// What a killed run leaves is removed by the next one that writes there, and nothing else is.
@Suite struct LeftoverTests {
  private static let records = "1,good,\n2,too,many,fields\n"
  private static let outputs = [
    "--rejects", "rejects.csv", "-o", "report.json", "-o", "report.xlsx",
  ]

  private func parts(in folder: TemporaryFolder) throws -> [String] {
    try folder.names().filter { $0.hasSuffix(".part") }
  }

  /// A folder in which a run was killed while it waited for its export, and the run's number.
  private func folderOfAKilledRun() throws -> (TemporaryFolder, Int32) {
    let command = try RunningCommand()
    let pipe = try NamedPipe(in: command.folder, "export")
    try command.write(RunningCommand.header + Self.records, to: "a.csv")
    try command.report(["export"] + Self.outputs, pipes: [pipe])
    let writer = pipe.writer()
    command.killAtOnce()
    try writer.close()
    return (command.folder, command.identifier)
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
    let command = try RunningCommand(in: folder)
    try command.report(["a.csv"] + arguments)
    let result = try command.finish()
    #expect(result.status == 1)
    return result.errors
  }

  @Test func theNextRunRemovesWhatIsLeft() throws {
    let (folder, process) = try folderOfAKilledRun()
    let left = ["rejects.csv", "report.json", "report.xlsx"].map { "\($0).\(process).part" }
    #expect(try parts(in: folder) == left)
    // Of a workbook that was being made there is a folder as well, with what the library had in it.
    let book = ".civicsurvey-\(process).part"
    try FileManager.default.createDirectory(
      atPath: folder.path(book), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    for name in ["file", "tmp.Ab12"] { try folder.write("PK", to: "\(book)/\(name)") }
    // It is of no concern to a run that writes elsewhere.
    #expect(try run(["-o", "report.csv", "-v"], in: folder).contains("[io.leftover-removed]"))
    #expect(try parts(in: folder) == left)
    let errors = try run(Self.outputs + ["-v", "--locale", "en"], in: folder)
    for name in left {
      #expect(
        errors.contains(
          "note: Removed \(name), which a run that was killed had left. [io.leftover-removed]\n"))
    }
    #expect(try parts(in: folder) == [])
    #expect(try folder.names().contains("report.xlsx"))
  }

  @Test func nothingIsSaidOfItUnasked() throws {
    let (folder, _) = try folderOfAKilledRun()
    let errors = try run(Self.outputs, in: folder)
    #expect(!errors.contains("[io.leftover-removed]"))
    #expect(try parts(in: folder) == [])
  }

  /// The target of a link, in another folder, is where its parts lie.
  @Test func theTargetOfALinkIsSwept() throws {
    let (folder, process) = try folderOfAKilledRun()
    try FileManager.default.createDirectory(
      atPath: folder.path("there"), withIntermediateDirectories: false)
    try folder.write("{}", to: "there/real.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: "there/real.json")
    try folder.write("", to: "there/real.json.\(process)-2.part")
    _ = try run(["-o", "./link.json"], in: folder)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("there")) == ["real.json"])
  }

  /// Names that are near to it, things that are no file, and what others hold are not ours to remove.
  @Test func everythingElseStays() throws {
    let (folder, process) = try folderOfAKilledRun()
    let dead = "\(process)"
    let files = [
      "report.json.part", "report.json..part", "report.json.x.part", "report.json.0\(dead).part",
      "report.json.-\(dead).part", "report.json.\(dead)-2-3.part", "report.json.\(dead).parts",
      "report.json.0.part", "report.json.99999999999.part", "other.json.\(dead).part",
      "report.json.2.\(dead).part", "report.json.\(dead) .part",
    ]
    for name in files { try folder.write("kept", to: name) }
    try folder.write("kept", to: "victim")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("report.json.\(dead)-2.part"), withDestinationPath: "victim")
    try FileManager.default.linkItem(
      atPath: folder.path("victim"), toPath: folder.path("report.json.\(dead)-3.part"))
    _ = try NamedPipe(in: folder, "report.json.\(dead)-4.part")
    try FileManager.default.createDirectory(
      atPath: folder.path("report.json.\(dead)-5.part"), withIntermediateDirectories: false)
    // A run on another machine that shares the folder holds its lock.
    let locked = "report.json.\(dead)-6.part"
    try folder.write("kept", to: locked)
    let holder = try #require(FileHandle(forUpdatingAtPath: folder.path(locked)))
    #expect(flock(holder.fileDescriptor, LOCK_EX) == 0)
    // A folder that others may enter, and one in which something else lies.
    for (name, mode) in [
      (".civicsurvey-\(dead)-2.part", 0o755), (".civicsurvey-\(dead)-3.part", 0o700),
    ] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: false,
        attributes: [.posixPermissions: mode])
      try folder.write("kept", to: name + "/thesis.txt")
    }
    let ours = ["rejects.csv", "report.json", "report.xlsx"].map { "\($0).\(dead).part" }
    let before = try folder.names()
    _ = try run(Self.outputs, in: folder)
    let written = ["rejects.csv", "report.json", "report.xlsx"]
    #expect(
      try folder.names().filter { !written.contains($0) } == before.filter { !ours.contains($0) })
    for name in files + ["victim", locked] {
      #expect(try folder.bytes(name) == Array("kept".utf8), "\(name)")
    }
    for name in [".civicsurvey-\(dead)-2.part", ".civicsurvey-\(dead)-3.part"] {
      #expect(try folder.bytes(name + "/thesis.txt") == Array("kept".utf8))
    }
    try holder.close()
  }

  /// A run that is still at work keeps its parts, and what it writes takes its place.
  @Test func aRunAtWorkIsLeftAlone() throws {
    let command = try RunningCommand()
    let pipe = try NamedPipe(in: command.folder, "export")
    try command.write(RunningCommand.header + Self.records, to: "a.csv")
    try command.report(["export", "-o", "report.json"], pipes: [pipe])
    let writer = pipe.writer()
    let second = try RunningCommand(in: command.folder)
    try second.start(["report", "live.yaml", "a.csv", "-o", "report.json"])
    #expect(try second.finish().status == 1)
    #expect(try parts(in: command.folder) == ["report.json.\(command.identifier).part"])
    try writer.write(contentsOf: Data((RunningCommand.header + "3,good,\n").utf8))
    try writer.close()
    #expect(try command.finish().status == 0)
    #expect(try parts(in: command.folder) == [])
  }
}
