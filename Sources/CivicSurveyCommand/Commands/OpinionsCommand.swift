import ArgumentParser
import CivicSurvey
import Glibc
import SurveyDefinition
import SurveyReports

/// The command `civicsurvey opinions`.
struct OpinionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinions",
    abstract:
      "The page of opinions that an office publishes, with what tells who people are masked.",
    discussion: """
      The definition says by opinions which columns hold the words, and by publish which opinions may \
      be read by everybody; see Surveys/README.md. The page has the rates taken up, answered, \
      published and on time, and those opinions by field and unit, the newest first.

      Exit status: 0 done; 1 done, with findings, such as that no opinion may be published.
      """)

  @Argument(help: "The register's definition (.yaml).", completion: .file())
  var definition: String

  @Argument(
    help: ArgumentHelp(
      "Registers, folders of registers or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @OptionGroup var query: QueryOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(
    help: ArgumentHelp(
      "Write what the office should read again to this CSV file, unmasked and for its owner alone.",
      valueName: "path"),
    completion: .file())
  var review: String?

  @Flag(name: [.customShort("n"), .long], help: "Show what would be published; write no file.")
  var dryRun = false

  func run() throws {
    try Run.perform(console) { console in
      let (survey, exports) = try inputs(console)
      guard let register = survey.opinions else {
        throw RunError(.usage, .usageNoOpinions, ["path": definition])
      }
      guard let publication = register.publish else {
        throw RunError(.usage, .usageNoPublication, ["path": definition])
      }
      let forms = try forms()
      let outputs = OutputSet(
        [], sheets: dryRun ? [] : output.paths + [review] + reading.sheets,
        overwriting: reading.overwriting)
      try outputs.prepare(
        apartFrom: [definition] + exports.paths + reading.labels.files, console)
      // Opened before the work begins: whoever may not write there learns it now.
      var pages: [OutputFile] = []
      for path in dryRun ? ["-"] : output.paths {
        pages.append(try OutputFile(path, overwriting: reading.overwriting))
      }
      let list = try (dryRun ? nil : review).map { path throws(RunError) in
        try OutputFile(path, mode: 0o600, overwriting: reading.overwriting)
      }
      let unknownLabels =
        dryRun ? nil : try reading.labels.openUnknown(overwriting: reading.overwriting)
      let (part, page) = try page(survey, publication, exports, console)
      try reading.labels.write(part, to: unknownLabels, console)
      if let list {
        try list.write(OpinionReview(of: page.published, locale: console.locale).bytes)
        try list.finish()
      }
      if dryRun {
        let style = TextStyle(color: console.colors(STDOUT_FILENO), bars: false)
        try page.write(as: .text, style: style) { bytes throws(RunError) in
          try pages[0].write(bytes)
        }
      } else {
        try output.write(page, as: forms, to: pages, console)
      }
      console.printClosing(
        page.report.diagnostics,
        page.closingLines(written: outputs.written, review: review, isDryRun: dryRun))
      let isEmpty = page.published.admitted == 0
      return page.report.hasFindings || isEmpty ? .findings : .done
    }
  }

  private func inputs(_ console: Console) throws(RunError) -> (Survey, Exports) {
    if TallyFile.isTally(try FileHead(definition).bytes) {
      throw RunError(.usage, .usageOpinionsOfTally, ["path": definition])
    }
    return try InputArguments.exports(definition, files, reading, console)
  }

  private func forms() throws(RunError) -> [OutputForm] {
    let forms = try output.forms()
    for (form, path) in zip(forms, output.paths) {
      guard case .report(let format) = form, OpinionPage.formats.contains(format) else {
        let shown = path == "-" ? output.format?.name ?? path : path
        throw RunError(.usage, .usageOpinionsFormat, ["path": shown])
      }
    }
    return forms
  }

  /// Reads the register once: its figures, and the words that may be published.
  private func page(
    _ survey: Survey, _ publication: OpinionPublication, _ exports: Exports, _ console: Console
  ) throws(RunError) -> (TallyPart, OpinionPage) {
    var query = try query.query(survey, [], locale: console.locale)
    if query.by.isEmpty {
      query.by = [survey.dimension(.unit)?.id].compactMap { $0 } + [PeriodKind.quarter.rawValue]
    }
    query.mostAxes = 2
    // What opinions are chosen and grouped by is decoded, and no figure is cut by it.
    var planned = query
    let groups = [survey.dimension(.field)?.id, survey.dimension(.unit)?.id].compactMap { $0 }
    let conditions = publication.filters.map(\.dimension)
    planned.by += (groups + conditions).filter { survey.dimension($0) != nil }
    var reading = reading
    if dryRun { reading.rejects = nil }
    let result = try reading.tabulate(
      try TabulationPlan(survey, for: planned), exports.inputs,
      opinions: OpinionQuery(publication, query), console)
    guard let published = result.opinions else {
      throw RunError(.usage, .usageNoOpinions, ["path": definition])
    }
    let report = try result.part.report(
      query, names: result.names, places: result.places,
      messages: exports.messages + result.messages + published.messages(of: publication),
      repeatedIDs: result.repeatedIDs)
    return (result.part, OpinionPage(report: report, published: published))
  }
}
