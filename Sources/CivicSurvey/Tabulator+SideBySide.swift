import SurveyCSV

extension Tabulator {
  /// One run among several.
  public struct Job: Sendable {
    /// What is counted, and how files are read.
    let tabulator: Tabulator
    /// The files, in their order.
    let inputs: [SurveyInput]
    /// About how much there is to read.
    let bytes: Int

    /// Prepares a run, whose number of threads is found by what there is to read.
    public init(
      _ plan: TabulationPlan, _ inputs: [SurveyInput], bytes: Int = 0, options: Options
    ) {
      tabulator = Tabulator(plan, options: options)
      self.inputs = inputs
      self.bytes = bytes
    }
  }

  /// Does several runs side by side, and returns when all have ended: what one of them throws stops
  /// no other.
  ///
  /// A run that has more to read than one thread's share of all has all threads to itself; the others
  /// then have one each, those with most to read first.
  ///
  /// - Parameters:
  ///   - threads: all threads together.
  ///   - progress: is told after each block how far all runs together have come, from any thread.
  /// - Returns: what became of each, in the order of `jobs`, whatever the number of threads.
  public static func run(
    sideBySide jobs: [Job], threads: Int, progress: (@Sendable (Progress) -> Void)? = nil
  ) -> [Swift.Result<Result, RunError>] {
    let threads = max(1, threads)
    let outcomes = Locked([Swift.Result<Result, RunError>?](repeating: nil, count: jobs.count))
    let sum = SumOfProgress(jobs.map(\.bytes), progress)
    @Sendable func run(_ number: Int, threads: Int) {
      let outcome = Swift.Result { () throws(RunError) in
        try jobs[number].tabulator.with(threads: threads)
          .run(jobs[number].inputs, progress: sum.part(number))
      }
      outcomes.withLock { $0[number] = outcome }
    }
    let share = jobs.reduce(0) { $0 + $1.bytes } / threads
    let largestFirst = jobs.indices.sorted { (jobs[$1].bytes, $0) < (jobs[$0].bytes, $1) }
    let alone = largestFirst.prefix { threads > 1 && jobs[$0].bytes > share }
    for number in alone { run(number, threads: threads) }
    let others = Array(largestFirst.dropFirst(alone.count))
    let next = Locked(0)
    Workers.run(min(threads, others.count)) { _ in
      while true {
        let place = next.withLock { next in
          next += 1
          return next - 1
        }
        guard place < others.count else { return }
        run(others[place], threads: 1)
      }
    }
    return outcomes.withLock { $0.compactMap { $0 } }
  }
}

/// The progress of several runs as that of one.
private final class SumOfProgress: Sendable {
  private let total: Int
  private let read: Locked<[Int]>
  private let tell: (@Sendable (RunProgress) -> Void)?

  init(_ bytes: [Int], _ tell: (@Sendable (RunProgress) -> Void)?) {
    total = bytes.reduce(0, +)
    read = Locked(Array(repeating: 0, count: bytes.count))
    self.tell = tell
  }

  /// What one of the runs tells; `nil` where nobody listens.
  func part(_ number: Int) -> (@Sendable (RunProgress) -> Void)? {
    guard let tell else { return nil }
    return { [self] progress in
      let bytes = read.withLock { read in
        read[number] = progress.bytesRead
        return read.reduce(0, +)
      }
      tell(RunProgress(bytesRead: bytes, totalBytes: total))
    }
  }
}

extension Tabulator.Result {
  /// What a scorecard takes of it.
  public var reading: ScorecardReading {
    ScorecardReading(
      part: part, names: names, places: places, messages: messages, repeatedIDs: repeatedIDs)
  }
}
