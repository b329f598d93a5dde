import CivicSurvey
import Foundation
import SurveyCSV
import SurveyDefinition

/// Which sheets of a workbook are read.
enum SheetRule {
  /// Those with the columns of a survey.
  case survey(Survey)
  /// Those with the columns that most of the workbook has, of which nothing is known.
  case draft

  /// The formats in which dates are written.
  var formats: [TimestampFormat] {
    switch self {
    case .survey(let survey): survey.source.timestampFormats
    case .draft: [TimestampFormat("iso8601")].compactMap { $0 }
    }
  }

  /// For each sheet, as CSV, whether it has the header.
  func haveHeader(_ sheets: [(csv: String, isTable: Bool)]) -> [Bool] {
    switch self {
    case .survey(let survey): sheets.map { SurveyInput.path($0.csv).hasHeader(of: survey) }
    case .draft: SurveyInput.draftSheets(sheets)
    }
  }
}

/// A workbook that LibreOffice turns into one CSV text a sheet, with its dates by value.
///
/// The texts are kept in files without a name, so that nothing is left of them whatever happens.
struct Workbook {
  /// The names that workbooks have.
  static let suffixes = [".xlsx", ".xlsm", ".xls", ".ods"]

  /// A sheet with something in it.
  private struct Sheet {
    let name: String
    /// Where it lies as CSV, cells as they are shown.
    let csv: String
    let hasHeader: Bool
    /// Whether some rows of it have several cells each.
    let isTable: Bool
  }

  let path: String
  /// The sheets that are read.
  private(set) var inputs: [SurveyInput] = []
  /// What is to be said of the others, and of dates.
  private(set) var messages: [Message] = []
  private let names: [String]

  /// Whether a file is a workbook, by its name and first bytes.
  static func isWorkbook(_ path: String, _ head: FileHead) -> Bool {
    let isArchive = head.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    let isCompound = head.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return suffixes.contains(where: path.lowercased().hasSuffix) && (isArchive || isCompound)
  }

  /// Converts a workbook, and takes the sheets that are named, or all that have the survey's columns.
  ///
  /// - Throws: ``RunError`` `io.damaged-workbook`, `io.no-sheet`, `io.sheet-not-aligned`,
  ///   `io.conversion-failed`.
  init(
    _ path: String, _ wanted: [String], by rule: SheetRule, _ office: LibreOffice
  ) throws(RunError) {
    self.path = path
    let folder = try office.convert(path, to: [.shown, .values])
    defer { office.remove(folder) }
    let values = folder.appendingPathComponent("w.fods").path
    guard FileManager.default.fileExists(atPath: values) else {
      throw RunError(.data, .ioDamagedWorkbook, ["path": path], at: Message.Place(file: path))
    }
    let sheets = try Self.sheets(in: folder, values, by: rule, path)
    names = sheets.map(\.name)
    let read = try choose(sheets, wanted)
    let digest = try digest()
    var cells = SpreadsheetCells(try Self.source(values))
    while let name = try cells.nextSheet() {
      guard let sheet = read.first(where: { $0.name == name }) else { continue }
      let shown = read.count > 1 ? "\(path) (\(name))" : path
      let note = Message(
        .ioConverted, severity: .note, ["sheet": name, "digest": digest],
        at: Message.Place(file: shown))
      inputs.append(try input(sheet, shown, note, &cells, values, by: rule))
    }
  }

  /// Whether it has a sheet of this name.
  func hasSheet(_ name: String) -> Bool {
    names.contains { LabelFolding.fold($0) == LabelFolding.fold(name) }
  }

  /// Chooses what is read, and says what is not.
  private mutating func choose(
    _ sheets: [Sheet], _ wanted: [String]
  ) throws(RunError) -> [Sheet] {
    let folded = Set(wanted.map(LabelFolding.fold))
    var read = sheets.filter {
      folded.isEmpty ? $0.hasHeader : folded.contains(LabelFolding.fold($0.name))
    }
    // Of a lone sheet it is worth saying which columns it lacks.
    if read.isEmpty, folded.isEmpty, sheets.count == 1 { read = sheets }
    func list(_ sheets: [Sheet]) -> String {
      sheets.map { "“\($0.name)”" }.joined(separator: ", ")
    }
    guard !read.isEmpty else {
      throw RunError(
        .data, .ioNoSheet, ["path": path, "sheets": list(sheets)], at: Message.Place(file: path))
    }
    // A lone sheet is read though it lacks columns: nothing is passed over.
    guard folded.isEmpty, read.contains(where: \.hasHeader) else { return read }
    // A sheet of notes is no loss; one that is a table may be.
    for (isTable, severity) in [(true, Message.Severity.warning), (false, .note)] {
      let others = sheets.filter { !$0.hasHeader && $0.isTable == isTable }
      guard !others.isEmpty else { continue }
      messages.append(
        Message(
          .ioSheetsPassedOver, severity: severity, ["path": path, "sheets": list(others)],
          at: Message.Place(file: path)))
    }
    return read
  }

  /// A sheet as an input: as it is shown, with its dates by value where it has a column of them.
  private mutating func input(
    _ sheet: Sheet, _ shown: String, _ note: Message, _ cells: inout SpreadsheetCells,
    _ values: String, by rule: SheetRule
  ) throws(RunError) -> SurveyInput {
    guard let place = try place(sheet, values, by: rule) else {
      return .file(try nameless(sheet.csv), name: shown, note: note)
    }
    let dates = SheetDates(place, formats: rule.formats, file: shown)
    let (file, counts) = try write(sheet, dates, &cells)
    if counts.looksExchanged {
      messages.append(
        Message(
          .responseExchangedDates, severity: .warning,
          [
            "path": shown, "numbersCount": String(counts.numbers),
            "textsCount": String(counts.texts),
          ], at: Message.Place(file: shown)))
    }
    return .file(
      try nameless(file), name: shown, note: note,
      datesAreNumbers: counts.texts == 0 && counts.numbers > 0)
  }

  /// Where a sheet's header has the date; of a draft, where its cells are dates.
  private func place(
    _ sheet: Sheet, _ values: String, by rule: SheetRule
  ) throws(RunError) -> HeaderPlace? {
    switch rule {
    case .survey(let survey): return SurveyInput.path(sheet.csv).headerPlace(of: survey)
    case .draft:
      var cells = SpreadsheetCells(try Self.source(values))
      while let name = try cells.nextSheet() {
        if name == sheet.name {
          return try SurveyInput.path(sheet.csv).draftPlace(&cells)
        }
      }
      return nil
    }
  }

  /// Writes a sheet with its dates by value, and says what they were.
  private func write(
    _ sheet: Sheet, _ dates: SheetDates, _ cells: inout SpreadsheetCells
  ) throws(RunError) -> (file: String, SheetDates.Counts) {
    let file = sheet.csv + ".dated"
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let handle = FileHandle(forWritingAtPath: file)
    else { throw systemFailure }
    let path = path
    let counts = try dates.write(try Self.source(sheet.csv), &cells) { bytes throws(RunError) in
      do {
        try handle.write(contentsOf: Data(bytes))
      } catch {
        throw LibreOffice.failure(path, "\(error)")
      }
    }
    try? handle.close()
    return (file, counts)
  }

  // MARK: - Files

  /// The sheets in the workbook's order, but for those without anything in them.
  private static func sheets(
    in folder: URL, _ values: String, by rule: SheetRule, _ path: String
  ) throws(RunError) -> [Sheet] {
    var found: [(name: String, csv: String, isTable: Bool)] = []
    var cells = SpreadsheetCells(try source(values))
    var files: Set<String> = []
    while let name = try cells.nextSheet() {
      // LibreOffice takes a name for part of a URL.
      let file = folder.appendingPathComponent("w-\(name.removingPercentEncoding ?? name).csv").path
      guard FileManager.default.fileExists(atPath: file), files.insert(file).inserted else {
        throw LibreOffice.failure(path, "“\(name)”")
      }
      let extent = try SheetExtent(try source(file))
      guard !extent.isBlank else { continue }
      found.append((name, file, extent.isTable))
    }
    let haveHeader = rule.haveHeader(found.map { ($0.csv, $0.isTable) })
    return zip(found, haveHeader).map { sheet, hasHeader in
      Sheet(name: sheet.name, csv: sheet.csv, hasHeader: hasHeader, isTable: sheet.isTable)
    }
  }

  private func digest() throws(RunError) -> String {
    do throws(ByteSourceError) {
      return try FileBytes.digest(of: path).description
    } catch {
      throw RunError(error)
    }
  }

  private static func source(_ path: String) throws(RunError) -> ByteSource {
    do throws(ByteSourceError) {
      return try ByteSource(path: path, unpacking: .none)
    } catch {
      throw RunError(error)
    }
  }

  /// A path to the file that stays when its name is gone; it stays open until the program ends.
  private func nameless(_ file: String) throws(RunError) -> String {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemFailure }
    return "/proc/self/fd/\(descriptor)"
  }

  /// What the system says of its last failure.
  private var systemFailure: RunError {
    LibreOffice.failure(path, unsafe String(cString: strerror(errno)))
  }
}
