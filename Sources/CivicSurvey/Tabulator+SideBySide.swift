import SurveyCSV

extension Tabulator {
  /// One run among several.
  public struct Job: Sendable {
    /// What is counted, and how files are read.
    let tabulator: Tabulator
    /// The files, in their order.
    let inputs: [SurveyInput]

    /// Prepares a run; its options say for how many threads only when it runs alone.
    public init(_ plan: TabulationPlan, _ inputs: [SurveyInput], options: Options) {
      tabulator = Tabulator(plan, options: options)
      self.inputs = inputs
    }
  }

  /// Does several runs side by side, and returns when all have ended: what one of them throws stops
  /// no other.
  ///
  /// - Parameter threads: all threads together; each run has its share of them, at least one.
  /// - Returns: what became of each, in the order of `jobs`, whatever the number of threads.
  public static func run(
    sideBySide jobs: [Job], threads: Int
  ) -> [Swift.Result<Result, RunError>] {
    let outcomes = Locked([Swift.Result<Result, RunError>?](repeating: nil, count: jobs.count))
    let next = Locked(0)
    let workers = min(max(1, threads), max(1, jobs.count))
    let share = max(1, threads / workers)
    Workers.run(workers) { _ in
      while true {
        let number = next.withLock { next in
          next += 1
          return next - 1
        }
        guard number < jobs.count else { return }
        let outcome = Swift.Result { () throws(RunError) in
          try jobs[number].tabulator.with(threads: share).run(jobs[number].inputs)
        }
        outcomes.withLock { $0[number] = outcome }
      }
    }
    return outcomes.withLock { $0.compactMap { $0 } }
  }
}

extension Tabulator.Result {
  /// What a scorecard takes of it.
  public var reading: ScorecardReading {
    ScorecardReading(
      part: part, names: names, places: places, messages: messages, repeatedIDs: repeatedIDs)
  }
}
