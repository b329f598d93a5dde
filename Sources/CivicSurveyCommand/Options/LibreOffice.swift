import CivicSurvey
import Foundation

/// LibreOffice, with a profile and a folder of its own that go when it goes.
final class LibreOffice {
  /// A form that a workbook is converted to.
  enum Form: String {
    /// A file a sheet: comma, double quote, UTF-8, from the first line on, cells as they are shown.
    case shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
    /// One file of XML, in which numbers are numbers.
    case values = "fods"
  }

  /// Where cells are shown in the locale of no office, the same on every machine.
  private static let profile = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" \
    oor:op="fuse"><value>en-US</value></prop></item>
    </oor:items>
    """

  private let program: String
  private let folder: URL
  private var conversions = 0

  private init(_ program: String) throws {
    self.program = program
    Self.allowManyFiles()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "civicsurvey-\(UUID().uuidString)")
    // Answers are nobody else's business, even for the seconds that it takes.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let user = folder.appendingPathComponent("profile/user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    try Data(Self.profile.utf8).write(
      to: user.appendingPathComponent("registrymodifications.xcu"))
  }

  /// Each sheet stays open to the end: as many as the system lets a process have, not only as many as
  /// it has to begin with.
  private static func allowManyFiles() {
    var limit = rlimit()
    // SAFETY: both calls read or write one value, which lives as long as they do.
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// LibreOffice where it is installed.
  ///
  /// - Throws: ``RunError`` `io.conversion-failed`, of the workbook that it is wanted for.
  static func find(for workbook: String) throws(RunError) -> LibreOffice? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let programs = folders.flatMap { folder in
      ["soffice", "libreoffice"].map { "\(folder)/\($0)" }
    }
    guard let program = programs.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      return nil
    }
    do {
      return try LibreOffice(program)
    } catch {
      throw failure(workbook, "\(error)")
    }
  }

  /// Converts a workbook in a folder that ``remove(_:)`` takes away.
  ///
  /// - Returns: The folder, with what came of it: nothing where the workbook cannot be opened.
  /// - Throws: ``RunError`` `io.conversion-failed` where the program fails.
  func convert(_ path: String, to forms: [Form]) throws(RunError) -> URL {
    conversions += 1
    let out = folder.appendingPathComponent(String(conversions))
    do {
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
      // A known name, so that a sheet's name is what LibreOffice puts behind it.
      let copy = folder.appendingPathComponent("w." + (path.split(separator: ".").last ?? "xlsx"))
      try FileManager.default.copyItem(at: URL(fileURLWithPath: path), to: copy)
      defer { try? FileManager.default.removeItem(at: copy) }
      for form in forms {
        let status = try run([
          "--headless", "--norestore", "-env:UserInstallation=\(folder.absoluteString)/profile",
          "--convert-to", form.rawValue, "--outdir", out.path, copy.path,
        ])
        guard status == 0 else { throw Self.failure(path, "\(program): \(status)") }
      }
      return out
    } catch let error as RunError {
      throw error
    } catch {
      throw Self.failure(path, "\(error)")
    }
  }

  /// Removes what a conversion has left.
  func remove(_ folder: URL) { try? FileManager.default.removeItem(at: folder) }

  private func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  static func failure(_ path: String, _ reason: String) -> RunError {
    RunError(
      .data, .ioConversionFailed, ["path": path, "reason": reason],
      at: Message.Place(file: path))
  }
}
