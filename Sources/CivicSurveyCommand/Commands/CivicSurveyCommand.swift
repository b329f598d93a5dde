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
      civicsurvey report DEFINITION FILE…     rates, targets and losses
      civicsurvey report TALLY…               the same from tallies

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
    ])

  static func main() {
    Signals.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}
