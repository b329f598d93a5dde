import Foundation
import SurveyTestSupport
import Testing

/// Files that people fill in and hand back, and files that are read, are not written over.
@Suite struct KeptWorkTests {
  private static let records = "1,good,\n2,goood,\n3,too,many,fields\n"
  private static let sheets = ["rejects.csv", "labels.csv"]
  private static let line = [
    "a.csv", "--rejects", "rejects.csv", "--unknown-labels", "labels.csv", "-o", "report.json",
  ]

  /// Runs the same line in one folder, as from a shell's history.
  private func run(
    _ arguments: [String], in folder: TemporaryFolder, input: String? = nil,
    appendingTo output: String? = nil
  ) throws -> RunningCommand.Ending {
    let command = try RunningCommand(in: folder)
    let standardInput = try input.map {
      try #require(FileHandle(forReadingAtPath: folder.path($0)))
    }
    let standardOutput = try output.map {
      let handle = try #require(FileHandle(forWritingAtPath: folder.path($0)))
      try handle.seekToEnd()
      return handle
    }
    try command.report(arguments, input: standardInput, output: standardOutput)
    return try command.finish()
  }

  private func folderAfterOneRun() throws -> TemporaryFolder {
    let command = try RunningCommand()
    try command.write(RunningCommand.header + Self.records, to: "a.csv")
    try command.report(Self.line)
    #expect(try command.finish().status == 1)
    return command.folder
  }

  @Test func whatNobodyTouchedIsWrittenAgain() throws {
    let folder = try folderAfterOneRun()
    let before = try Self.sheets.map(folder.bytes)
    #expect(try run(Self.line, in: folder).status == 1)
    #expect(try Self.sheets.map(folder.bytes) == before)
    // Other rejects take the place of the old ones as well.
    try folder.write(RunningCommand.header + "4,bad,\n", to: "a.csv")
    #expect(try run(Self.line, in: folder).status == 0)
    #expect(try Self.sheets.map(folder.bytes) != before)
  }

  /// A word filled in, one byte changed, and a file of other bytes put in its place.
  @Test(arguments: sheets, ["edited", "replaced", "copied"])
  func whatSomebodyWorkedOnIsKept(sheet: String, how: String) throws {
    let folder = try folderAfterOneRun()
    try FileManager.default.removeItem(atPath: folder.path("report.json"))
    let path = folder.path(sheet)
    var bytes = try folder.bytes(sheet)
    switch how {
    case "edited":
      bytes[bytes.count - 3] = UInt8(ascii: "x")
      // In place, so that the file keeps what it is marked with.
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    case "replaced":
      bytes += Array("x\r\n".utf8)
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    default:
      try FileManager.default.removeItem(atPath: path)
      try Data(bytes).write(to: URL(filePath: path))
    }
    let result = try run(Self.line + ["--locale", "vi"], in: folder)
    #expect(result.status == 64)
    #expect(
      result.errors == """
        lỗi: \(sheet) đã được điền hoặc sửa, hoặc không do lệnh này ghi ra; không ghi đè lên. \
        [usage.would-overwrite-edits]
          → Cho một tên tệp khác để ghi, hoặc thêm --force nếu không cần nội dung cũ.

        """)
    #expect(try folder.bytes(sheet) == bytes)
    #expect(try !folder.names().contains("report.json"))
    #expect(try run(Self.line + ["--force"], in: folder).status == 1)
    #expect(try folder.bytes(sheet) != bytes || how == "copied")
    #expect(try run(Self.line, in: folder).status == 1)
  }

  /// The rejects are opened in a spreadsheet while the export is still coming in.
  @Test func whatSomebodyChangesMeanwhileIsKept() throws {
    let folder = try folderAfterOneRun()
    let pipe = try NamedPipe(in: folder, "export")
    let command = try RunningCommand(in: folder)
    try command.report(["export", "--rejects", "rejects.csv"], pipes: [pipe])
    let writer = pipe.writer()
    try writer.write(contentsOf: Data((RunningCommand.header + Self.records).utf8))
    try folder.write("mended\n", to: "rejects.csv")
    try writer.close()
    let result = try command.finish()
    #expect(result.status == 64)
    #expect(result.errors.contains("[usage.would-overwrite-edits]"))
    #expect(result.output == "")
    #expect(try folder.bytes("rejects.csv") == Array("mended\n".utf8))
    #expect(try !folder.names().contains { $0.hasSuffix(".part") })
  }

  @Test func anEmptyFileHoldsNoWork() throws {
    let folder = try folderAfterOneRun()
    for sheet in Self.sheets { try folder.write("", to: sheet) }
    #expect(try run(Self.line, in: folder).status == 1)
    #expect(try Self.sheets.allSatisfy { try !folder.bytes($0).isEmpty })
  }

  /// Standard input and output are what they lead to.
  @Test(arguments: [
    ["-", "-o", "a.csv"], ["-", "-o", "./a.csv"], ["-", "-o", "link.csv"], ["-", "-o", "hard.csv"],
    ["/dev/stdin", "-o", "a.csv"], ["-", "--rejects", "a.csv"], ["-", "--unknown-labels", "a.csv"],
    ["b.csv", "--labels", "-", "-o", "a.csv"],
  ])
  func standardInputIsNotWrittenOver(arguments: [String]) throws {
    let folder = try folderAfterOneRun()
    let bytes = try folder.bytes("a.csv")
    try folder.write(RunningCommand.header + "4,bad,\n", to: "b.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.csv"), withDestinationPath: "a.csv")
    try FileManager.default.linkItem(
      atPath: folder.path("a.csv"), toPath: folder.path("hard.csv"))
    let result = try run(arguments, in: folder, input: "a.csv")
    #expect(result.status == 64)
    #expect(result.errors.contains("[usage.output-is-input]"))
    #expect(try folder.bytes("a.csv") == bytes)
  }

  @Test func standardOutputIsNotAppendedToWhatIsRead() throws {
    let folder = try folderAfterOneRun()
    let bytes = try folder.bytes("a.csv")
    let result = try run(["a.csv"], in: folder, appendingTo: "a.csv")
    #expect(result.status == 64)
    #expect(result.errors.contains("stdout is read in this run"))
    #expect(try folder.bytes("a.csv") == bytes)
  }

  @Test(arguments: [
    ["-o", "x.csv", "--rejects", "./x.csv"], ["-o", "./x.csv", "--unknown-labels", "x.csv"],
    ["-o", "x.csv", "-o", "sub/../x.csv"], ["-o", "x.csv", "-o", "here/x.csv"],
    ["-o", "report.json", "-o", "link.json"], ["--rejects", "-"], ["--rejects", "/dev/stdout"],
    ["--rejects", "labels.csv", "--unknown-labels", "here/labels.csv", "--force"],
  ])
  func oneOutputHasOneSpelling(arguments: [String]) throws {
    let folder = try folderAfterOneRun()
    try FileManager.default.createDirectory(
      atPath: folder.path("sub"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("here"), withDestinationPath: ".")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: "report.json")
    let names = try folder.names()
    let result = try run(["a.csv"] + arguments, in: folder)
    #expect(result.status == 64)
    #expect(result.errors.contains("[usage.same-output]"))
    #expect(result.output == "")
    #expect(try folder.names() == names)
  }

  /// What other commands read is kept as well.
  @Test func definitionsAndTalliesAreKept() throws {
    let folder = try folderAfterOneRun()
    func status(_ arguments: [String]) throws -> Int32 {
      let command = try RunningCommand(in: folder)
      try command.start(arguments)
      return try command.finish().status
    }
    #expect(try status(["tally", "live.yaml", "a.csv", "-o", "a.tally"]) == 0)
    let files = ["live.yaml", "a.tally"]
    let before = try files.map(folder.bytes)
    #expect(try status(["tally", "--info", "a.tally", "-o", "./a.tally"]) == 64)
    #expect(try status(["merge", "a.tally", "-o", "./a.tally"]) == 64)
    #expect(
      try status([
        "report", "a.tally", "--survey", "live.yaml", "--format", "json", "-o", "./live.yaml",
      ]) == 64)
    #expect(try files.map(folder.bytes) == before)
  }

  /// So are the counts that a definition names, which lie beside it, of exports and of a tally.
  @Test(arguments: ["margins: { files: [counts.csv] }", "volumes: [counts.csv]"])
  func countsThatADefinitionNamesAreKept(named: String) throws {
    let folder = try folderAfterOneRun()
    let counts = "count,served\n9,9\n"
    try folder.write(counts, to: "counts.csv")
    let definition = try String(decoding: folder.bytes("live.yaml"), as: UTF8.self)
    try folder.write(definition + "\n\(named)\n", to: "named.yaml")
    func ending(_ arguments: [String]) throws -> RunningCommand.Ending {
      let command = try RunningCommand(in: folder)
      try command.start(arguments)
      return try command.finish()
    }
    #expect(try ending(["tally", "named.yaml", "a.csv", "-o", "a.tally"]).status == 0)
    for read in [["named.yaml", "a.csv"], ["a.tally", "--survey", "named.yaml"]] {
      let ending = try ending(["report"] + read + ["--format", "csv", "-o", "./counts.csv"])
      #expect(ending.status == 64)
      #expect(ending.errors.contains("[usage.output-is-input]"), "\(ending.errors)")
      #expect(try folder.bytes("counts.csv") == Array(counts.utf8))
    }
  }
}
