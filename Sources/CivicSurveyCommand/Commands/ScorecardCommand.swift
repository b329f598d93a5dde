import ArgumentParser
import CivicSurvey
import SurveyDefinition
import SurveyReports

/// The command `civicsurvey scorecard`.
struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Every target of a plan on one page, with its figure and verdict.",
    discussion: """
      A plan names targets and the definitions and files that their figures come from; see \
      Surveys/README.md. Several plans of one shape, such as those of communes, are rolled up.

      Exit status: 0 done; 1 done, with targets that have no figure for a reason that can be mended, \
      or findings of a source.
      """)

  @Argument(help: "A plan (.yaml); several are rolled up.", completion: .file())
  var plans: [String]

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: ScorecardOptions
  @OptionGroup var exports: ExportOptions
  @OptionGroup var console: ConsoleOptions
  @OptionGroup var threads: ThreadOption

  func run() throws {
    try Run.perform(console, asJSON: output.isJSON) { console in
      let forms = try output.forms()
      if forms.contains(.report(.datapackage)) {
        throw RunError(.usage, .usageBadOutput, ["path": "datapackage.json"])
      }
      var files: [PlanFiles] = []
      for path in plans {
        files.append(try options.files(path, exports.workbookSheets, console))
      }
      let missing = exports.workbookSheets.filter { sheet in
        files.allSatisfy { $0.missingSheets.contains(sheet) }
      }
      try Exports.refuse(missing: missing)
      let rollUp = try PlanRollUp(files)
      let outputs = OutputSet(output.paths)
      try outputs.prepare(apartFrom: files.flatMap(\.paths), console)
      // Opened before the work begins: whoever may not write there learns it now.
      var open: [OutputFile] = []
      for path in output.paths { open.append(try OutputFile(path)) }
      var reading = Tabulator.Options()
      reading.locale = console.locale
      try exports.apply(to: &reading)
      if let engine = try EngineChoice.wanted(nil) { reading.engine = engine }
      let outcomes = rollUp.outcomes(
        reading, threads: try threads.number(),
        progress: ProgressMeter(console).show)
      console.progress.clear()
      let query = try options.query(files[0].plan, locale: console.locale)
      let card = Scorecard(files[0].plan, query, outcomes: outcomes)
      try output.write(card, as: forms, to: open, console)
      console.printClosing(card.messages, card.closingLines(written: outputs.written))
      return card.hasFindings ? .findings : .done
    }
  }
}

/// What a scorecard is asked for.
struct ScorecardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day by which periods are complete (default: each source's last response's).",
      valueName: "yyyy-mm-dd"))
  var asOf: String?

  @OptionGroup var intervals: IntervalOptions

  @Option(
    help: ArgumentHelp(
      "The share of losses above which no verdict is given.", valueName: "share"))
  var lossLimit = "5%"

  @Flag(help: "Also read files outside of the folder above the plan's.")
  var outside = false

  /// A plan with its files.
  func files(
    _ path: String, _ sheets: [String], _ console: Console
  ) throws(RunError) -> PlanFiles {
    try PlanFiles(
      path, allowsOutside: outside, sheets: sheets,
      { plan throws(RunError) in try query(plan, locale: console.locale) }, console)
  }

  func query(
    _ plan: ScorecardPlan, locale: ReportLocale
  ) throws(RunError) -> Scorecard.Query {
    var query = Scorecard.Query()
    query.locale = locale
    if let asOf {
      query.asOf = Period(id: asOf, calendar: .civil).flatMap { $0.kind == .day ? $0.first : nil }
      if query.asOf == nil { throw RunError(.usage, .usageBadDate, ["value": asOf]) }
    }
    guard let limit = ShareText.share(lossLimit) else {
      throw RunError(.usage, .usageBadLossLimit, ["value": lossLimit])
    }
    query.lossLimit = limit
    query.intervalMethod = intervals.method
    guard let level = intervals.share else { throw RunError(.usage, [intervals.badLevel]) }
    query.level = level
    query.printedOn = BuildDay.day(in: SurveyTimeZone("+07:00") ?? .utc)
    return query
  }
}
