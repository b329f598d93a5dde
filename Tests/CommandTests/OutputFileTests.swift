import Foundation
import SurveyTestSupport
import Testing

/// What the command writes is its own until it is whole, and gone where it does not become so.
@Suite struct OutputFileTests {
  private func parts(in folder: TemporaryFolder) throws -> [String] {
    try folder.names().filter { $0.hasSuffix(".part") }
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
