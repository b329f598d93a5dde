import ArgumentParser
import CivicSurvey
import SurveyDefinition
import SurveyReports

/// The command `civicsurvey report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report rates, targets and losses of exports or tallies.")

  @OptionGroup var input: InputArguments
  @OptionGroup var query: QueryOptions
  @OptionGroup var volumes: VolumeOptions
  @OptionGroup var margins: MarginOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(
    help: "With tallies: use this definition's titles, labels and targets.",
    completion: .file())
  var survey: String?

  @Option(help: "With tallies: the part to report, SURVEY@VERSION.")
  var part: String?

  func run() throws {
    try Run.perform(console, asJSON: output.isJSON) { console in
      let inputs = try input.read(reading, console)
      let forms = try output.forms()
      let outputs = OutputSet(
        output.paths, sheets: reading.sheets, overwriting: reading.overwriting)
      try outputs.prepare(
        apartFrom: input.paths(inputs) + [survey].compactMap { $0 } + reading.labels.files
          + paths(ofVolumes: inputs) + margins.files, console)
      // Opened before the work begins: whoever may not write there learns it now.
      var files: [OutputFile] = []
      for path in output.paths { files.append(try OutputFile(path)) }
      let unknownLabels = try reading.labels.openUnknown(overwriting: reading.overwriting)
      let (part, report) =
        switch inputs {
        case .exports(let survey, let exports): try self.report(survey, exports, forms, console)
        case .tally(let tally): try self.report(tally, forms, console)
        }
      try reading.labels.write(part, to: unknownLabels, console)
      try output.write(report, as: forms, to: files, console)
      console.printClosing(report.diagnostics, report.closingLines(written: outputs.written))
      return report.hasFindings ? .findings : .done
    }
  }

  /// The files of volumes that are read, as far as they are known before a tally is.
  private func paths(ofVolumes inputs: Inputs) -> [String] {
    guard case .exports(let survey, _) = inputs else { return volumes.files }
    return volumes.paths(of: survey, definedBy: input.first)
  }

  private func report(
    _ survey: Survey, _ exports: Exports, _ forms: [OutputForm], _ console: Console
  ) throws(RunError) -> (TallyPart, Report) {
    for (flag, value) in [("--survey", self.survey), ("--part", part)] where value != nil {
      throw RunError(.usage, .usageTallyFlag, ["flag": flag])
    }
    var query = try query.query(survey, forms, locale: console.locale)
    query.volumes = try volumes.tables(
      of: survey, definedBy: input.first, calendar: query.calendar, console)
    query.margins = try margins.margins(
      of: survey, definedBy: input.first, calendar: query.calendar)
    let plan = try TabulationPlan(survey, forOneReport: query)
    let result = try reading.tabulate(plan, exports.inputs, console)
    let report = try result.part.report(
      query, names: result.names, places: result.places,
      messages: exports.messages + result.messages, repeatedIDs: result.repeatedIDs)
    return (result.part, report)
  }

  private func report(
    _ tally: Tally, _ forms: [OutputForm], _ console: Console
  ) throws(RunError) -> (TallyPart, Report) {
    if let flag = reading.givenForExports {
      throw RunError(.usage, .usageExportFlag, ["flag": flag])
    }
    var chosen = try tally.part(named: part)
    if let survey {
      chosen = try chosen.redefined(by: try DefinitionArgument.read(survey, console))
      console.surveyLanguage = chosen.plan.survey.firstLanguage
    }
    var query = try query.query(chosen.plan.survey, forms, locale: console.locale)
    query.volumes = try volumes.tables(
      of: chosen.plan.survey, definedBy: survey, calendar: query.calendar, console)
    query.margins = try margins.margins(
      of: chosen.plan.survey, definedBy: survey, calendar: query.calendar)
    let report = try chosen.report(query, beside: tally.parts)
    return (chosen, report)
  }
}
