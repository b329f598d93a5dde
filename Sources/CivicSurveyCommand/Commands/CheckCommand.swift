import ArgumentParser
import CivicSurvey
import Glibc
import SurveyDefinition
import SurveyReports

/// The command `civicsurvey check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a definition, and what would be read of exports with it; or a plan.",
    discussion: """
      Exit status: 0 nothing wrong; 1 losses over the limit, or nothing accepted; 65 the definition \
      or a header has errors.
      """)

  @Argument(help: "A definition or a plan (.yaml).", completion: .file())
  var definition: String

  @Argument(help: "Exports, folders of exports, or - for standard input.", completion: .file())
  var files: [String] = []

  @OptionGroup var margins: MarginOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var console: ConsoleOptions

  @Option(help: ArgumentHelp("The share of losses that is a finding.", valueName: "share"))
  var lossLimit = "5%"

  @Flag(help: "Of a plan: also allow files outside of the folder above the plan's.")
  var outside = false

  func run() throws {
    try Run.perform(console) { console in
      if try FileHead(definition).isPlan {
        try checkPlan(console)
        return .done
      }
      let survey = try DefinitionArgument.read(definition, console)
      guard let limit = ShareText.share(lossLimit) else {
        throw RunError(.usage, .usageBadLossLimit, ["value": lossLimit])
      }
      let exports = try Exports(
        files, of: survey, definedBy: definition, sheets: reading.exports.workbookSheets)
      try Exports.refuse(missing: exports.missingSheets)
      let outputs = OutputSet(
        ["-"], sheets: reading.sheets, overwriting: reading.overwriting)
      try outputs.prepare(
        apartFrom: [definition] + exports.paths + reading.labels.files
          + margins.paths(of: survey, definedBy: definition), console)
      try OutputFile.write(survey.soundnessText(in: console.locale) + "\n", to: nil)
      guard !files.isEmpty else { return .done }
      // By every dimension, so that the losses of each of them are weighed.
      var query = ReportQuery()
      query.by = survey.dimensions.map(\.id)
      query.lossLimit = limit
      query.locale = console.locale
      query.margins = try margins.margins(of: survey, definedBy: definition, calendar: nil)
      let plan = try TabulationPlan(survey, for: query)
      let unknownLabels = try reading.labels.openUnknown(overwriting: reading.overwriting)
      let result = try reading.tabulate(plan, exports.inputs, console)
      let report = try result.part.report(
        query, names: result.names, places: result.places,
        messages: exports.messages + result.messages, repeatedIDs: result.repeatedIDs)
      try reading.labels.write(result.part, to: unknownLabels, console)
      let style = TextStyle(color: console.colors(STDOUT_FILENO))
      try OutputFile.write("\n" + report.readingText(style: style), to: nil)
      console.printClosing(report.diagnostics, report.closingLines(written: outputs.written))
      return report.hasFindings ? .findings : .done
    }
  }

  /// Checks a plan: what it says, that its files are there, and that their definitions have what its
  /// targets need; all problems at once.
  private func checkPlan(_ console: Console) throws(RunError) {
    if let file = files.first { throw RunError(.usage, .usagePlanAlone, ["path": file]) }
    let plan = try PlanFiles(
      definition, allowsOutside: outside, { _ in Scorecard.Query() }, console)
    var problems: [Message] = []
    for source in plan.sources {
      switch source {
      case .failure(let error): problems += error.messages
      case .success(let found):
        for target in plan.plan.rows { problems += found.source.failures[target[0].id] ?? [] }
      }
    }
    guard problems.isEmpty else { throw RunError(.data, problems) }
    let count = plan.paths.count - 1 - plan.plan.sources.count
    try OutputFile.write(
      plan.plan.soundnessText(in: console.locale, files: count) + "\n", to: nil)
  }
}
