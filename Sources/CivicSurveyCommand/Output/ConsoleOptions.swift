import ArgumentParser
import CivicSurvey

/// The choice of when to colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never
}

/// The options of how the command speaks: its language, colours, and how much of it there is.
struct ConsoleOptions: ParsableArguments {
  @Option(help: "Language of messages and reports: vi or en (default: the survey's first).")
  var locale: ReportLocale?

  @Option(help: "Colour the terminal: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Print no notes and no progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print what was read of each file.")
  var verbose = false
}

extension ReportLocale: ExpressibleByArgument {}
