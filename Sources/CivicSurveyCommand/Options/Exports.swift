import CivicSurvey
import SurveyDefinition

/// The exports of one run, found and told apart before a response is read.
struct Exports {
  /// What is read.
  private(set) var inputs: [SurveyInput] = []
  /// The files that are read; of a workbook with several sheets, one.
  private(set) var paths: [String] = []
  /// What is passed over.
  private(set) var messages: [Message] = []
  /// The sheets that are named and that no workbook has.
  private(set) var missingSheets: [String] = []

  /// Finds the exports that arguments name: files, `-`, folders; workbooks are converted.
  ///
  /// - Parameters:
  ///   - arguments: as they are given.
  ///   - survey: whose columns a sheet must have.
  ///   - definition: the definition's path, which is no export where it lies in a folder of them.
  ///   - sheets: the sheets that are named; of each workbook those that it has are read.
  /// - Throws: ``RunError`` `io.*`.
  init(
    _ arguments: [String], of survey: Survey, definedBy definition: String, sheets: [String]
  ) throws(RunError) {
    for path in arguments {
      let folder = try Folder(path, apartFrom: definition)
      paths += folder?.exports ?? [path]
      messages += folder?.messages ?? []
    }
    var exports = self
    // What is converted lies in a folder that has to go, also where somebody breaks in.
    try Signals.holding { () throws(RunError) in try exports.convert(.survey(survey), sheets) }
    self = exports
  }

  /// Finds the exports of which a definition is to be drafted.
  ///
  /// - Throws: ``RunError`` `io.*`.
  init(
    drafting arguments: [String], apartFrom output: String, sheets: [String]
  ) throws(RunError) {
    for path in arguments {
      let folder = try Folder(path, apartFrom: output)
      paths += folder?.exports ?? [path]
      messages += folder?.messages ?? []
    }
    var exports = self
    try Signals.holding { () throws(RunError) in try exports.convert(.draft, sheets) }
    self = exports
    try Self.refuse(missing: missingSheets)
  }

  /// Refuses sheets that are nowhere.
  ///
  /// - Throws: ``RunError`` `io.no-such-sheet`.
  static func refuse(missing sheets: [String]) throws(RunError) {
    if let sheet = sheets.first { throw RunError(.data, .ioNoSuchSheet, ["sheet": sheet]) }
  }

  /// Turns paths into inputs, workbooks into their sheets.
  private mutating func convert(_ rule: SheetRule, _ sheets: [String]) throws(RunError) {
    var office: LibreOffice?
    var missing = sheets
    for path in paths {
      guard path != "-", let head = try Self.headOfExport(path), Workbook.isWorkbook(path, head)
      else {
        inputs.append(.path(path))
        continue
      }
      if office == nil { office = try LibreOffice.find(for: path) }
      // Without LibreOffice, reading says what the file is and what to do.
      guard let office else {
        missing = []
        inputs.append(.path(path))
        continue
      }
      let book = try Workbook(path, sheets, by: rule, office)
      inputs += book.inputs
      messages += book.messages
      missing.removeAll(where: book.hasSheet)
    }
    missingSheets = missing
  }

  /// The first bytes of a regular file; `nil` of anything else.
  ///
  /// - Throws: ``RunError`` where it is plainly no export.
  private static func headOfExport(_ path: String) throws(RunError) -> FileHead? {
    guard FileKind(path) == .file else { return nil }
    let head = try FileHead(path)
    if TallyFile.isTally(head.bytes) {
      throw RunError(.data, .ioTallyAsExport, ["path": path], at: Message.Place(file: path))
    }
    if FileHead.isNamedAsDefinition(path) {
      throw RunError(.data, .ioDefinitionAsExport, ["path": path], at: Message.Place(file: path))
    }
    return head
  }
}
