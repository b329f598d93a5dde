import ArgumentParser
import CivicSurvey
import SurveyDefinition

/// Runs over files, stops each run after a while, and prints how long the run took to end.
@main
struct CancelRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel-run",
    abstract: "Stop runs midway, and print how long they took to end and what they left behind.")

  @Argument(help: "The definition of the survey.")
  var survey: String

  @Argument(help: "The exports: files, or pipes.")
  var files: [String]

  @Option(help: "The number of runs.")
  var times = 10

  @Option(help: "The number of threads that decode and add up.")
  var threads = 2

  @Option(help: "The seed of the moments, 100 to 400 ms after each run's beginning.")
  var seed: UInt64 = 2025

  @Flag(help: "Take the rejects file too.")
  var rejects = false

  @Flag(help: "Stop a task that waits for the run, and not the run by hand.")
  var task = false

  func run() async throws {
    var options = Tabulator.Options()
    options.threads = threads
    let plan = try TabulationPlan(try Survey(contentsOf: survey))
    let tabulator = Tabulator(plan, options: options)
    var random = Moments(seed: seed)
    // The first run sets up for good what others use again.
    _ = try await stop(tabulator, after: .milliseconds(100))
    let before = OwnProcess()
    var durations: [Duration] = []
    for _ in 0..<times {
      let (duration, isStopped) = try await stop(tabulator, after: random.next())
      if isStopped { durations.append(duration) }
    }
    let after = OwnProcess()
    guard !durations.isEmpty else {
      throw ValidationError("Every run ended before it was stopped.")
    }
    durations.sort()
    print(
      """
      runs stopped: \(durations.count) of \(times)
      time to end: median \(Self.text(durations[durations.count / 2])), \
      greatest \(Self.text(durations[durations.count - 1]))
      threads left: \(after.threads - before.threads)
      descriptors left: \(after.descriptors - before.descriptors)
      """)
  }

  /// Stops one run: how long it took to end after that, and whether it had not ended before.
  private func stop(
    _ tabulator: Tabulator, after moment: Duration
  ) async throws -> (duration: Duration, isStopped: Bool) {
    let cancellation = Tabulator.Cancellation()
    let run = task ? runInTask(tabulator) : runOnThread(tabulator, cancellation)
    try await Task.sleep(for: moment)
    let start = ContinuousClock.now
    if task { run.cancel() } else { cancellation.cancel() }
    let (end, isStopped) = try await run.value
    return (start.duration(to: end), isStopped)
  }

  private typealias End = (moment: ContinuousClock.Instant, isStopped: Bool)

  private func runInTask(_ tabulator: Tabulator) -> Task<End, any Error> {
    let inputs = files.map(SurveyInput.path)
    let sink = sink
    return Task.detached {
      do throws(RunError) {
        _ = try await tabulator.run(inputs, rejects: sink)
      } catch {
        return try Self.end(error)
      }
      return (.now, false)
    }
  }

  private func runOnThread(
    _ tabulator: Tabulator, _ cancellation: Tabulator.Cancellation
  ) -> Task<End, any Error> {
    let inputs = files.map(SurveyInput.path)
    let sink = sink
    return Task.detached {
      do throws(RunError) {
        _ = try tabulator.run(inputs, cancellation: cancellation, rejects: sink)
      } catch {
        return try Self.end(error)
      }
      return (.now, false)
    }
  }

  /// Where the rejects file goes: nowhere, piece by piece.
  private var sink: (@Sendable ([UInt8]) throws(RunError) -> Void)? {
    guard rejects else { return nil }
    return { _ throws(RunError) in }
  }

  private static func end(_ error: RunError) throws -> End {
    guard error.kind == .cancelled else {
      throw Failure(description: error.messages[0].text(in: .en))
    }
    return (.now, true)
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func text(_ duration: Duration) -> String {
    let milliseconds =
      Double(duration.components.attoseconds) / 1e15
      + Double(duration.components.seconds) * 1e3
    return "\((milliseconds * 10).rounded() / 10) ms"
  }
}
