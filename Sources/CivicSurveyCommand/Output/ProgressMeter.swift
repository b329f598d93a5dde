import CivicSurvey

/// The progress on a terminal: bytes, rate, time left.
final class ProgressMeter {
  private let console: Console
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  init(_ console: Console) {
    self.console = console
    start = clock.now
    shown = start
  }

  func show(_ progress: Tabulator.Progress) {
    let now = clock.now
    guard console.showsProgress, shown.duration(to: now) >= .milliseconds(200) else { return }
    shown = now
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
      line += ", " + Phrase.timeLeft.text(in: console.locale, ["seconds": String(left)])
    }
    console.show(progress: line)
  }
}
