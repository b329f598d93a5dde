import ArgumentParser
import CivicSurvey
import SurveyReports

/// The command: it parses arguments, calls the library and prints.
@main
struct CivicSurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "civicsurvey",
    abstract: "Citizen-satisfaction rates from survey definitions and CSV exports.",
    discussion: """
      civicsurvey draft FILE… -o my.yaml      a first definition from an office's own exports
      civicsurvey report DEFINITION FILE…     rates, targets and losses
      civicsurvey report TALLY…               the same from tallies
      civicsurvey compare INPUT… --with …     two periods, a category with the rest, all pairs
      civicsurvey scorecard PLAN              every target of a plan on one page
      civicsurvey opinions DEFINITION FILE…   opinions as the office publishes them

      Exit status:
         0  done
         1  done, with findings: losses over the limit, or nothing accepted
        64  wrong usage
        65  unreadable data: a definition, a header, a tally
        66  no such input
        73  cannot write
        74  reading failed midway
       130  interrupted
      """,
    version: """
      civicsurvey \(CivicSurveyVersion.current) \
      (tally format \(TallyFile.formatVersion), JSON schema \(ReportSchema.version))
      """,
    subcommands: [
      ReportCommand.self, TallyCommand.self, MergeCommand.self, CheckCommand.self,
      CompareCommand.self, ScorecardCommand.self, OpinionsCommand.self, DraftCommand.self,
    ])

  /// What the arguments ask for.
  ///
  /// A command that is named first is parsed by itself, which takes half as long as by way of the
  /// whole tree; what is wrong, and help, are the tree's to tell.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    if let command = configuration.subcommands.first(where: {
      $0.configuration.commandName == arguments.first
    }), let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())) {
      return parsed
    }
    return try parseAsRoot()
  }

  static func main() {
    Signals.prepare()
    Memory.prepare()
    do {
      var command = try parsed()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}
