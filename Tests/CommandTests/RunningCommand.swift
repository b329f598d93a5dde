import Foundation
import Glibc
import SurveyTestSupport
import Testing

/// The command at work in a folder, while a test plays the other side.
final class RunningCommand {
  /// How a command has ended.
  struct Ending {
    let status: Int32
    let outputBytes: Data
    let errorBytes: Data

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  }

  /// The command lies beside the test bundle.
  private static let executable: URL = {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "civicsurvey")
  }()

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

  let folder: TemporaryFolder
  private let process = Process()

  /// - Parameter folder: Where it works; what it prints lies there too.
  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    process.executableURL = Self.executable
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    // Streams go through files: nothing can block, whatever is printed.
    process.standardOutput = try Self.emptyFile(folder.path(".stdout"))
    process.standardError = try Self.emptyFile(folder.path(".stderr"))
  }

  /// Makes a folder of its own, in which the definition `live.yaml` lies.
  convenience init() throws {
    try self.init(in: TemporaryFolder())
    try write(Self.definition, to: "live.yaml")
  }

  private static func emptyFile(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(filePath: path))
    return try FileHandle(forWritingTo: URL(filePath: path))
  }

  func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

  /// Starts `report live.yaml …`.
  ///
  /// - Parameter pipes: What a test may wait at; none does once the command has ended.
  func report(
    _ arguments: [String], pipes: [NamedPipe] = [], input: Any? = nil, output: Any? = nil,
    environment: [String: String] = [:]
  ) throws {
    if !environment.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }
    process.terminationHandler = { _ in for pipe in pipes { pipe.release() } }
    try start(["report", "live.yaml", "-j", "1"] + arguments, input: input, output: output)
  }

  /// Starts the command.
  func start(_ arguments: [String], input: Any? = nil, output: Any? = nil) throws {
    process.arguments = arguments
    if let input { process.standardInput = input }
    if let output { process.standardOutput = output }
    // What is started takes over which signals its starter lets in, and a test's thread lets in none.
    var interruption = sigset_t()
    var before = sigset_t()
    // SAFETY: the sets live through the calls, and `before` is set before it is given back.
    unsafe sigemptyset(&interruption)
    unsafe sigaddset(&interruption, SIGINT)
    unsafe pthread_sigmask(SIG_UNBLOCK, &interruption, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// The process's number, once it has been started.
  var identifier: Int32 { process.processIdentifier }

  /// Breaks in as Ctrl-C does.
  func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Ends it as nothing can prevent, and waits until it is gone.
  func killAtOnce() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits for the end.
  func finish() throws -> Ending {
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return Ending(
      status: process.terminationStatus,
      outputBytes: try Data(contentsOf: URL(filePath: folder.path(".stdout"))),
      errorBytes: try Data(contentsOf: URL(filePath: folder.path(".stderr"))))
  }
}
