import Foundation
import Glibc
import SurveyTestSupport
import Testing

/// What the command writes is its own until it is whole, and gone where it does not become so.
@Suite struct OutputFileTests {
  private static let records = "1,good,\n2,too,many,fields\n"
  private static let noLabels = "column,seen,meaning\n"

  private func write(_ text: String, to pipe: NamedPipe) throws {
    let writer = pipe.writer()
    try writer.write(contentsOf: Data(text.utf8))
    try writer.close()
  }

  /// What a file is, and its mode.
  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    // SAFETY: the bridged path is a terminated text for the length of the call.
    try #require(unsafe lstat(path, &status) == 0)
    return status.st_mode
  }

  private func parts(in folder: TemporaryFolder) throws -> [String] {
    try folder.names().filter { $0.hasSuffix(".part") }
  }

  /// Puts a file, or a link to one, where the command is about to make its own.
  private func plant(_ name: String, in folder: TemporaryFolder, asLink: Bool) throws {
    guard asLink else {
      try folder.write("kept\n", to: name)
      return
    }
    let victim = try folder.write("kept\n", to: "victim")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(name), withDestinationPath: victim)
  }

  @Test(arguments: [true, false])
  func nothingThatWasThereIsWrittenOver(isLink: Bool) throws {
    let command = try RunningCommand()
    let folder = command.folder
    let labels = try NamedPipe(in: folder, "labels")
    try command.write(RunningCommand.header + Self.records, to: "a.csv")
    // The labels are read before the rejects are opened.
    try command.report(
      ["a.csv", "--labels", "labels", "--rejects", "rejects.csv"], pipes: [labels])
    let planted = "rejects.csv.\(command.identifier).part"
    try plant(planted, in: folder, asLink: isLink)
    try write(Self.noLabels, to: labels)
    let result = try command.finish()
    #expect(result.status == 1 && !result.errors.contains("[io."))
    #expect(try folder.bytes(planted) == Array("kept\n".utf8))
    #expect(try parts(in: folder) == [planted])
    #expect(try mode(folder.path("rejects.csv")) == S_IFREG | 0o600)
    #expect(String(decoding: try folder.bytes("rejects.csv"), as: UTF8.self).contains("2,too,many"))
  }

  @Test func rejectsAreForTheOfficeAloneFromTheFirst() throws {
    let command = try RunningCommand()
    let folder = command.folder
    let pipe = try NamedPipe(in: folder, "export")
    for (name, mode) in [("rejects.csv", 0o644), ("kept.csv", 0o640), ("open.csv", 0o666)] {
      let path = try folder.write("old\n", to: name)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    try command.report(
      ["export", "--rejects", "rejects.csv", "--force", "-o", "kept.csv", "-o", "open.csv"],
      pipes: [pipe])
    let writer = pipe.writer()
    let modes = try parts(in: folder).map { try mode(folder.path($0)) }
    #expect(modes == [0o640, 0o666, 0o600].map { S_IFREG | $0 })
    try writer.write(contentsOf: Data((RunningCommand.header + Self.records).utf8))
    try writer.close()
    #expect(try command.finish().status == 1)
    #expect(try mode(folder.path("rejects.csv")) == S_IFREG | 0o600)
    #expect(try mode(folder.path("kept.csv")) == S_IFREG | 0o640)
    #expect(try parts(in: folder) == [])
  }

  /// Starts a report that becomes a workbook as soon as somebody reads the pipe.
  private func writeWorkbook(
    with temporary: TemporaryFolder
  ) throws -> (RunningCommand, NamedPipe) {
    let command = try RunningCommand()
    let output = try NamedPipe(in: command.folder, "book")
    try command.write(RunningCommand.header + Self.records, to: "a.csv")
    try command.report(
      ["a.csv", "--format", "xlsx", "-o", "book"], pipes: [output],
      environment: ["TMPDIR": temporary.path])
    return (command, output)
  }

  /// libxlsxwriter would follow a link: it writes into a folder that nobody else may enter.
  @Test(arguments: [true, false])
  func aWorkbookIsMadeInAFolderOfItsOwn(isLink: Bool) throws {
    let temporary = try TemporaryFolder()
    let (command, output) = try writeWorkbook(with: temporary)
    let planted = ".civicsurvey-\(command.identifier).part"
    try plant(planted, in: temporary, asLink: isLink)
    // A workbook is more than the pipe holds, so it is being copied when its first byte comes.
    let reader = output.narrowReader()
    let first = try reader.read(upToCount: 1)
    let folders = try temporary.names().filter { try mode(temporary.path($0)) == S_IFDIR | 0o700 }
    #expect(folders.count == 1)
    let rest = try reader.readToEnd()
    #expect(try command.finish().status == 1)
    #expect((first ?? Data()) + (rest ?? Data()).prefix(3) == Data("PK\u{3}\u{4}".utf8))
    #expect(try temporary.bytes(planted) == Array("kept\n".utf8))
    #expect(try parts(in: temporary) == [planted])
  }

  @Test func anInterruptionRemovesAWorkbookAndItsFolder() throws {
    let temporary = try TemporaryFolder()
    let (command, output) = try writeWorkbook(with: temporary)
    let reader = output.narrowReader()
    #expect(try reader.read(upToCount: 1)?.count == 1)
    #expect(try temporary.names().count == 1)
    command.interrupt()
    #expect(try command.finish().status == 130)
    #expect(try temporary.names() == [])
  }

  /// More outputs than there have ever been in one run.
  @Test func anInterruptionRemovesEveryPart() throws {
    let command = try RunningCommand()
    let folder = command.folder
    let pipe = try NamedPipe(in: folder, "export")
    let before = try folder.names()
    let outputs = (1...40).flatMap { ["-o", "\($0).csv"] }
    try command.report(
      ["export", "--rejects", "rejects.csv", "--unknown-labels", "labels.csv"] + outputs,
      pipes: [pipe])
    let writer = pipe.writer()
    #expect(try parts(in: folder).count == 42)
    command.interrupt()
    #expect(try command.finish().status == 130)
    #expect(try folder.names() == before)
    try writer.close()
  }
}
