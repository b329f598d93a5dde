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
  /// - Parameter threads: all threads together.
  /// - Returns: what became of each, in the order of `jobs`, whatever the number of threads.
  public static func run(
    sideBySide jobs: [Job], threads: Int
  ) -> [Swift.Result<Result, RunError>] {
    let threads = max(1, threads)
    let outcomes = Locked([Swift.Result<Result, RunError>?](repeating: nil, count: jobs.count))
    @Sendable func run(_ number: Int, threads: Int) {
      let outcome = Swift.Result { () throws(RunError) in
        try jobs[number].tabulator.with(threads: threads).run(jobs[number].inputs)
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

extension Tabulator.Result {
  /// What a scorecard takes of it.
  public var reading: ScorecardReading {
    ScorecardReading(
      part: part, names: names, places: places, messages: messages, repeatedIDs: repeatedIDs)
  }
}
