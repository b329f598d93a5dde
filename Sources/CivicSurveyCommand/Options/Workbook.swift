import CivicSurvey
import Foundation
import SurveyCSV
import SurveyDefinition

/// A workbook that LibreOffice, where it is installed, turns into one CSV text a sheet.
///
/// The texts are kept in files without a name, so that nothing is left of them whatever happens.
struct Workbook {
  /// One sheet, as an export.
  struct Sheet {
    let name: String
    let input: SurveyInput
  }

  private static let suffixes = [".xlsx", ".xlsm", ".xls", ".ods"]
  /// Comma, double quote, UTF-8, from the first line on, cells as they are shown, every sheet.
  private static let filter =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"

  let path: String
  private let program: String

  /// A workbook, by its name and first bytes; `nil` for any other file, and without LibreOffice.
  init?(_ path: String, head: [UInt8]) {
    let isNamed = Self.suffixes.contains(where: path.lowercased().hasSuffix)
    let isArchive = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
    let isCompound = head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    guard isNamed, isArchive || isCompound, let program = Self.program() else { return nil }
    self.path = path
    self.program = program
  }

  /// The one sheet to be read: the one that is named, else the only one with the survey's header.
  ///
  /// - Throws: ``RunError`` `io.conversion-failed`, `io.no-sheet`, `io.several-sheets`.
  func export(_ survey: Survey, sheet wanted: String?) throws(RunError) -> SurveyInput {
    let sheets = try convert()
    var candidates = sheets
    if let wanted {
      candidates = sheets.filter { LabelFolding.fold($0.name) == LabelFolding.fold(wanted) }
    } else if sheets.count > 1 {
      candidates = sheets.filter { $0.input.hasHeader(of: survey) }
    }
    guard candidates.count == 1 else {
      let code: MessageCode = candidates.isEmpty ? .ioNoSheet : .ioSeveralSheets
      let names = (candidates.isEmpty ? sheets : candidates).map { "“\($0.name)”" }
      throw RunError(
        .data, code, ["path": path, "sheets": names.joined(separator: ", ")],
        at: Message.Place(file: path))
    }
    return candidates[0].input
  }

  private func convert() throws(RunError) -> [Sheet] {
    let digest: XXH128Digest
    do {
      digest = XXH128Digest.of(try FileBytes.read(path, limit: .max))
    } catch {
      throw RunError(error)
    }
    do {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "civicsurvey-\(UUID().uuidString)")
      // Answers are nobody else's business, even for the seconds that it takes.
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      // A known name, so that a sheet's name is what LibreOffice puts behind it.
      let copy = folder.appendingPathComponent("w." + (path.split(separator: ".").last ?? "xlsx"))
      try FileManager.default.copyItem(at: URL(fileURLWithPath: path), to: copy)
      try run([
        "--headless", "--norestore", "-env:UserInstallation=\(folder.absoluteString)/profile",
        "--convert-to", Self.filter, "--outdir", folder.appendingPathComponent("out").path,
        copy.path,
      ])
      let out = folder.appendingPathComponent("out")
      let files = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      return try files.map { file in
        let name = String(file.dropFirst("w-".count).dropLast(".csv".count))
        return Sheet(
          name: name,
          input: .file(
            try Self.nameless(out.appendingPathComponent(file).path), name: path,
            note: Message(
              .ioConverted, severity: .note,
              ["sheet": name, "digest": digest.description], at: Message.Place(file: path))))
      }
    } catch let error as RunError {
      throw error
    } catch {
      throw failure("\(error)")
    }
  }

  /// A path to the file that stays when its name is gone; it stays open until the program ends.
  private static func nameless(_ path: String) throws -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    return "/proc/self/fd/\(descriptor)"
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw failure("\(program): \(process.terminationStatus)")
    }
  }

  private func failure(_ reason: String) -> RunError {
    RunError(
      .data, .ioConversionFailed, ["path": path, "reason": reason],
      at: Message.Place(file: path))
  }

  /// Where LibreOffice is installed.
  private static func program() -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.flatMap { folder in ["soffice", "libreoffice"].map { "\(folder)/\($0)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
