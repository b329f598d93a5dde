/// Reads a definition and checks it.
public struct SurveyParser {
  /// The most bytes that a definition may have.
  public static let byteLimit = YAMLBounds.byteLimit

  let reader: DefinitionReader
  var draft = SurveyDraft()

  /// Reads the UTF-8 YAML of a definition; `file` is the name that diagnostics carry.
  ///
  /// All diagnostics are given at once, in the order of their places. `survey` is `nil` exactly
  /// if one of them is an error. No bytes make it crash.
  public static func parse(
    bytes: [UInt8], file: String
  ) -> (survey: Survey?, diagnostics: [Diagnostic]) {
    let text = DefinitionText(bytes)
    let lines = DefinitionLines(text.text)
    let log = DefinitionLog(file: file, lines: lines)
    if let problem = text.problem {
      log.report(problem)
      return (nil, log.sorted)
    }
    var parser = SurveyParser(reader: DefinitionReader(log: log))
    do {
      let document = try YAMLDocument(text: text.text, lines: lines)
      for problem in document.problems { log.report(problem) }
      parser.readDocument(document.root)
    } catch {
      log.report(error)
    }
    guard !log.hasErrors, var survey = parser.draft.survey() else { return (nil, log.sorted) }
    survey.definition = bytes
    return (survey, log.sorted)
  }

  private init(reader: DefinitionReader) {
    self.reader = reader
  }

  private var log: DefinitionLog { reader.log }

  private mutating func readDocument(_ root: YAMLNode?) {
    let start = YAMLMark(line: 1, column: 1)
    guard let root else { return log.report(.emptyDefinition, at: start) }
    switch root.content {
    case .map(let entries) where entries.isEmpty: return log.report(.emptyDefinition, at: start)
    case .text(_, isEmpty: true): return log.report(.emptyDefinition, at: start)
    case .text, .list: return log.report(.notAMapping, at: root.mark)
    case .map: break
    }
    guard
      let map = reader.map(
        root, path: "", required: ["survey", "version", "title", "coverage", "questions"],
        optional: [
          "revision", "timeZone", "calendar", "finestPeriod", "duplicates", "source", "missing",
          "notApplicable", "scales", "dimensions", "measures", "targets",
        ])
    else { return }
    readHeader(map)
    readSource(map)
    checkDuplicates()
    readScales(map)
    readDimensions(map)
    readQuestions(map)
    checkCounted()
    readMeasures(map)
    readTargets(map)
    SurveyChecks(draft: draft, log: log).run()
  }
}

/// The text of a definition, or why its bytes are none.
private struct DefinitionText {
  var text = ""
  var problem: YAMLProblem?

  init(_ bytes: [UInt8]) {
    guard bytes.count <= YAMLBounds.byteLimit else {
      problem = YAMLProblem(
        code: .tooLarge, arguments: ["limit": String(YAMLBounds.byteLimit)],
        mark: YAMLMark(line: 1, column: 1))
      return
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let text = String(validating: bytes[start...], as: UTF8.self) {
      self.text = text
      return
    }
    // What stands before the first bad byte gives the place; the rest is shown as it can be.
    text = String(decoding: bytes[start...], as: UTF8.self)
    let lines = DefinitionLines(text)
    problem = YAMLProblem(
      code: .notUTF8, arguments: [:],
      mark: lines.mark(ofScalarValue: 0xFFFD) ?? YAMLMark(line: 1, column: 1))
  }
}
