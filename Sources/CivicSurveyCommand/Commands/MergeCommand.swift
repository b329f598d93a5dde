import ArgumentParser
import CivicSurvey

/// `civicsurvey merge`.
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
    try Run.perform(console) { _ in
      try TallyOutput.check(output)
      var sum = Tally()
      for path in tallies {
        try sum.merge(try TallyFile.decode(try WholeFile.bytes(path), name: path))
      }
      try TallyOutput.write(sum, to: output)
      return .done
    }
  }
}
