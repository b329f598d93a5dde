import ArgumentParser
import CivicSurvey
import SurveyStatistics

extension IntervalMethod: ExpressibleByArgument {
  /// Those that a report makes; the library knows more.
  private static let offered: [IntervalMethod] = [
    .wilson, .clopperPearson, .beta, .betaNCHS, .xlogit,
  ]

  /// A method by its name.
  public init?(argument: String) {
    guard let method = Self(rawValue: argument), Self.offered.contains(method) else { return nil }
    self = method
  }

  /// The names that help and completions list.
  public static var allValueStrings: [String] { offered.map(\.rawValue) }
}

/// How intervals are made, and how sure they are.
struct IntervalOptions: ParsableArguments {
  @Option(
    name: .customLong("ci-method"),
    help: ArgumentHelp("How intervals are made, for estimates and verdicts.", valueName: "method"))
  var method = IntervalMethod.wilson

  @Option(help: ArgumentHelp("The level of intervals.", valueName: "share"))
  var level = "95%"

  /// The level, above 0 and below 1; `nil` where it is none.
  var share: Double? { ShareText.openShare(level) }

  /// What is said of a level that is none.
  var badLevel: Message { Message(.usageBadLevel, ["value": level]) }
}
