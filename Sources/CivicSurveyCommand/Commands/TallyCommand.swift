import ArgumentParser
import CivicSurvey
import Glibc
import SurveyDefinition
import SurveyReports

extension SummaryFormat: ExpressibleByArgument {}

/// The command `civicsurvey tally`.
struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Sum exports up in a tally file, or show what tally files hold (--info).")

  @OptionGroup var input: InputArguments
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var console: ConsoleOptions

  @Option(help: "Also keep these questions as dimensions.")
  var by: [String] = []

  @Flag(help: "Show what tally files hold.")
  var info = false

  @Option(help: "With --info: text or json.")
  var format = SummaryFormat.text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write the tally to this file.", completion: .file())
  var output: String?

  func run() throws {
    try Run.perform(console, asJSON: info && format == .json) { console in
      if info {
        try OutputSet([output ?? "-"]).prepare(apartFrom: [input.first] + input.files, console)
        let tally = try input.readTallies(console)
        let summary = tally.summary(as: format, locale: console.locale)
        try OutputFile.write(summary, to: output)
        return .done
      }
      let inputs = try input.read(reading, console)
      guard case .exports(let survey, let exports) = inputs else {
        throw RunError(.usage, .usageFirstArgument, ["path": input.first])
      }
      let questions = by.flatMap { $0.split(separator: ",").map(String.init) }
      let plan = try TabulationPlan(survey, alsoBy: questions)
      try TallyOutput.check(output)
      let outputs = OutputSet(
        [output ?? "-"], sheets: reading.sheets, overwriting: reading.overwriting)
      try outputs.prepare(apartFrom: input.paths(inputs) + reading.labels.files, console)
      let file = try OutputFile(output ?? "-")
      let unknownLabels = try reading.labels.openUnknown(overwriting: reading.overwriting)
      let result = try reading.tabulate(plan, exports.inputs, console)
      let tally = Tally(result.part)
      try tally.checkSecrecy()
      try file.write(TallyFile.encode(tally))
      try file.finish()
      try reading.labels.write(result.part, to: unknownLabels, console)
      let accounting = result.part.accounting
      var messages =
        result.part.dates.warnings(places: result.places, names: result.names) + exports.messages
        + result.messages
      if accounting.responses == 0 {
        messages.append(Message(.responseNoneAccepted, severity: .warning))
      }
      console.printClosing(
        messages,
        tally.closingLines(
          in: console.locale, written: outputs.written, at: TallyOutput.file(output)))
      return accounting.responses == 0 ? .findings : .done
    }
  }
}

/// The place that a tally is written to.
enum TallyOutput {
  /// The file's path; `nil` of standard output.
  static func file(_ path: String?) -> String? { path == "-" ? nil : path }

  /// A tally is binary: it does not go to a terminal.
  static func check(_ path: String?) throws(RunError) {
    if path ?? "-" == "-", isatty(STDOUT_FILENO) == 1 {
      throw RunError(.usage, .usageTallyToTerminal)
    }
  }
}
