import CivicSurvey
import SurveyDefinition

/// A plan with everything that it names, found before a response is read.
struct PlanFiles {
  /// A source whose definition has been read and whose files have been found.
  struct Found {
    let source: ScorecardSource
    let exports: [SurveyInput]
    let tallies: [TallyPart]
    let messages: [Message]
  }

  let path: String
  let plan: ScorecardPlan
  /// The sources in the plan's order: found, or what is wrong.
  private(set) var sources: [Result<Found, RunError>] = []
  /// Every file that is read.
  private(set) var paths: [String]
  /// Of the sheets that are named, those that no workbook of the plan has.
  private(set) var missingSheets: [String]

  /// Reads a plan; what is wrong with its files is the failure of their source alone.
  ///
  /// - Parameter sheets: of workbooks the sheets to read; where a source's have none of them, all that
  ///   have the survey's columns.
  /// - Throws: ``RunError`` `io.*`, `survey.*`, `plan.*` where the plan itself cannot be read.
  init(
    _ path: String, allowsOutside: Bool, sheets: [String] = [],
    _ query: (ScorecardPlan) throws(RunError) -> Scorecard.Query,
    _ console: Console
  ) throws(RunError) {
    let (plan, messages) = try PlanParser.read(path)
    if console.surveyLanguage == nil { console.surveyLanguage = plan?.firstLanguage }
    guard let plan else { throw RunError(.data, messages) }
    console.print(messages)
    self.path = path
    self.plan = plan
    paths = [path]
    missingSheets = sheets
    let folder = PlanFolder(of: path, allowsOutside: allowsOutside)
    let query = try query(plan)
    for source in plan.sources {
      do throws(RunError) {
        sources.append(.success(try find(source, in: folder, sheets, query, console)))
      } catch {
        sources.append(.failure(error))
      }
    }
  }

  private mutating func find(
    _ source: ScorecardPlan.Source, in folder: PlanFolder, _ sheets: [String],
    _ query: Scorecard.Query, _ console: Console
  ) throws(RunError) -> Found {
    let definition = try folder.path(source.definition)
    let survey = try Self.survey(at: definition, source.definition, console)
    paths.append(definition)
    let bound = ScorecardSource(
      source.id, of: plan, survey: survey, query,
      volumes: try volumes(of: survey, source.definition, in: folder))
    var exports: [String] = []
    var tallies: [TallyPart] = []
    var messages: [Message] = []
    var known = KnownDefinitions()
    for text in source.files {
      for path in try folder.files(text) {
        guard FileKind(path) == .file, TallyFile.isTally(try FileHead(path).bytes) else {
          exports.append(path)
          continue
        }
        paths.append(path)
        let tally = try TallyFile.decode(try WholeFile.tally(path), name: path, &known)
        let (part, notes) = try bound.part(
          of: tally, path: path, at: Message.Place(text.place))
        tallies.append(part)
        messages += notes
      }
    }
    var found = try Exports(exports, of: survey, definedBy: definition, sheets: sheets)
    missingSheets.removeAll { !found.missingSheets.contains($0) }
    if !sheets.isEmpty, found.missingSheets.count == sheets.count {
      found = try Exports(exports, of: survey, definedBy: definition, sheets: [])
    }
    paths += found.paths
    return Found(
      source: bound, exports: found.inputs, tallies: tallies,
      messages: messages + found.messages)
  }

  /// How many were served, from the files that a definition names, which lie beside it.
  private mutating func volumes(
    of survey: Survey, _ definition: PlanText, in folder: PlanFolder
  ) throws(RunError) -> [CountTable] {
    var found: [String] = []
    for name in survey.volumes { found.append(try folder.path(name, beside: definition)) }
    paths += found
    return try CountTable.volumes(
      found, of: survey, calendar: plan.calendar ?? survey.calendar)
  }

  /// - Throws: ``RunError`` `plan.no-definition` where there is none to be read, `survey.*`.
  private static func survey(
    at path: String, _ text: PlanText, _ console: Console
  ) throws(RunError) -> Survey {
    let file: DefinitionFile
    do throws(RunError) {
      file = try DefinitionFile(path)
    } catch {
      let own = Message(
        .planNoDefinition, ["path": text.text], at: Message.Place(text.place))
      throw RunError(error.kind, [own] + error.messages)
    }
    let survey = try file.sound()
    console.print(file.messages)
    return survey
  }
}

extension PlanParser {
  /// The plan in a file, with all that is wrong with it.
  ///
  /// - Throws: ``RunError`` `io.*`.
  static func read(
    _ path: String
  ) throws(RunError) -> (plan: ScorecardPlan?, messages: [Message]) {
    // One byte more than a definition may have shows that it has too many.
    let bytes = try WholeFile.bytes(path, limit: SurveyParser.byteLimit + 1)
    let (plan, diagnostics) = parse(bytes: bytes, file: path)
    return (plan, diagnostics.map { Message($0) })
  }
}
