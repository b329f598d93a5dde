import Foundation
import Glibc
import Testing

/// A FIFO, which the command reads or writes as it would a file.
///
/// Opening one end waits for the other: so a test knows how far the command has come.
struct NamedPipe {
  let path: String

  init(in folder: URL, _ name: String) throws {
    path = folder.appending(path: name).path
    // SAFETY: the bridged path is a terminated text for the length of the call.
    guard unsafe mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Opens the end to write to, once the command has opened the other.
  func writer() -> FileHandle { handle(O_WRONLY) }

  /// Opens the end to read from, once the command has opened the other.
  func reader() -> FileHandle { handle(O_RDONLY) }

  /// Lets go whoever waits in vain for the other end.
  func release() {
    // SAFETY: as above.
    let descriptor = unsafe open(path, O_RDWR | O_NONBLOCK)
    if descriptor >= 0 { close(descriptor) }
  }

  private func handle(_ mode: Int32) -> FileHandle {
    // SAFETY: as above.
    FileHandle(fileDescriptor: unsafe open(path, mode | O_CLOEXEC), closeOnDealloc: true)
  }
}

/// The command at work in a folder of its own, while a test plays the other side.
final class RunningCommand {
  let folder: URL
  private let process = Process()
  private let errors: URL
  private let output: URL

  private static let definition = """
    survey: live
    version: "1"
    revision: 1
    title: { en: Live }
    coverage: self-selected
    timeZone: "+07:00"
    source: { responseID: { columns: [id] } }
    scales:
      two: { choices: { good: { en: Good }, bad: { en: Bad } }, satisfied: [good] }
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: two, role: overall }
    measures:
      satisfaction: { rate: overall }
    """

  /// Longer than what is looked at to tell text from an archive: so it is read without more.
  static let header = "id,overall,a column that is not used\n"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "civicsurvey-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    errors = folder.appending(path: ".stderr")
    output = folder.appending(path: ".stdout")
    try write(Self.definition, to: "live.yaml")
    for path in [errors, output] { try Data().write(to: path) }
    process.executableURL = CommandCase.executable
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Starts `report live.yaml …`.
  ///
  /// - Parameter pipes: What a test may wait at; none does once the command has ended.
  func report(
    _ arguments: [String], pipes: [NamedPipe] = [], input: Any? = nil, output: Any? = nil
  ) throws {
    process.arguments = ["report", "live.yaml", "-j", "1"] + arguments
    if let input { process.standardInput = input }
    if let output { process.standardOutput = output }
    process.terminationHandler = { _ in for pipe in pipes { pipe.release() } }
    try process.run()
  }

  /// Waits for the end: the exit code, and what stands on stderr and stdout.
  func finish() throws -> (status: Int32, errors: String, output: String) {
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      String(decoding: try Data(contentsOf: output), as: UTF8.self)
    )
  }
}
