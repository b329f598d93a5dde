import ArgumentParser
import CivicSurvey
import SurveyReports

/// A run of a command: does its body and turns what it throws into messages and an exit code.
enum Run {
  /// - Parameters:
  ///   - asJSON: whether a failure is also written to standard output as JSON.
  ///   - body: does the work and says how it ended.
  static func perform(
    _ options: ConsoleOptions, asJSON: Bool = false, _ body: (Console) throws -> ExitStatus
  ) throws {
    let console = Console(options)
    let status: ExitStatus
    do {
      status = try body(console)
    } catch let error as RunError {
      if asJSON, !error.messages.isEmpty {
        let json = failureJSON(messages: error.messages, locale: console.locale)
        try? OutputFile("-").write(Array(json.utf8))
      }
      console.print(error.messages)
      throw ExitStatus(error.kind).exitCode
    }
    if status != .done { throw status.exitCode }
  }
}
