import ArgumentParser
import CivicSurvey
import SurveyDefinition

/// What the first argument turned out to be.
enum Inputs {
  /// A definition and the exports to read with it.
  case exports(Survey, Exports)
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

  /// Reads what is named; the kind of input is known by the first one's content.
  func read(_ reading: ReadingOptions, _ console: Console) throws(RunError) -> Inputs {
    if TallyFile.isTally(try FileHead(first).bytes) { return .tally(try readTallies(console)) }
    let (survey, exports) = try Self.exports(first, files, reading, console)
    return .exports(survey, exports)
  }

  /// The definition at a path, with the exports to read with it.
  static func exports(
    _ first: String, _ files: [String], _ reading: ReadingOptions, _ console: Console
  ) throws(RunError) -> (Survey, Exports) {
    let head = try FileHead(first)
    if head.bytes.starts(with: "SQLite format 3\0".utf8) {
      throw RunError(.usage, .usageLedger, ["path": first])
    }
    if head.isPlan { throw RunError(.usage, .usagePlanGiven, ["path": first]) }
    guard head.mayBeDefinition(named: first) else {
      throw RunError(.usage, .usageFirstArgument, ["path": first])
    }
    let survey = try DefinitionArgument.read(first, console)
    guard !files.isEmpty else { throw RunError(.usage, .usageNoFiles) }
    let exports = try Exports(
      files, of: survey, definedBy: first, sheets: reading.exports.workbookSheets)
    try Exports.refuse(missing: exports.missingSheets)
    return (survey, exports)
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
      let tally = try TallyFile.decode(try WholeFile.tally(path), name: path, &definitions)
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
    return [first] + exports.paths
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
