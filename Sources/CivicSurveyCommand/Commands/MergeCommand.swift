import ArgumentParser
import CivicSurvey

/// The command `civicsurvey merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Add tallies up: the same as one tally of all their exports.")

  @Argument(help: "Tally files.", completion: .file())
  var tallies: [String]

  @OptionGroup var console: ConsoleOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write the tally to this file.", completion: .file())
  var output: String?

  func run() throws {
    try Run.perform(console) { console in
      try TallyOutput.check(output)
      let outputs = OutputSet([output ?? "-"])
      try outputs.prepare(apartFrom: tallies, console)
      let sum = try InputArguments.tallies(tallies, console)
      try sum.checkSecrecy()
      let file = try OutputFile(output ?? "-")
      try file.write(TallyFile.encode(sum))
      try file.finish()
      console.printClosing(
        [],
        sum.closingLines(in: console.locale, written: outputs.written, at: TallyOutput.file(output))
      )
      return .done
    }
  }
}
