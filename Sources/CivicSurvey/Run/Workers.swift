import SurveyCSV

/// Runs one piece of work on several threads and waits for all of them.
enum Workers {
  /// Calls `work` with each number below `count`, the first on the thread of the caller.
  ///
  /// Where the system gives no more threads, fewer run; the work has to cope with that.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    var threads: [WorkerThread] = []
    for number in 1..<max(1, count) {
      guard let thread = try? WorkerThread({ work(number) }) else { continue }
      threads.append(thread)
    }
    work(0)
    for thread in threads { thread.join() }
  }
}
