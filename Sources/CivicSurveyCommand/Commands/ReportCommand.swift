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
      let subject = try subject(inputs, console)
      let outputs = OutputSet(
        output.paths, sheets: reading.sheets, overwriting: reading.overwriting)
      try outputs.prepare(
        apartFrom: input.paths(inputs) + [survey].compactMap { $0 } + reading.labels.files
          + volumes.paths(of: subject.survey, definedBy: subject.definition)
          + margins.paths(of: subject.survey, definedBy: subject.definition), console)
      // Opened before the work begins: whoever may not write there learns it now.
      var files: [OutputFile] = []
      for path in output.paths { files.append(try OutputFile(path)) }
      let unknownLabels = try reading.labels.openUnknown(overwriting: reading.overwriting)
      let (part, report) = try report(subject, forms, console)
      try reading.labels.write(part, to: unknownLabels, console)
      try output.write(report, as: forms, to: files, console)
      console.printClosing(report.diagnostics, report.closingLines(written: outputs.written))
      return report.hasFindings ? .findings : .done
    }
  }

  /// What is reported on.
  private struct Subject {
    enum Responses {
      case exports(Exports)
      case part(TallyPart, beside: [TallyPart])
    }

    let survey: Survey
    /// The path of the definition; `nil` where a tally has it.
    let definition: String?
    let responses: Responses
  }

  private func subject(_ inputs: Inputs, _ console: Console) throws(RunError) -> Subject {
    switch inputs {
    case .exports(let survey, let exports):
      for (flag, value) in [("--survey", self.survey), ("--part", part)] where value != nil {
        throw RunError(.usage, .usageTallyFlag, ["flag": flag])
      }
      return Subject(survey: survey, definition: input.first, responses: .exports(exports))
    case .tally(let tally):
      if let flag = reading.givenForExports {
        throw RunError(.usage, .usageExportFlag, ["flag": flag])
      }
      var chosen = try tally.part(named: part)
      if let survey {
        chosen = try chosen.redefined(by: try DefinitionArgument.read(survey, console))
        console.surveyLanguage = chosen.plan.survey.firstLanguage
      }
      return Subject(
        survey: chosen.plan.survey, definition: survey,
        responses: .part(chosen, beside: tally.parts))
    }
  }

  private func report(
    _ subject: Subject, _ forms: [OutputForm], _ console: Console
  ) throws(RunError) -> (TallyPart, Report) {
    let survey = subject.survey
    var query = try query.query(survey, forms, locale: console.locale)
    query.volumes = try volumes.tables(
      of: survey, definedBy: subject.definition, calendar: query.calendar, console)
    query.margins = try margins.margins(
      of: survey, definedBy: subject.definition, calendar: query.calendar)
    switch subject.responses {
    case .exports(let exports):
      let plan = try TabulationPlan(survey, forOneReport: query)
      let result = try reading.tabulate(plan, exports.inputs, console)
      let report = try result.part.report(
        query, names: result.names, places: result.places,
        messages: exports.messages + result.messages, repeatedIDs: result.repeatedIDs)
      return (result.part, report)
    case .part(let part, let parts):
      return (part, try part.report(query, beside: parts))
    }
  }
}
