import ArgumentParser
import CivicSurvey
import Glibc
import SurveyDefinition

/// What the first argument turned out to be.
enum Inputs {
  /// A definition and the exports to read with it.
  case exports(Survey, [SurveyInput])
  /// Tallies, merged.
  case tally(Tally)
}

/// The arguments that name files: `DEFINITION FILE…` or `TALLY…`.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A definition (.yaml), or a tally.", valueName: "definition"),
    completion: .file())
  var first: String

  @Argument(
    help: ArgumentHelp(
      "Exports, folders of exports or - for standard input; or more tallies.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(help: "Of a workbook with several sheets, the one to read.")
  var sheet: String?

  /// Reads what is named; the kind of input is known by the first one's content.
  func read(_ console: Console) throws(RunError) -> Inputs {
    let head = try FileHead(first)
    if TallyFile.isTally(head.bytes) {
      return .tally(try readTallies(console))
    }
    if head.bytes.starts(with: "SQLite format 3\0".utf8) {
      throw RunError(.usage, .usageLedger, ["path": first])
    }
    guard head.mayBeDefinition(named: first) else {
      throw RunError(.usage, .usageFirstArgument, ["path": first])
    }
    let survey = try DefinitionArgument.read(first, console)
    return .exports(survey, try exports(survey))
  }

  /// The tallies named by all arguments, merged.
  func readTallies(_ console: Console) throws(RunError) -> Tally {
    try Self.tallies([first] + files, console)
  }

  /// The tallies in files, merged; the first one's language is spoken from then on.
  static func tallies(_ paths: [String], _ console: Console) throws(RunError) -> Tally {
    var merger = TallyMerger()
    var definitions = KnownDefinitions()
    for path in paths {
      let tally = try TallyFile.decode(try WholeFile.bytes(path), name: path, &definitions)
      if console.surveyLanguage == nil {
        console.surveyLanguage = tally.parts.first?.plan.survey.firstLanguage
      }
      try merger.add(tally)
    }
    return merger.finish()
  }

  /// Every file that is read.
  func paths(_ inputs: Inputs) -> [String] {
    guard case .exports(_, let exports) = inputs else { return [first] + files }
    return [first] + exports.map(\.name)
  }

  private func exports(_ survey: Survey) throws(RunError) -> [SurveyInput] {
    guard !files.isEmpty else { throw RunError(.usage, .usageNoFiles) }
    var inputs: [SurveyInput] = []
    for path in files {
      for file in try Folder.exports(in: path) {
        if file != "-", Folder.isRegularFile(file) {
          let head = try FileHead(file)
          if TallyFile.isTally(head.bytes) {
            throw RunError(
              .data, .ioTallyAsExport, ["path": file], at: Message.Place(file: file))
          }
          if FileHead.isNamedAsDefinition(file) {
            throw RunError(
              .data, .ioDefinitionAsExport, ["path": file], at: Message.Place(file: file))
          }
          if let workbook = Workbook(file, head: head.bytes) {
            inputs.append(try workbook.export(survey, sheet: sheet))
            continue
          }
        }
        inputs.append(.path(file))
      }
    }
    return inputs
  }
}

/// Reads a definition and tells everything that is wrong with it.
enum DefinitionArgument {
  static func read(_ path: String, _ console: Console) throws(RunError) -> Survey {
    let file = try DefinitionFile(path)
    if console.surveyLanguage == nil { console.surveyLanguage = file.language }
    let survey = try file.sound()
    console.print(file.messages)
    return survey
  }
}

/// The first bytes of a file, enough to know what it is.
struct FileHead {
  private static let length = 4096

  let bytes: [UInt8]

  init(_ path: String) throws(RunError) {
    bytes = try WholeFile.bytes(path, limit: Self.length)
  }

  static func isNamedAsDefinition(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Whether it is worth parsing as YAML: by its name, or by a key of a definition in its text.
  func mayBeDefinition(named path: String) -> Bool {
    if Self.isNamedAsDefinition(path) { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).contains { line in
      ["survey:", "version:", "title:", "\"survey\":"].contains { line.hasPrefix($0) }
    }
  }
}

/// Small files that are read at once.
enum WholeFile {
  /// The bytes of a file, at most `limit`; `-` is standard input.
  static func bytes(_ path: String, limit: Int = .max) throws(RunError) -> [UInt8] {
    do {
      return try FileBytes.read(path, limit: limit)
    } catch {
      throw RunError(error)
    }
  }
}

/// Folders of exports.
enum Folder {
  private static let extensions = [".csv", ".tsv", ".txt", ".gz", ".zst"]

  /// The exports in a folder, by name; a path that is no folder stands for itself.
  static func exports(in path: String) throws(RunError) -> [String] {
    guard path != "-", let folder = unsafe opendir(path) else { return [path] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      // SAFETY: the name is a terminated text within the entry, which lives until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      let lower = name.lowercased()
      if !name.hasPrefix("."), extensions.contains(where: lower.hasSuffix) { names.append(name) }
    }
    guard !names.isEmpty else {
      throw RunError(
        .noInput, .ioEmptyFolder, ["path": path], at: Message.Place(file: path))
    }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { prefix + $0 }
  }

  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
