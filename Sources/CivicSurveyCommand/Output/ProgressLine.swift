import SurveyCSV

/// The line of a terminal on which progress stands until something else is written; any thread shows it.
final class ProgressLine: Sendable {
  /// How many characters stand there.
  private let width = Locked(0)

  /// Writes over what stands there.
  func show(_ line: String) {
    width.withLock { width in
      StandardError.write(
        "\r" + line + String(repeating: " ", count: max(0, width - line.count)))
      width = line.count
    }
  }

  /// Leaves the line empty.
  func clear() {
    width.withLock { width in
      guard width > 0 else { return }
      StandardError.write("\r" + String(repeating: " ", count: width) + "\r")
      width = 0
    }
  }
}
