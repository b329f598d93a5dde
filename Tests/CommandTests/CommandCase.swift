import Foundation
import SurveyTestSupport
import Testing

/// A folder under `Cases/<command>/<case>`: what is typed, and all that comes back.
///
/// - `arguments`: one a line; a blank line begins the next call of the command.
/// - `stdin`: the standard input of every call, if there is one.
/// - `files/`: what lies in the working folder, beside links to `Samples` and `Surveys`.
/// - `stdout`, `stderr`: what is printed; a file that is not there means nothing. A `stdout` of one
///   line `= PATH` means the content of that file of the package.
/// - `status`: the last call's exit code.
/// - `needs`: programs, one a line; where one is not installed, the case is left out.
/// - `written/`: files that must be in the working folder afterwards.
///
/// `make command-cases` writes `stdout`, `stderr`, `status` and `written/` again.
struct CommandCase: CustomTestStringConvertible {
  /// The case's path under `Cases`.
  let name: String

  var testDescription: String { name }

  private static let cases = URL(filePath: PackageFile.path("Tests/CommandTests/Cases"))
  private static let isRecording =
    ProcessInfo.processInfo.environment["CIVICSURVEY_WRITE_CASES"] != nil

  static let all: [CommandCase] = {
    let files = FileManager.default
    let commands = (try? files.contentsOfDirectory(atPath: cases.path)) ?? []
    return commands.sorted().flatMap { command in
      let folder = cases.appending(path: command)
      let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().map { CommandCase(name: command + "/" + $0) }
    }.filter(\.hasItsPrograms)
  }()

  private var hasItsPrograms: Bool {
    let needs = (try? String(contentsOf: folder.appending(path: "needs"), encoding: .utf8)) ?? ""
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return needs.split(separator: "\n").allSatisfy { program in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
  }

  private var folder: URL { Self.cases.appending(path: name) }

  /// Runs the case and compares, or writes what it should be.
  func run() throws {
    let work = try makeWorkingFolder()
    defer { extendLifetime(work) }
    var output = Data()
    var errors = Data()
    var status: Int32 = 0
    for arguments in try calls() {
      let result = try call(arguments, in: work)
      output += result.outputBytes
      errors += result.errorBytes
      status = result.status
    }
    if Self.isRecording {
      try record(output: output, errors: errors, status: status, work: work)
      return
    }
    #expect(text(output) == (try expectedOutput()), "\(name): stdout")
    #expect(text(errors) == text(try content("stderr")), "\(name): stderr")
    #expect("\(status)\n" == text(try content("status")), "\(name): status")
    for file in try writtenFiles() {
      let got = try? Data(work.bytes(file))
      #expect(got.map(text) == text(try content("written/" + file)), "\(name): \(file)")
    }
    #expect(
      try !work.names().contains { $0.hasSuffix(".part") }, "\(name): a part-written file is left")
  }

  private func calls() throws -> [[String]] {
    let lines = text(try content("arguments")).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.split(separator: "", omittingEmptySubsequences: true).map { $0.map(String.init) }
  }

  private func expectedOutput() throws -> String {
    let expected = text(try content("stdout"))
    guard expected.hasPrefix("= ") else { return expected }
    let path = expected.dropFirst(2).trimmingCharacters(in: .newlines)
    return try PackageFile.text(path)
  }

  private func makeWorkingFolder() throws -> TemporaryFolder {
    let files = FileManager.default
    let work = try TemporaryFolder()
    let given = folder.appending(path: "files").path
    if files.fileExists(atPath: given) {
      for name in try files.contentsOfDirectory(atPath: given) {
        try files.copyItem(atPath: "\(given)/\(name)", toPath: work.path(name))
      }
    }
    for name in ["Samples", "Surveys"] {
      try files.createSymbolicLink(
        atPath: work.path(name), withDestinationPath: PackageFile.path(name))
    }
    return work
  }

  private func call(
    _ arguments: [String], in work: TemporaryFolder
  ) throws -> RunningCommand.Ending {
    let input = folder.appending(path: "stdin")
    let hasInput = FileManager.default.fileExists(atPath: input.path)
    let command = try RunningCommand(in: work)
    try command.start(arguments, input: hasInput ? FileHandle(forReadingFrom: input) : nil)
    return try command.finish()
  }

  private func content(_ file: String) throws -> Data {
    let path = folder.appending(path: file)
    guard FileManager.default.fileExists(atPath: path.path) else { return Data() }
    return try Data(contentsOf: path)
  }

  private func writtenFiles() throws -> [String] {
    let path = folder.appending(path: "written").path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

  private func record(output: Data, errors: Data, status: Int32, work: TemporaryFolder) throws {
    let shared = text(try content("stdout"))
    if shared.hasPrefix("= ") {
      let path = shared.dropFirst(2).trimmingCharacters(in: .newlines)
      try output.write(to: URL(filePath: PackageFile.path(path)))
    } else {
      try write(output, to: "stdout")
    }
    try write(errors, to: "stderr")
    try write(Data("\(status)\n".utf8), to: "status")
    for file in try writtenFiles() {
      let got = (try? Data(work.bytes(file))) ?? Data()
      try got.write(to: folder.appending(path: "written/" + file))
    }
  }

  private func write(_ data: Data, to file: String) throws {
    let path = folder.appending(path: file)
    if data.isEmpty {
      try? FileManager.default.removeItem(at: path)
    } else {
      try data.write(to: path)
    }
  }
}
