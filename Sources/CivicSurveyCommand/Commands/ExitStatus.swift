import ArgumentParser
import CivicSurvey

/// The exit codes of the command (after BSD's sysexits).
enum ExitStatus: Int32 {
  case done = 0
  case findings = 1
  case usage = 64
  case unreadableData = 65
  case noInput = 66
  case cannotWrite = 73
  case readFailed = 74
  case interrupted = 130
  case readerWentAway = 141

  init(_ kind: RunError.Kind) {
    self =
      switch kind {
      case .usage: .usage
      case .data: .unreadableData
      case .noInput: .noInput
      case .cannotWrite: .cannotWrite
      case .readFailed: .readFailed
      case .cancelled: .interrupted
      case .readerWentAway: .readerWentAway
      }
  }

  /// The error that ends the command with this code, without a word of ArgumentParser's.
  var exitCode: ExitCode { ExitCode(rawValue) }
}
