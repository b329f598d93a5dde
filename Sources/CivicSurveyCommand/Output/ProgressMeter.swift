import CivicSurvey
import SurveyCSV

/// The progress on a terminal: bytes, rate, time left; told from any thread.
final class ProgressMeter: Sendable {
  private let line: ProgressLine
  private let isShown: Bool
  private let locale: ReportLocale
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  /// When something was shown last.
  private let shown: Locked<ContinuousClock.Instant>

  init(_ console: Console) {
    line = console.progress
    isShown = console.showsProgress
    locale = console.locale
    start = clock.now
    shown = Locked(start)
  }

  func show(_ progress: Tabulator.Progress) {
    guard isShown else { return }
    let now = clock.now
    let isDue = shown.withLock { shown in
      guard shown.duration(to: now) >= .milliseconds(200) else { return false }
      shown = now
      return true
    }
    if isDue { line.show(text(progress, now)) }
  }

  private func text(_ progress: Tabulator.Progress, _ now: ContinuousClock.Instant) -> String {
    let duration = start.duration(to: now)
    let seconds =
      Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    let rate = Double(progress.bytesRead) / max(seconds, 0.001)
    var line = "\(progress.bytesRead / 1_000_000) MB"
    if let total = progress.totalBytes, total > 0 {
      line += " / \(total / 1_000_000) MB (\(progress.bytesRead * 100 / total) %)"
    }
    line += ", \(Int(rate / 1_000_000)) MB/s"
    if let total = progress.totalBytes, rate > 0 {
      let left = Int(Double(max(0, total - progress.bytesRead)) / rate)
      line += ", " + Phrase.timeLeft.text(in: locale, ["seconds": String(left)])
    }
    return line
  }
}
