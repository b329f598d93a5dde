import Foundation
import Glibc
import Testing

/// Inputs and readers that do something while the command works.
@Suite struct LiveInputTests {
  private func send(_ text: String, to handle: FileHandle) throws {
    try handle.write(contentsOf: Data(text.utf8))
  }

  @Test func theSameContentThroughTwoPipesIsTooLate() throws {
    let command = try RunningCommand()
    let pipes = try ["a", "b"].map { try NamedPipe(in: command.folder, $0) }
    try command.report(["a", "b"], pipes: pipes)
    // Both headers are read before the first response.
    let writers = try pipes.map { pipe in
      let writer = pipe.writer()
      try send(RunningCommand.header, to: writer)
      return writer
    }
    for writer in writers {
      try send("1,good,\n", to: writer)
      try writer.close()
    }
    let result = try command.finish()
    #expect(result.status == 65)
    #expect(
      result.errors.hasPrefix("b: error: b has the same content as a. [io.same-content-late]"))
    #expect(result.output == "")
  }

  @Test func pipesOfOtherContentAddUp() throws {
    let command = try RunningCommand()
    let pipe = try NamedPipe(in: command.folder, "a")
    try command.write(RunningCommand.header + "2,bad,\n", to: "b.csv")
    try command.report(["a", "b.csv", "--format", "json"], pipes: [pipe])
    let writer = pipe.writer()
    try send(RunningCommand.header + "1,good,\n", to: writer)
    try writer.close()
    let result = try command.finish()
    #expect(result.status == 0)
    #expect(result.output.contains("\"read\": 2,"))
  }

  /// The second pipe is opened when the file's header has been read, and not before.
  @Test func aFileWithAnotherHeaderThanBefore() throws {
    let command = try RunningCommand()
    let pipes = try ["first", "last"].map { try NamedPipe(in: command.folder, $0) }
    try command.write(RunningCommand.header + "2,bad,\n", to: "middle.csv")
    try command.report(["first", "middle.csv", "last"], pipes: pipes)
    let first = pipes[0].writer()
    try send(RunningCommand.header, to: first)
    let last = pipes[1].writer()
    try command.write("overall,id,\nbad,2,\n", to: "middle.csv")
    try send(RunningCommand.header, to: last)
    try send("1,good,\n", to: first)
    try first.close()
    let result = try command.finish()
    #expect(result.status == 74)
    #expect(
      result.errors.hasPrefix(
        "middle.csv: error: middle.csv changed while it was read. [io.changed-while-read]"))
    #expect(result.output == "")
    try last.close()
  }

  /// Whoever reads the rejects takes his time, so the command stands still within the file.
  @Test(arguments: [600_000, 1_200_000])
  func aFileThatShrinksOrGrows(size: Int) throws {
    let command = try RunningCommand()
    let pipe = try NamedPipe(in: command.folder, "rejects")
    // Records with a field too few: 900 KB, of which one block is read at first; its rejects are
    // more than a pipe holds.
    let body = String(repeating: "1," + String(repeating: "x", count: 997) + "\n", count: 900)
    try command.write(RunningCommand.header + body, to: "export.csv")
    try command.report(["export.csv", "--rejects", "rejects"], pipes: [pipe])
    let reader = pipe.reader()
    #expect(try reader.read(upToCount: 1)?.count == 1)
    let path = command.folder.path("export.csv")
    // SAFETY: the bridged path is a terminated text for the length of the call.
    #expect(unsafe truncate(path, size) == 0)
    _ = try reader.readToEnd()
    let result = try command.finish()
    #expect(result.status == 74)
    #expect(
      result.errors.contains(
        "export.csv: error: export.csv changed while it was read. [io.changed-while-read]"))
    #expect(result.output == "")
  }

  @Test func aWriterThatDiesWithinARecord() throws {
    let command = try RunningCommand()
    let pipe = Pipe()
    try command.report(["-", "--format", "json"], input: pipe)
    try send(RunningCommand.header + "1,good,\n2", to: pipe.fileHandleForWriting)
    try pipe.fileHandleForWriting.close()
    let result = try command.finish()
    // The loss is over the limit, and the record that broke off is in the accounting.
    #expect(result.status == 1)
    #expect(result.output.contains("\"read\": 2,"))
    #expect(result.output.contains("\"csv.field-count\": 1"))
  }

  @Test func aReaderThatGoesAwayEndsTheCommandQuietly() throws {
    let command = try RunningCommand()
    try command.write(RunningCommand.header + "1,good,\n", to: "export.csv")
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    try command.report(["export.csv"], output: pipe)
    let result = try command.finish()
    #expect(result.status == 141)
    #expect(result.errors == "")
  }

  @Test func aLineOfSixteenMebibytesFromAPipeIsOneRejection() throws {
    let command = try RunningCommand()
    let pipe = Pipe()
    try command.report(["-", "--format", "json"], input: pipe)
    let writer = pipe.fileHandleForWriting
    try send(RunningCommand.header + "1,good,\n", to: writer)
    for _ in 0..<16 { try writer.write(contentsOf: Data(repeating: 0x22, count: 1 << 20)) }
    try send("\n2,bad,\n", to: writer)
    try writer.close()
    let result = try command.finish()
    #expect(result.output.contains("\"read\": 3,"))
    #expect(result.output.contains("\"csv.record-too-long\": 1"))
  }
}
