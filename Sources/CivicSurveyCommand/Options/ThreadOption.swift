import ArgumentParser
import CivicSurvey
import Glibc

/// The option for how many threads work.
struct ThreadOption: ParsableArguments {
  @Option(
    name: .customShort("j", allowingJoined: true),
    help: ArgumentHelp(
      "Threads, 1 to 256 (default: one for each processor).", valueName: "n"))
  var threads: ThreadCount?

  /// The number of processors; more than sixteen threads would wait for the reading anyway.
  private static var processors: Int {
    min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 16)
  }

  /// How many threads work.
  ///
  /// - Throws: ``RunError`` `usage.threads` for what is no such number.
  func number() throws(RunError) -> Int { try threads?.number() ?? Self.processors }
}

/// A number of threads as it was given.
struct ThreadCount: ExpressibleByArgument {
  /// More only wait for each other, each with buffers of its own.
  static let most = 256

  private let text: String

  init?(argument: String) { text = argument }

  /// The number.
  ///
  /// - Throws: ``RunError`` `usage.threads` unless it is one from 1 to ``most``.
  func number() throws(RunError) -> Int {
    guard let number = Int(text), (1...Self.most).contains(number) else {
      throw RunError(.usage, .usageThreads, ["value": text, "limit": String(Self.most)])
    }
    return number
  }
}
