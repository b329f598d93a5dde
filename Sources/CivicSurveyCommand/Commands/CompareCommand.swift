import ArgumentParser
import CivicSurvey
import SurveyDefinition
import SurveyReports

/// The command `civicsurvey compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two periods, or categories with one another, with intervals and tests.",
    discussion: """
      civicsurvey compare INPUT… --period 2025Q3 --with 2025Q2    two periods
      civicsurvey compare INPUT… --rest unit=NAME                 a category with the rest
      civicsurvey compare INPUT… --rest unit                      each category with the rest
      civicsurvey compare INPUT… --each field                     all pairs

      INPUT is a definition and exports, or tallies, as for report.

      Exit status: 0 done; 1 done, with findings: losses over the limit, or nothing could be compared.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var options: ComparisonOptions
  @OptionGroup var margins: MarginOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(help: "With tallies: use this definition's titles and labels.", completion: .file())
  var survey: String?

  @Option(help: "With tallies: the part to compare in, SURVEY@VERSION.")
  var part: String?

  func run() throws {
    try Run.perform(console, asJSON: output.isJSON) { console in
      let inputs = try input.read(reading, console)
      let forms = try output.forms()
      if forms.contains(.report(.datapackage)) {
        throw RunError(.usage, .usageBadOutput, ["path": "datapackage.json"])
      }
      let outputs = OutputSet(
        output.paths, sheets: reading.sheets, overwriting: reading.overwriting)
      try outputs.prepare(
        apartFrom: input.paths(inputs) + [survey].compactMap { $0 } + reading.labels.files
          + marginPaths(inputs), console)
      // Opened before the work begins: whoever may not write there learns it now.
      var files: [OutputFile] = []
      for path in output.paths { files.append(try OutputFile(path)) }
      let comparison =
        switch inputs {
        case .exports(let survey, let exports): try compare(survey, exports, console)
        case .tally(let tally): try compare(tally, console)
        }
      try output.write(comparison, as: forms, to: files, console)
      console.printClosing(
        comparison.report.diagnostics, comparison.closingLines(written: outputs.written))
      return comparison.hasFindings ? .findings : .done
    }
  }

  private func compare(
    _ survey: Survey, _ exports: Exports, _ console: Console
  ) throws(RunError) -> ComparisonReport {
    for (flag, value) in [("--survey", self.survey), ("--part", part)] where value != nil {
      throw RunError(.usage, .usageTallyFlag, ["flag": flag])
    }
    let query = try query(survey, definedBy: input.first, console)
    let unknownLabels = try reading.labels.openUnknown(overwriting: reading.overwriting)
    let result = try reading.tabulate(
      try TabulationPlan(survey, for: query), exports.inputs, console)
    try reading.labels.write(result.part, to: unknownLabels, console)
    return try query.compared(
      in: result.part, names: result.names, places: result.places,
      messages: exports.messages + result.messages, repeatedIDs: result.repeatedIDs)
  }

  private func compare(_ tally: Tally, _ console: Console) throws(RunError) -> ComparisonReport {
    if let flag = reading.givenForExports {
      throw RunError(.usage, .usageExportFlag, ["flag": flag])
    }
    guard let survey else {
      guard let first = tally.parts.first else { throw RunError(.data, .tallyNoParts) }
      return try query(first.plan.survey, definedBy: nil, console).compared(in: tally, part: part)
    }
    let chosen = try tally.part(named: part)
      .redefined(by: try DefinitionArgument.read(survey, console))
    console.surveyLanguage = chosen.plan.survey.firstLanguage
    return try query(chosen.plan.survey, definedBy: survey, console).compared(in: chosen)
  }

  private func marginPaths(_ inputs: Inputs) -> [String] {
    guard case .exports(let survey, _) = inputs else { return margins.files }
    return margins.paths(of: survey, definedBy: input.first)
  }

  /// What is asked, with what responses are weighted to.
  private func query(
    _ survey: Survey, definedBy path: String?, _ console: Console
  ) throws(RunError) -> ComparisonQuery {
    var query = try options.query(survey, locale: console.locale)
    query.report.margins = try margins.margins(
      of: survey, definedBy: path, calendar: query.report.calendar)
    return query
  }
}
