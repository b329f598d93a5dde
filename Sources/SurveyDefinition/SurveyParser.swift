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
    let log = text.log(of: file)
    var parser = SurveyParser(reader: DefinitionReader(log: log))
    if let root = text.root(log) { parser.readDocument(root) }
    guard !log.hasErrors, var survey = parser.draft.survey() else { return (nil, log.sorted) }
    survey.definition = bytes
    return (survey, log.sorted)
  }

  private init(reader: DefinitionReader) {
    self.reader = reader
  }

  private var log: DefinitionLog { reader.log }

  private mutating func readDocument(_ root: YAMLNode) {
    guard
      let map = reader.map(
        root, path: "", required: ["survey", "version", "title", "coverage", "questions"],
        optional: [
          "revision", "timeZone", "calendar", "finestPeriod", "duplicates", "source", "missing",
          "notApplicable", "exclude", "complete", "inForce", "scales", "dimensions", "opinions",
          "measures", "margins", "design", "volumes", "targets",
        ])
    else { return }
    readHeader(map)
    readSource(map)
    checkDuplicates()
    readScope(map)
    readScales(map)
    readDimensions(map)
    readQuestions(map)
    checkCounted()
    readOpinions(map)
    readMeasures(map)
    readDesign(map)
    draft.volumes = reader.distinctTexts(map, "volumes").map(\.value)
    readMargins(map)
    readTargets(map)
    SurveyChecks(draft: draft, log: log).run()
  }
}
